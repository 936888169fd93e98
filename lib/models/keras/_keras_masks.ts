import type { KerasObject } from "./_keras_config.ts";

const KEEP = new Set(
  "Activation BatchNormalization Dense Dropout LayerNormalization SpatialDropout1D TimeDistributed".split(
    " ",
  ),
);
const RECURRENT = new Set(["Bidirectional", "GRU", "LSTM", "SimpleRNN"]);
const LEAVES_OUT = new Set(["GlobalAveragePooling1D", "Sequential", "Functional", "Model"]);

/**
 * Porting note: Keras leaves masked steps out of means over time, and hands masks on into models; tfjs does neither.
 *
 * @throws {TypeError} when a layer that is reached by a mask would say something else here
 */
export function refuseMasked({ class_name, config }: KerasObject): void {
  if (!LEAVES_OUT.has(class_name)) return;
  throw new TypeError(
    `Cannot load ${config.name} as a ${class_name} without a mask: Keras minds the mask of its input there, tfjs does not`,
  );
}

/** Follows the mask through a row of layers. */
export function checkRowMasks(row: KerasObject[]): void {
  let masked = false;
  for (const layer of row) {
    const { class_name, config } = layer;
    if (masked) refuseMasked(layer);
    if (class_name === "Masking" || config.mask_zero === true) masked = true;
    else if (RECURRENT.has(class_name)) masked &&= sequences(config);
    else masked &&= KEEP.has(class_name);
  }
}

function sequences(config: Record<string, unknown>): boolean {
  const { config: wrapped = config } = (config.layer ?? {}) as Partial<KerasObject>;
  return wrapped.return_sequences === true;
}
