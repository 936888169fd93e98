import assert from "node:assert/strict";
import { tf } from "../../lib/engine/mod.ts";
import golden from "../reference/models/golden.json" with { type: "json" };

/** What make_golden.py says of a model. */
export interface Description {
  outputs: { shape: number[]; values: number[] }[];
  parameters: number;
}

/** What Keras says of the files kept here, by their names. */
export const descriptions: Record<string, Description> = golden;

/** A file that Keras saved. */
export const fixture = (name: string): string =>
  new URL(`../reference/models/${name}.keras`, import.meta.url).pathname;

/** A model's outputs for make_golden.py's inputs. */
export function outputsOf(model: tf.LayersModel): { shape: number[]; values: number[] }[] {
  return tf.tidy(() => {
    const inputs = model.inputs.map(({ shape: [, ...open] }) => {
      const shape = [2, ...open.map((size) => size ?? 20)], size = shape.reduce((a, b) => a * b, 1);
      return tf.tensor(Float32Array.from({ length: size }, (_, i) => i * 7 % 11 % 3), shape);
    });
    const outputs = [model.predict(inputs.length === 1 ? inputs[0]! : inputs)].flat();
    return outputs.map((output) => ({ shape: output.shape, values: [...output.dataSync()] }));
  });
}

/** Throws where a model says something else than described, by more than 1e-5. */
export function assertDescribed(model: tf.LayersModel, { outputs, parameters }: Description): void {
  const actual = outputsOf(model);
  assert.deepEqual(actual.map(({ shape }) => shape), outputs.map(({ shape }) => shape));
  assert.equal(model.countParams(), parameters);
  actual.forEach(({ values }, i) =>
    values.forEach((value, j) => {
      const expected = outputs[i]!.values[j]!;
      assert.ok(Math.abs(value - expected) <= 1e-5, `output ${i}, ${j}: ${value}, not ${expected}`);
    })
  );
}
