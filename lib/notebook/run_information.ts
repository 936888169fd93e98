import { escapeHtml, RULE } from "./_html.ts";
import { emit } from "./_host.ts";
import { type Profile, profile } from "./profile.ts";

/** What a run's information needs of an engine; `useEngine` gives one. */
export interface EngineLike {
  backend: string;
  device?: string;
  version?: string;
  threads?: number;
  recurrent?: string;
  /** Why this engine and no better one. */
  notes?: readonly string[];
}

/** A corpus and where its bytes came from; every dataset of the library has these. */
export interface DataSource {
  id: string;
  source: string;
  title?: string;
  sourceNote?: string;
  licence?: string;
}

/** What the notebook knows of its run. */
export interface RunInformationOptions {
  /** The notebook's file name without its ending. */
  notebook: string;
  /** What `useEngine` gave. */
  engine: EngineLike;
  /** The seed of all randomness. */
  seed: number;
  /** Every corpus that was loaded. */
  data: readonly DataSource[];
  /** The parameters, shown and kept with the run. @default none */
  parameters?: Readonly<Record<string, unknown>>;
  /** The time of the run. @default now */
  date?: Date;
}

/** What a report says about the run that made it: the content of `application/vnd.unroll.run+json`. */
export interface RunInformation {
  readonly notebook: string;
  readonly deno: string;
  readonly platform: string;
  /** Backend, version, recurrent path. */
  readonly engine: string;
  /** Device and threads. */
  readonly device: string;
  /** Why this engine and no better one, a line a step. */
  readonly notes: readonly string[];
  readonly profile: Profile;
  readonly seed: number;
  /** UTC, as ISO 8601 to the second. */
  readonly date: string;
  readonly data: readonly DataSource[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Shows what made this run (Deno, engine, device, profile, seed, date, data), as a table and as
 * `application/vnd.unroll.run+json`, from which the report's own run information is made.
 *
 * @param options the notebook's name, engine, seed and data
 * @returns the information, frozen; `record({ ...run, … })` takes what it needs from it
 * @example
 * ```ts
 * import { runInformation } from "unroll/notebook/mod.ts";
 * const run = runInformation({
 *   notebook: "shakespeare_characters",
 *   engine: { backend: "tensorflow", device: "cpu", version: "2.21.0", threads: 2, recurrent: "onednn" },
 *   seed: 7,
 *   data: [{ id: "tiny_shakespeare", source: "cache" }],
 * });
 * ```
 */
export function runInformation(options: RunInformationOptions): RunInformation {
  const { notebook, engine, seed } = options;
  const run: RunInformation = Object.freeze({
    notebook,
    deno: Deno.version.deno,
    platform: `${Deno.build.os} ${Deno.build.arch}`,
    engine: engineText(engine),
    device: [engine.device ?? "CPU", engine.threads && `${engine.threads} threads`].filter(Boolean).join(
      ", ",
    ),
    notes: engine.notes ?? [],
    profile: profile(),
    seed,
    date: (options.date ?? new Date()).toISOString().slice(0, 19) + "Z",
    data: options.data.map(sourceOnly),
    parameters: options.parameters ?? {},
  });
  emit({ "application/vnd.unroll.run+json": run, "text/html": html(run), "text/plain": plain(run) });
  return run;
}

/** A dataset without its data. */
function sourceOnly({ id, source, title, sourceNote, licence }: DataSource): DataSource {
  const given = Object.entries({ id, source, title, sourceNote, licence }).filter(([, text]) =>
    text !== undefined
  );
  return Object.fromEntries(given) as unknown as DataSource;
}

/** How libraries write their own names. */
const NAMES: Readonly<Record<string, string>> = {
  tensorflow: "TensorFlow",
  webgpu: "WebGPU",
  wasm: "WebAssembly",
  cpu: "JavaScript",
  onednn: "oneDNN",
  cudnn: "cuDNN",
  portable: "the portable path",
};

/** An engine in a few words: "TensorFlow 2.21.0, recurrent layers on oneDNN". */
function engineText({ backend, version, recurrent }: EngineLike): string {
  const path = recurrent ? `, recurrent layers on ${NAMES[recurrent] ?? recurrent}` : "";
  return [NAMES[backend] ?? backend, version].filter(Boolean).join(" ") + path;
}

function lines(run: RunInformation): [string, string][] {
  const data = run.data.map(({ id, title, source, sourceNote }) =>
    `${title ?? id} (${source}${sourceNote ? `: ${sourceNote}` : ""})`
  );
  const set = Object.entries(run.parameters).map(([name, value]) => `${name} ${JSON.stringify(value)}`);
  return [
    ["Deno", `${run.deno}, ${run.platform}`],
    ["Engine", run.engine],
    ["Device", run.device],
    ...(run.notes.length ? [["Notes", run.notes.join("; ")] as [string, string]] : []),
    ["Profile", run.profile],
    ["Seed", String(run.seed)],
    ["Date", run.date.replace("T", " ").replace("Z", " UTC")],
    ["Data", data.join("; ") || "none"],
    ...(set.length ? [["Parameters", set.join(", ")] as [string, string]] : []),
  ];
}

function html(run: RunInformation): string {
  const cell = `style="text-align:left;padding:0.25em 0.8em;border-top:${RULE}"`;
  const rows = lines(run).map(([name, text]) =>
    `<tr><th scope="row" ${cell}>${name}</th><td ${cell}>${escapeHtml(text)}</td></tr>`
  );
  return `<table class="unroll-run" style="border-collapse:collapse;margin:0.5em 0">${rows.join("")}</table>`;
}

function plain(run: RunInformation): string {
  return lines(run).map(([name, text]) => `${name.padEnd(10)}  ${text}`).join("\n");
}
