import { MissingError } from "../../lib/core/mod.ts";
import { runCommand } from "./run_command.ts";

/** A Python that can make the virtual environment. */
export interface Python {
  /** How to start it: the program and its leading arguments. */
  command: [string, ...string[]];
  /** Major and minor version. */
  version: [number, number];
  /** The full version, as in "3.12.1". */
  release: string;
}

const newestTested = 14; // minor version; the frozen packages have wheels up to it
const mend = "then run `deno task setup` again";
const question = `
import importlib.util as u, json, platform, sys
print(json.dumps([list(sys.version_info[:2]), platform.python_version(), bool(u.find_spec("venv")), bool(u.find_spec("ensurepip")), sys.maxsize > 2**32, platform.python_implementation()]))`;

/**
 * Finds a Python 3.10 or newer with its venv module: `UNROLL_PYTHON` where it is set, otherwise the best on the path.
 *
 * @param env the variables to look in
 * @returns the first that serves
 * @throws {MissingError} when there is none, or it is too old, or it lacks venv or pip; the message says how to get it
 * @example
 * ```ts
 * const python = await findPython(Deno.env.toObject());
 * ```
 */
export async function findPython(env: Record<string, string | undefined>): Promise<Python> {
  const reasons: string[] = [], newer: Python[] = [];
  for (const command of candidates(env)) {
    const answer = await ask(command, env.PATH);
    if (!answer) continue;
    const reason = complaint(answer);
    const python = { command, version: answer.version, release: answer.release };
    if (!reason && answer.version[1] <= newestTested) return python;
    if (reason) reasons.push(`${command.join(" ")} ${reason}`);
    else newer.push(python);
  }
  if (newer[0]) return newer[0];
  throw new MissingError(missing(env, reasons));
}

interface Answer {
  version: [number, number];
  release: string;
  venv: boolean;
  pip: boolean;
  wide: boolean;
  kind: string;
}

function candidates({ UNROLL_PYTHON }: Record<string, string | undefined>): [string, ...string[]][] {
  if (UNROLL_PYTHON) return [[UNROLL_PYTHON]];
  const named: [string][] = [13, 12, 11, 10, 14].map((minor) => [`python3.${minor}`]);
  const launcher: [string, string][] = Deno.build.os === "windows" ? [["py", "-3"]] : [];
  return [["python3"], ["python"], ...launcher, ...named];
}

async function ask([program, ...args]: string[], path: string | undefined): Promise<Answer | undefined> {
  const env = {
    PYTHONNOUSERSITE: "1",
    PYTHONDONTWRITEBYTECODE: "1",
    ...(path === undefined ? {} : { PATH: path }),
  };
  const { code, output } = await runCommand(program!, [...args, "-c", question], { env });
  if (code !== 0) return undefined;
  try {
    const [version, release, venv, pip, wide, kind] = JSON.parse(output.trim().split("\n").at(-1) ?? "");
    return { version, release, venv, pip, wide, kind };
  } catch {
    return undefined;
  }
}

function complaint({ version: [major, minor], release, venv, pip, wide, kind }: Answer): string | undefined {
  if (major !== 3 || minor < 10) return `is Python ${release}, older than 3.10`;
  if (kind !== "CPython") return `is ${kind}, not the usual Python`;
  if (!wide) return `is a 32-bit Python`;
  if (!venv || !pip) return `(${release}) lacks its ${venv ? "ensurepip" : "venv"} module`;
  return undefined;
}

function missing({ UNROLL_PYTHON }: Record<string, string | undefined>, reasons: string[]): string {
  const where = UNROLL_PYTHON ? `UNROLL_PYTHON=${UNROLL_PYTHON}` : "the path";
  if (reasons.length === 0) {
    return `Cannot set up as Python 3.10 or newer is missing: none answers at ${where}; install it from ` +
      `https://www.python.org/downloads or your package manager (\`apt install python3 python3-venv\`), ${mend}`;
  }
  const lacksModule = reasons.find((reason) => reason.includes("lacks"));
  const advice = lacksModule
    ? "install its venv module (`apt install python3-venv` on Debian and Ubuntu)"
    : "install Python 3.10 or newer, or name one in UNROLL_PYTHON";
  return `Cannot set up as a whole Python 3.10 or newer is missing: ${
    lacksModule ?? reasons.join(", ")
  }; ${advice}, ${mend}`;
}
