/** A tag of a docstring, as `deno doc --json` prints it. */
interface Tag {
  kind: string;
  name?: string;
  doc?: string;
}

interface JsDoc {
  doc?: string;
  tags?: Tag[];
}

interface Parameter {
  kind: string;
  optional?: boolean;
  name?: string;
  left?: Parameter;
  arg?: Parameter;
}

/** A declaration, as `deno doc --json` prints it (the part that is looked at). */
export interface Declaration {
  location: { filename: string; line: number };
  kind: string;
  jsDoc?: JsDoc;
  def?: {
    params?: Parameter[];
    returnType?: { repr?: string; kind?: string; value?: unknown };
    extends?: string | unknown[];
    properties?: { name: string; jsDoc?: JsDoc }[];
  };
}

/**
 * What an export's docstring lacks.
 *
 * @param name the export's name
 * @param declaration its description
 * @param throws whether it owes a `@throws`
 * @returns a sentence for each thing
 */
export function docProblems(name: string, declaration: Declaration, throws: boolean): string[] {
  const { kind, jsDoc = {}, def = {} } = declaration;
  const tags = jsDoc.tags ?? [];
  const has = (wanted: string): boolean => tags.some((tag) => tag.kind === wanted);
  const problems: string[] = [];
  if (kind !== "namespace" && (jsDoc.doc ?? "").trim() === "") {
    problems.push(`${name} has no docstring that says what it is`);
  }
  if (kind === "function") {
    problems.push(...parameterProblems(name, def.params ?? [], tags));
    const required = requiredArguments(def.params ?? []);
    if (required > 2) problems.push(`${name} asks for ${required} arguments; take two and an options object`);
    if (returnsValue(def.returnType) && !has("return")) problems.push(`${name} lacks @returns`);
    if (throws && !has("throws")) {
      problems.push(`${name} lacks @throws, and its file throws`);
    }
  }
  const isError = kind === "class" && String(def.extends ?? "").endsWith("Error");
  if ((kind === "function" || kind === "class") && !isError && !has("example")) {
    problems.push(`${name} lacks @example`);
  }
  if (kind === "interface" && name.endsWith("Options")) {
    for (const property of def.properties ?? []) {
      const { doc = "", tags = [] } = property.jsDoc ?? {};
      if (doc.trim() === "" && tags.length === 0) {
        problems.push(`${name}.${property.name} has no docstring`);
      }
    }
  }
  return problems;
}

/** Every parameter by its name; one that is taken apart may have any name. */
function parameterProblems(name: string, parameters: Parameter[], tags: Tag[]): string[] {
  const documented = tags.filter((tag) => tag.kind === "param").map((tag) => tag.name ?? "");
  const whole = new Set(documented.map((path) => path.split(".")[0]));
  const names = parameters.map(nameOf);
  const missing = names.filter((parameter) => parameter !== undefined && !whole.has(parameter));
  const unnamed = names.filter((parameter) => parameter === undefined).length;
  const spare = [...whole].filter((path) => !names.includes(path)).length;
  return [
    ...missing.map((parameter) => `${name} lacks @param ${parameter}`),
    ...(unnamed > spare ? [`${name} lacks @param for its options`] : []),
    ...(spare > unnamed ? [`${name} documents a parameter that it does not have`] : []),
  ];
}

/** How many arguments a caller has to give beside the options object that may stand last. */
function requiredArguments(parameters: Parameter[]): number {
  const last = parameters.at(-1);
  const hasOptions = last?.kind === "object" || /^(options|args|parameters)$/i.test(last?.name ?? "");
  const before = hasOptions ? parameters.slice(0, -1) : parameters;
  return before.filter(({ kind, optional }) => kind !== "assign" && kind !== "rest" && !optional).length;
}

function nameOf({ kind, name, left, arg }: Parameter): string | undefined {
  if (kind === "assign") return nameOf(left!);
  if (kind === "rest") return nameOf(arg!);
  return name;
}

function returnsValue(type: { repr?: string; kind?: string; value?: unknown } | undefined): boolean {
  if (type === undefined) return false;
  return !/^(void|never|undefined)$/.test(type.repr ?? "") && !isEmptyPromise(type) &&
    type.kind !== "typePredicate";
}

function isEmptyPromise(type: { repr?: string; value?: unknown }): boolean {
  const text = JSON.stringify(type);
  return text.includes('"Promise"') && /"repr":"void"/.test(text);
}
