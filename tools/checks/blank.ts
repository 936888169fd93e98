/** What to replace by spaces. */
export interface BlankOptions {
  /** Contents of strings and templates too, not only comments. @default false */
  strings?: boolean;
}

/**
 * Source code without its comments (and strings): spaces stand where they were, so that offsets and lines stay.
 *
 * @param source TypeScript or JavaScript
 * @param options what to blank beside comments
 * @returns text of the same length
 */
export function blank(source: string, { strings = false }: BlankOptions = {}): string {
  let code = "";
  let position = 0;
  const braces: number[] = []; // depth of braces inside each open `${`
  while (position < source.length) {
    const token = nextToken(source, position, code, braces);
    const isString = token.kind === "string";
    const hide = token.kind === "comment" || (isString && strings);
    code += hide ? spaces(token.text, isString) : token.text;
    position += token.text.length;
  }
  return code;
}

interface Token {
  kind: "code" | "comment" | "string";
  text: string;
}

function nextToken(source: string, position: number, before: string, braces: number[]): Token {
  const rest = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    return pattern.exec(source)?.[0];
  };
  const comment = rest(/\/\/[^\n]*|\/\*[\s\S]*?(\*\/|$)/y);
  if (comment !== undefined) return { kind: "comment", text: comment };
  const quoted = rest(/"(\\[\s\S]|[^"\\\n])*"|'(\\[\s\S]|[^'\\\n])*'/y) ??
    (mayStartRegExp(before) ? rest(/\/(\\.|\[(\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y) : undefined);
  if (quoted !== undefined) return { kind: "string", text: quoted };
  const char = source[position]!;
  const endsHole = char === "}" && braces.at(-1) === 0;
  if (char === "`" || endsHole) {
    if (endsHole) braces.pop();
    const text = rest(/[`}](\\[\s\S]|\$(?!\{)|[^`\\$])*(`|\$\{|$)/y)!;
    if (text.endsWith("${")) braces.push(0);
    return { kind: "string", text };
  }
  if (braces.length > 0 && char === "{") braces[braces.length - 1]!++;
  if (braces.length > 0 && char === "}") braces[braces.length - 1]!--;
  return { kind: "code", text: rest(/[A-Za-z0-9_$]+|\s+/y) ?? char };
}

/** A slash divides after a value and starts a regular expression elsewhere. */
function mayStartRegExp(before: string): boolean {
  const tail = before.slice(-40).trimEnd();
  return /(^|[=(,:[!&|?{};+\-*%<>~^]|\b(return|typeof|case|in|of|await|yield|throw))$/.test(tail);
}

function spaces(text: string, keepEnds: boolean): string {
  const empty = (part: string): string => part.replace(/[^\n]/g, " ");
  if (!keepEnds || text.length < 2) return empty(text);
  return text[0]! + empty(text.slice(1, -1)) + text.at(-1)!;
}
