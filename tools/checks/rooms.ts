import { join, posix } from "node:path";
import { blank } from "./blank.ts";
import type { Check, Problem } from "./check.ts";
import { exists } from "./exists.ts";
import { lineOf } from "./line_of.ts";
import { projectFiles } from "./project_files.ts";
import { roomTable } from "./room_table.ts";

const imports = /\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
const code = /^(lib|tests|tools|bench|examples)\/.*\.ts$/;

/** Names that only one room may say, and none of `lib/` may: a pattern, the room, what to do instead. */
const owned: { pattern: RegExp; room?: string; what: string }[] = [
  {
    pattern: /\bDeno\s*\.\s*(dlopen|Unsafe\w+)|["']node:ffi["']/g,
    room: "engine",
    what: "only the engine room opens a native library or sees a pointer; use what its mod.ts offers",
  },
  { pattern: /\bDeno\s*\.\s*jupyter\b/g, room: "notebook", what: "only the notebook room sees Deno.jupyter" },
  { pattern: /\bconsole\s*\.\s*\w+/g, what: "no console in lib; return a value, or take a callback" },
];

/** Rooms import one another as the table allows, only the rooms that may do so touch what is native, and none prints. */
export const rooms: Check = {
  name: "rooms",
  async run(root) {
    const files = (await projectFiles(root)).filter((file) => code.test(file));
    const problems: Problem[] = [];
    for (const file of files) {
      const source = blank(Deno.readTextFileSync(join(root, file)));
      problems.push(...importProblems(root, file, source));
      if (file.startsWith("lib/")) problems.push(...ownedProblems(file, source));
    }
    problems.push(...untestedRooms(files));
    return { looked: files.filter((file) => file.startsWith("lib/")).length, problems };
  },
};

/** Rooms without a test file in the folder of their name. */
function untestedRooms(files: string[]): Problem[] {
  const inside = new Set(files.filter((file) => /^lib\/[^/]+\//.test(file)).map((file) => roomOf(file)!));
  const untested = [...inside].filter((room) =>
    !files.some((file) => file.startsWith(`tests/${room}/`) && file.endsWith("_test.ts"))
  );
  return untested.map((room) => ({ file: `lib/${room}`, what: `has no tests in tests/${room}/` }));
}

function importProblems(root: string, file: string, source: string): Problem[] {
  return [...source.matchAll(imports)].flatMap((match) => {
    const what = importProblem(root, file, match[1]!);
    return what === undefined ? [] : [{ file, line: lineOf(source, match.index), what }];
  });
}

/** What is wrong with an import, if anything. */
function importProblem(root: string, file: string, specifier: string): string | undefined {
  if (/^(jsr|npm|https?):/.test(specifier)) {
    return `imports "${specifier}"; add the package to "imports" in deno.json and import it by its name`;
  }
  const room = roomOf(file);
  if (room === undefined) return undefined;
  if (/^unroll(\/|$)/.test(specifier)) return `imports "${specifier}" from inside lib; use a relative path`;
  if (!specifier.startsWith(".")) return undefined;
  const target = posix.join(posix.dirname(file), specifier);
  const other = roomOf(target);
  if (other === undefined) return `imports "${specifier}", which is not a room of lib`;
  if (other === room || room === "mod.ts") return undefined;
  if (!(roomTable[room]?.includes(other) ?? false)) {
    return `the room ${room} may not import ${other}; see tools/checks/room_table.ts`;
  }
  if (target !== `lib/${other}/mod.ts`) return `imports "${specifier}"; go through lib/${other}/mod.ts`;
  return exists(join(root, target)) ? undefined : `imports "${specifier}", which does not exist`;
}

/** `core` for `lib/core/mod.ts`, `mod.ts` for `lib/mod.ts`, undefined outside `lib/`. */
function roomOf(path: string): string | undefined {
  return /^lib\/([^/]+)/.exec(path)?.[1];
}

function ownedProblems(file: string, source: string): Problem[] {
  return owned.filter(({ room }) => room === undefined || room !== roomOf(file)).flatMap((
    { pattern, what },
  ) =>
    [...source.matchAll(pattern)].map((match) => ({
      file,
      line: lineOf(source, match.index),
      what: `${match[0]}: ${what}`,
    }))
  );
}
