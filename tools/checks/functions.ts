import { lineOf } from "./line_of.ts";

/** A named function or method of a source file. */
export interface FoundFunction {
  name: string;
  /** Its first and last line, from 1. */
  first: number;
  last: number;
}

const heads = [
  /\bfunction\s*\*?\s*([\w$]+)\s*(?:<[^()]*>)?\(/g, // function name(
  /^[ \t]+(?:(?:async|static|override|get|set|private|protected|public|\*)\s+)*([#\w$]+)\s*(?:<[^()]*>)?\(/gm, // method(
  /\b(?:const|let)\s+([\w$]+)\b[^=\n]*=\s*(?:async\s*)?(?:<[^()]*>)?\((?=[^;]*?=>)/g, // const name = (…) =>
];
const keywords = new Set("if for while switch catch return function await super new throw typeof".split(" "));

/**
 * Finds functions and methods with a body in braces.
 *
 * @param code source without comments and strings (`blank` with `strings`)
 * @returns each with its lines
 */
export function functions(code: string): FoundFunction[] {
  return heads.flatMap((head) =>
    [...code.matchAll(head)].filter(([, name]) => !keywords.has(name!)).flatMap((match) => {
      const body = bodyOf(code, match.index + match[0].length - 1);
      if (body === undefined) return [];
      const start = match.index + match[0].search(/\S/);
      return [{ name: match[1]!, first: lineOf(code, start), last: lineOf(code, closing(code, body)) }];
    })
  );
}

/** Where the body's brace is, given the parameters' parenthesis; undefined where there is none. */
function bodyOf(code: string, parameters: number): number | undefined {
  let before = ")";
  for (let at = closing(code, parameters) + 1; at < code.length; at++) {
    const char = code[at]!;
    if (/\s/.test(char)) continue;
    if (char === "{" && !opensType(before)) return at;
    if (/[;,)}\]]/.test(char)) return undefined;
    if ("([{".includes(char)) at = closing(code, at);
    before = code[at]!;
  }
  return undefined;
}

/** After one of these a brace opens a type, not a body. */
function opensType(before: string): boolean {
  return [":", "|", "&", "<", ","].includes(before);
}

/** The position of the bracket that closes the one at `open`. */
function closing(code: string, open: number): number {
  let depth = 0;
  for (let at = open; at < code.length; at++) {
    if ("([{".includes(code[at]!)) depth++;
    if (")]}".includes(code[at]!) && --depth === 0) return at;
  }
  return code.length - 1;
}
