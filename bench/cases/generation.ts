import { characterGRU, characterVocabulary, generateText, oneToken } from "unroll";
import type { Case, Prepared, Size } from "./case.ts";

const letters = String.fromCodePoint(...Array.from({ length: 65 }, (_, index) => 33 + index));

/** Text, one character at a time, each read back: the character model with its state on the device. */
export const generation: Case = {
  name: "generation",
  step: "one character written by a GRU of 1024, embedding 256, vocabulary 65, temperature 1",
  systems: ["unroll", "keras", "keras-xla", "pytorch"],
  precisions: ["f32"],
  target: 1 / 1.5,
  prepare,
};

function prepare(size: Size): Prepared {
  const vocabulary = characterVocabulary(letters, { unknown: false });
  const sizes = size === "full" ? { embedding: 256, units: 1024 } : { embedding: 4, units: 8 };
  const model = characterGRU({ vocabularySize: vocabulary.size, ...sizes }), stepper = oneToken(model);
  const text = generateText({ model: stepper, vocabulary }, letters[0]!, { length: Number.MAX_SAFE_INTEGER });
  const characters = text[Symbol.asyncIterator]();
  return {
    step: async () => vocabulary.encode((await characters.next()).value as string)[0]!,
    async end() {
      await characters.return?.();
      stepper.dispose();
      model.dispose();
    },
  };
}
