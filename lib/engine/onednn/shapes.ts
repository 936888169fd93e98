import { DataType } from "./constants.ts";
import type { Handles } from "./handles.ts";
import { type KindName, kinds, type Layouts } from "./kinds.ts";

type Pointer = Deno.PointerValue;

/** How recurrent networks multiply: float32, or bfloat16 with float32 sums, carry, bias and gradients. */
export type RecurrentPrecision = "f32" | "bf16";

/** What a recurrent primitive is made for. */
export interface PlanShape {
  readonly kind: KindName;
  /** B */
  readonly batch: number;
  /** T */
  readonly steps: number;
  /** F */
  readonly features: number;
  /** H */
  readonly units: number;
  /** From the last step to the first; the output stays in the input's order. */
  readonly reversed: boolean;
  readonly precision: RecurrentPrecision;
}

/** Layouts of tensors as Keras has them, of what a primitive is asked for, and of its gradients. */
export interface Shapes {
  readonly plain: Layouts;
  readonly values: Layouts;
  readonly gradients: Layouts;
}

/** Makes the layouts of a shape: sequences are [B, T, C] in memory, which oneDNN takes as they are. */
export function makeShapes(handles: Handles, shape: PlanShape): Shapes {
  const { batch, steps, features, units } = shape, { gates, biasParts } = kinds[shape.kind];
  const kernelDims = [1, 1, features, gates, units], recurrentDims = [1, 1, units, gates, units];
  const make = (type: number, kernel: (dims: number[]) => Pointer): Layouts => {
    const sequence = (size: number): Pointer =>
      handles.layout([steps, batch, size], [size, steps * size, 1], type);
    return {
      x: sequence(features),
      y: sequence(units),
      state: handles.layout([1, 1, batch, units], undefined, type),
      carry: handles.layout([1, 1, batch, units]),
      bias: handles.layout([1, 1, biasParts, units]),
      kernel: kernel(kernelDims),
      recurrentKernel: kernel(recurrentDims),
    };
  };
  const { f32 } = DataType, narrow = DataType[shape.precision];
  return {
    plain: make(f32, (dims) => handles.layout(dims)),
    values: make(narrow, (dims) => handles.anyLayout(dims, narrow)),
    gradients: make(f32, (dims) => handles.anyLayout(dims, f32)),
  };
}
