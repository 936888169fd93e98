import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { startFolder } from "../tools/setup/start_folder.ts";
import type { Precision, System } from "./cases/case.ts";

/** What `deno task bench` was asked for. */
export interface BenchOptions {
  /** Names of cases, in the order of the list. */
  cases: string[];
  /** The other systems that take part. */
  peers: System[];
  /** In which numbers. */
  precisions: Precision[];
  /** How often the systems take turns. */
  rounds: number;
  /** Threads of each system. */
  threads: number;
  /** Where the records go; none means nowhere. */
  json?: string;
  /** Where the chart goes; none means nowhere. */
  chart?: string;
  /** Show the usage and stop. */
  help: boolean;
}

/** The systems beside this library. */
export const peers: readonly System[] = ["keras", "keras-xla", "pytorch"];

const precisions: readonly Precision[] = ["f32", "bf16"];

/** What the command prints on `--help`. */
export const usage = `deno task bench [case…] [options]

  case            what to measure (default: all)
  --json FILE     write the records, after each case anew
  --chart FILE    draw the chart as SVG
  --rounds N      how often the systems take turns (default: 5)
  --peers LIST    of ${peers.join(",")} (default: all; "none" leaves this library alone)
  --precision P   of f32,bf16 (default: f32)
  --threads N     threads of each system (default: one for each core)`;

/**
 * Reads the arguments of `deno task bench`.
 *
 * @param args as they were typed
 * @param known the names of all cases
 * @param env where npx and Deno leave the folder in which the command was typed
 * @returns the options
 * @throws {TypeError} when an argument is unknown or can't be read
 */
export function benchOptions(
  args: string[],
  known: readonly string[],
  env: Record<string, string | undefined> = Deno.env.toObject(),
): BenchOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: "string" },
      chart: { type: "string" },
      rounds: { type: "string", default: "5" },
      peers: { type: "string", default: peers.join(",") },
      threads: { type: "string", default: String(navigator.hardwareConcurrency) },
      precision: { type: "string", default: "f32" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const folder = startFolder(env), from = (path?: string) => path && resolve(folder, path);
  return {
    cases: among(positionals.length > 0 ? positionals : [...known], known, "a case"),
    peers: among(listOf(values.peers), peers, "a peer"),
    precisions: among(listOf(values.precision), precisions, "a precision"),
    rounds: wholeNumber(values.rounds, "--rounds"),
    threads: wholeNumber(values.threads, "--threads"),
    json: from(values.json),
    chart: from(values.chart),
    help: values.help,
  };
}

function listOf(text: string): string[] {
  return text === "none" ? [] : text.split(",").map((name) => name.trim()).filter((name) => name !== "");
}

/** The names in the order of `known`, each once. */
function among<T extends string>(names: readonly string[], known: readonly T[], what: string): T[] {
  const stranger = names.find((name) => !(known as readonly string[]).includes(name));
  if (stranger !== undefined) {
    throw new TypeError(`Cannot measure ${what} as one of ${known.join(", ")}: ${stranger}`);
  }
  return known.filter((name) => names.includes(name));
}

function wholeNumber(text: string, name: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1) return number;
  throw new TypeError(`Cannot measure with ${name} as a whole number from 1: ${text}`);
}
