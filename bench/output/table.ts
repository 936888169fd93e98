import type { Case, System } from "../cases/case.ts";
import type { BenchRecord, Failure } from "../measuring/record.ts";
import { align } from "./align.ts";
import { bestPeer } from "./best_peer.ts";

/** What a table is made of. */
export interface TableParts {
  cases: readonly Case[];
  records: readonly BenchRecord[];
  failures?: readonly Failure[];
}

const columns: readonly System[] = ["unroll", "keras", "keras-xla", "pytorch", "tensorflow"];

/**
 * The figures as text: milliseconds of a step for each system, this library's ratio to the best peer in float32, the aim,
 * and the arithmetic floor: the step's products at the speed of this run's `matmul`.
 *
 * @param parts cases, their records, and who failed
 * @returns lines of text
 */
export function table({ cases, records, failures = [] }: TableParts): string {
  const all = [...records, ...failures];
  const systems = columns.filter((system) => all.some((one) => one.system === system));
  const rows = cases.flatMap((one) =>
    one.precisions.filter((precision) =>
      all.some((each) => each.case === one.name && each.precision === precision)
    )
      .map((precision) => {
        const mine = <T extends BenchRecord | Failure>(those: readonly T[]) =>
          those.filter((each) => each.case === one.name && each.precision === precision);
        const own = mine(records).find(({ system }) => system === "unroll");
        return [
          precision === "f32" ? one.name : `${one.name} ${precision}`,
          ...systems.map((system) => cell(system, mine(records), mine(failures))),
          ...comparison(one, own, bestPeer(records, one.name)),
          precision === "f32" ? floor(one, { cases, records }) : "",
        ];
      })
  );
  const head = ["ms a step", ...systems, "ratio", "aim", "there", "floor"];
  return [...align([head, ...rows]), ...remarks(records), ...failures.map(complaint)].join("\n");
}

function cell(system: System, records: readonly BenchRecord[], failures: readonly Failure[]): string {
  if (failures.some((one) => one.system === system)) return "failed";
  return milliseconds(records.find((one) => one.system === system)?.medianMs);
}

/** Ratio, aim, and whether the one is within the other. */
function comparison({ target, bf16Target }: Case, own?: BenchRecord, best?: BenchRecord): string[] {
  const ratio = own && best && own.medianMs / best.medianMs;
  const aim = own?.precision === "bf16" ? bf16Target : target;
  const there = ratio === undefined || aim === undefined ? "" : ratio <= aim ? "yes" : "no";
  return [ratio?.toFixed(2) ?? "", aim?.toFixed(2) ?? "", there];
}

/** The least time that this processor could take, from the fastest product of this run. */
function floor(one: Case, { cases, records }: TableParts): string {
  const product = cases.find(({ name }) => name === "matmul");
  const fastest = records.find((record) => record.case === "matmul" && record.system === "unroll")?.minMs;
  if (one === product || !product?.operations || !fastest || !one.operations) return "";
  return milliseconds(one.operations / product.operations * fastest);
}

/** Three significant digits. */
function milliseconds(value: number | undefined): string {
  if (value === undefined) return "";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value < 0.001 ? value.toExponential(1) : value.toPrecision(3);
}

/** What milliseconds alone don't say. */
function remarks(records: readonly BenchRecord[]): string[] {
  const speeds = records.filter((record) => record.case === "generation")
    .map(({ system, medianMs }) => `${system} ${Math.round(1000 / medianMs).toLocaleString("en")}`);
  const small = records.filter((record) => record.case === "small_op")
    .map(({ system, medianMs }) => `${system} ${(1000 * medianMs).toFixed(1)}`);
  const looks = records.flatMap(({ memory = [] }) => memory).map(({ steps, residentMb, tensors }) =>
    `${steps.toLocaleString("en")} steps ${Math.round(residentMb)} MB and ${tensors} tensors`
  );
  return [
    ...(speeds.length > 0 ? ["", `generation, characters a second: ${speeds.join(", ")}`] : []),
    ...(small.length > 0 ? ["", `small_op, microseconds: ${small.join(", ")}; aim: at most 10`] : []),
    ...(looks.length > 0 ? ["", `long_loop, memory after ${looks.join(", after ")}`] : []),
  ];
}

function complaint({ case: name, system, precision, why }: Failure, index: number): string {
  return `${index === 0 ? "\n" : ""}${name}: ${system} ${precision} failed, ${why}`;
}
