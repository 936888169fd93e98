import { parseArgs } from "node:util";
import { resolve } from "node:path";
import { startFolder } from "../setup/start_folder.ts";

/** What `deno task report` was asked for. */
export interface ReportOptions {
  /** Names or paths of notebooks; none means all in `notebooks/`. */
  names: string[];
  /** "quick" takes minutes; "full" is the published configuration. */
  profile: "quick" | "full";
  /** Where the reports go; undefined means the project's own `reports/`. */
  out?: string;
  /** Leave the code out of the page. */
  hideCode: boolean;
  /** Print each page to PDF too. */
  pdf: boolean;
  /** Draw each chart as an SVG file too. */
  pictures: boolean;
  /** Pass on what the cells print while they run. */
  live: boolean;
  /** Parameters to change for this run. */
  settings: Record<string, unknown>;
}

/** What the command prints on `--help`. */
export const usage = `deno task report [name…] [options]

  name                 notebooks to run (default: all in notebooks/)
  --profile quick|full minutes, or the published configuration (default: UNROLL_PROFILE, otherwise quick)
  --set key=value      change a parameter for this run; may be given more than once
  --out DIR            write the reports and results there and leave the project's own alone
  --hide-code          leave the code out of the page
  --pdf                print the page to PDF too
  --pictures           draw each chart as an SVG file too
  --live               pass on what the cells print while they run`;

/**
 * Reads the arguments of \`deno task report\`.
 *
 * @param args as they were typed
 * @param env where UNROLL_PROFILE may be
 * @returns the options
 * @throws {TypeError} when an argument is unknown or can't be read
 * @example
 * ```ts
 * reportOptions(["shakespeare_characters", "--set", "epochs=3"], {}).settings; // { epochs: 3 }
 * ```
 */
export function reportOptions(args: string[], env: Record<string, string | undefined>): ReportOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      profile: { type: "string", default: env.UNROLL_PROFILE || "quick" },
      out: { type: "string" },
      "hide-code": { type: "boolean", default: false },
      pdf: { type: "boolean", default: false },
      pictures: { type: "boolean", default: false },
      live: { type: "boolean", default: false },
      set: { type: "string", multiple: true, default: [] },
    },
  });
  const { profile, out, pdf, pictures, live, set } = values;
  if (profile !== "quick" && profile !== "full") {
    throw new TypeError(`Cannot report as profile quick or full: ${profile}`);
  }
  const settings = Object.fromEntries(set.map(setting));
  const folder = out === undefined ? undefined : resolve(startFolder(env), out);
  return {
    names: positionals,
    profile,
    out: folder,
    hideCode: values["hide-code"],
    pdf,
    pictures,
    live,
    settings,
  };
}

/** "epochs=3" as an entry; what is no JSON is text. */
function setting(text: string): [string, unknown] {
  const [, key, value] = text.match(/^([A-Za-z_$][\w$]*)=(.*)$/s) ?? [];
  if (key === undefined || value === undefined) throw new TypeError(`Cannot set as key=value: ${text}`);
  try {
    return [key, JSON.parse(value)];
  } catch {
    return [key, value];
  }
}
