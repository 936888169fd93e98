import { typeAttribute } from "../tensorflow/make_attributes.ts";
import type { RFFTBlocks } from "./rfft_blocks.ts";
import { withMemory } from "../tensor_memory.ts";
import { background } from "../tensorflow/background.ts";
import type { Machine } from "../tensorflow/binding.ts";
import { DataType } from "../tensorflow/types.ts";

const types = [typeAttribute("Treal", DataType.float32), typeAttribute("Tcomplex", DataType.complex64)];

/**
 * TensorFlow transforms a block while the next one is written and the last one read. Two inputs take turns, and are transformed as
 * wholes: what is behind the last row of all is whatever was there, and isn't read.
 */
export function rfftBeside(machine: Machine, { rows, length, most, write, read }: RFFTBlocks): void {
  const { tensors, native } = machine,
    count = Math.ceil(rows / most),
    bins = Math.floor(length / 2) + 1;
  const rowsOf = (block: number): number => Math.min(most, rows - block * most);
  const lengths = tensors.create([1], DataType.int32, [length]);
  const inputs = [0, 1].slice(0, count).map(() => tensors.empty([most, length], DataType.float32)),
    outputs: number[] = [];
  const fill = (block: number): void => {
    const [input, first] = [inputs[block % 2]!, block * most];
    withMemory(machine, input, { size: rowsOf(block) * length, use: (memory) => write(memory, first) });
    outputs.push(begin(machine, [input, lengths]));
  };
  const take = (block: number): void => {
    const [output] = outputs, first = block * most;
    withMemory(machine, output!, { size: rowsOf(block) * bins * 2, use: (memory) => read(memory, first) });
    tensors.remove(outputs.shift()!);
  };
  try {
    for (let block = 0; block <= count; block++) {
      if (block < count) fill(block);
      if (block > 0) take(block - 1);
    }
  } catch (error) {
    background(native).recover();
    throw error;
  } finally {
    for (const id of [lengths, ...inputs, ...outputs]) tensors.remove(id);
  }
}

const result = new BigUint64Array(1);

/** Begins a transform, and gives its result's number: whoever asks that for anything waits for it. */
function begin({ tensors, native, executeHandles }: Machine, inputs: readonly number[]): number {
  const handles = inputs.map((id) => tensors.handle(id));
  background(native).begin(() => executeHandles("RFFT", types, handles, result));
  return tensors.adopt(Deno.UnsafePointer.create(result[0]!));
}
