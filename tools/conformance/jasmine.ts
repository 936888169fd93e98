import { createRequire } from "node:module";

/** What jasmine reports of one spec. */
export interface SpecResult {
  fullName: string;
  status: "passed" | "failed" | "pending" | "excluded";
  failedExpectations: { message: string; stack?: string }[];
}

interface JasmineEnvironment {
  configure(options: { random: boolean; specFilter: (spec: { getFullName(): string }) => boolean }): void;
  clearReporters(): void;
  addReporter(reporter: { specDone(result: SpecResult): void }): void;
  execute(): Promise<unknown>;
}

const names = [
  ..."describe it expect beforeEach afterEach beforeAll afterAll fail spyOn pending".split(" "),
  ..."xit xdescribe fdescribe fit spyOnProperty expectAsync".split(" "),
];

/** Puts a jasmine where the specs look for it, on the global object; gives its environment. */
export function installJasmine(): JasmineEnvironment {
  const jasmine = createRequire(import.meta.url)("jasmine-core").noGlobals();
  const globals = globalThis as Record<string, unknown>;
  globals.jasmine = jasmine.jasmine;
  for (const name of names) globals[name] = jasmine[name];
  return jasmine.jasmine.getEnv();
}

/** Runs the specs that `wanted` names and hands each finished one to `done`. */
export async function runSpecs(
  environment: JasmineEnvironment,
  wanted: (name: string) => boolean,
  done: (result: SpecResult) => void,
): Promise<void> {
  environment.configure({ random: false, specFilter: (spec) => wanted(spec.getFullName()) });
  environment.clearReporters();
  environment.addReporter({ specDone: done });
  await environment.execute();
}
