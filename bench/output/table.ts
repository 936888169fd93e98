import type { Case, System } from "../cases/case.ts";
import type { BenchRecord, Failure } from "../measuring/record.ts";

/** What a table is made of. */
export interface TableParts {
  cases: readonly Case[];
  records: readonly BenchRecord[];
  failures?: readonly Failure[];
}

/** The best peer of a case: the fastest system that is not this library; none where nobody else was measured. */
export function bestPeer(records: readonly BenchRecord[], name: string): BenchRecord | undefined {
  return records.filter((record) => record.case === name && record.system !== "unroll")
    .reduce<BenchRecord | undefined>(
      (best, one) => best && best.medianMs <= one.medianMs ? best : one,
      undefined,
    );
}

/**
 * The figures as text: milliseconds of a step for each system, this library's ratio to the best peer, the aim, and the
 * arithmetic floor: the step's products at the speed of this run's `matmul`.
 *
 * @param parts cases, their records, and who failed
 * @returns lines of text
 */
export function table({ cases, records, failures = [] }: TableParts): string {
  const of = (name: string, system: System) =>
    records.find((record) => record.case === name && record.system === system);
  const systems = (["unroll", "keras", "keras-xla", "pytorch", "tensorflow"] as const)
    .filter((system) => [...records, ...failures].some((one) => one.system === system));
  const shown = cases.filter(({ name }) => [...records, ...failures].some((one) => one.case === name));
  const cell = (name: string, system: System): string => {
    if (failures.some((one) => one.case === name && one.system === system)) return "failed";
    return milliseconds(of(name, system)?.medianMs);
  };
  const perMs = operationsPerMs(cases, of("matmul", "unroll"));
  const rows = shown.map((one) => {
    const own = of(one.name, "unroll"), best = bestPeer(records, one.name);
    const ratio = own && best ? own.medianMs / best.medianMs : undefined;
    return [
      one.name,
      ...systems.map((system) => cell(one.name, system)),
      ratio === undefined ? "" : ratio.toFixed(2),
      one.target === undefined ? "" : one.target.toFixed(2),
      ratio === undefined || one.target === undefined ? "" : ratio <= one.target ? "yes" : "no",
      one.name === "matmul" || !perMs || !one.operations ? "" : milliseconds(one.operations / perMs),
    ];
  });
  const head = ["ms a step", ...systems, "ratio", "aim", "there", "floor"];
  return [...aligned([head, ...rows]), ...remarks(records), ...failures.map(complaint)].join("\n");
}

function operationsPerMs(cases: readonly Case[], product: BenchRecord | undefined): number | undefined {
  const operations = cases.find(({ name }) => name === "matmul")?.operations;
  return product && operations ? operations / product.minMs : undefined;
}

/** Three significant digits. */
function milliseconds(value: number | undefined): string {
  if (value === undefined) return "";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value < 0.001 ? value.toExponential(1) : value.toPrecision(3);
}

function aligned(rows: string[][]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row.map((text, column) => column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!)).join(
      "  ",
    )
      .trimEnd()
  );
}

function remarks(records: readonly BenchRecord[]): string[] {
  const writing = records.filter((record) => record.case === "generation");
  const speeds = writing.map(({ system, medianMs }) =>
    `${system} ${Math.round(1000 / medianMs).toLocaleString("en")}`
  );
  const watched = records.flatMap(({ memory = [] }) => memory);
  const looks = watched.map(({ steps, residentMb, tensors }) =>
    `${steps.toLocaleString("en")} steps ${Math.round(residentMb)} MB and ${tensors} tensors`
  );
  return [
    ...(speeds.length > 0 ? ["", `generation, characters a second: ${speeds.join(", ")}`] : []),
    ...(looks.length > 0 ? ["", `long_loop, memory after ${looks.join(", after ")}`] : []),
  ];
}

function complaint({ case: name, system, why }: Failure, index: number): string {
  return `${index === 0 ? "\n" : ""}${name}: ${system} failed, ${why}`;
}
