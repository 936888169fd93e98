import { type Compiled, compiled, tf } from "../engine/mod.ts";
import { forward } from "./_forward.ts";
import { bothMasks, type Flat, type Layout, type Parts, unflatten } from "./_inputs.ts";
import { meanLoss, metricSums, type Scored, type Scoring } from "./_score.ts";
import type { Optimizer } from "./optimizers/optimizer.ts";

/** A step over batches, recorded once for each layout and shapes. */
export interface Step {
  /** Returns the report: loss, then sum and count of each metric. The caller disposes it. */
  (batch: Flat): tf.Tensor;
  /** What became of it for each layout: watched, replayed, or why not. */
  states(): string[];
  dispose(): void;
}

/** The step that trains: nothing in it reads a value back, and what changes between steps is in variables. */
export function trainStep(model: tf.LayersModel, optimizer: Optimizer, scoring: Scoring): Step {
  const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  return stepOf((parts) => {
    let report: tf.Tensor;
    const { grads } = tf.variableGrads(() => {
      const scored = scoreBatch(model, parts, true), loss = totalLoss(model, scoring, scored);
      report = tf.keep(tf.stack([loss, ...metricSums(scoring.metrics, scored)])); // [1 + 2M]
      return loss as tf.Scalar;
    }, variables);
    optimizer.apply(variables.flatMap((variable) => {
      const gradient = grads[variable.name];
      return gradient ? [{ variable, gradient }] : [];
    }));
    applyConstraints(model);
    return report!;
  });
}

/** The step that only measures. */
export function testStep(model: tf.LayersModel, scoring: Scoring): Step {
  return stepOf((parts) => {
    const scored = scoreBatch(model, parts, false);
    return tf.stack([totalLoss(model, scoring, scored), ...metricSums(scoring.metrics, scored)]);
  });
}

function stepOf(run: (parts: Parts) => tf.Tensor): Step {
  const recorded = new Map<string, Compiled>();
  const recordingOf = (layout: Layout): Compiled => {
    const key = JSON.stringify(layout);
    if (!recorded.has(key)) recorded.set(key, compiled((...tensors) => [run(unflatten(tensors, layout))]));
    return recorded.get(key)!;
  };
  return Object.assign(({ tensors, layout }: Flat) => recordingOf(layout)(...tensors)[0]!, {
    states: () => [...recorded.values()].map(({ state }) => state),
    dispose: () => recorded.forEach((one) => one.dispose()),
  });
}

function scoreBatch(
  model: tf.LayersModel,
  { inputs, labels, sampleWeight, mask }: Parts,
  training: boolean,
): Scored {
  const passed = forward(model, inputs, { training });
  return { labels, predictions: passed.output, sampleWeight, mask: bothMasks(passed.mask, mask) };
}

function totalLoss(model: tf.LayersModel, { loss }: Scoring, scored: Scored): tf.Tensor {
  // Layer by layer: tfjs's sequential model says nothing before it is compiled.
  const penalties = model.layers.flatMap((layer) => layer.calculateLosses());
  return penalties.reduce((total: tf.Tensor, one) => tf.add(total, one), meanLoss(loss, scored));
}

/** Projects weights with a constraint back into it, as Keras does after each step. */
function applyConstraints(model: tf.LayersModel): void {
  for (const weight of model.trainableWeights) {
    if (weight.constraint) (weight.read() as tf.Variable).assign(weight.constraint.apply(weight.read()));
  }
}
