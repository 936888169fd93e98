import type { GenerateOptions } from "./generate_options.ts";
import { type GeneratedTexts, generateTexts } from "./generate_texts.ts";
import type { RecurrentState } from "./next_token_model.ts";
import type { TextWriter } from "./text_writer.ts";

/** A text that is being written after a prompt. */
export interface GeneratedText extends AsyncIterable<string> {
  /** The prompt. */
  prompt: string;
  /** A sentence about what of the prompt the vocabulary does not know; nothing where it knows all. */
  notice: string | undefined;
  /** Writes to the end: the prompt with its continuation. */
  text(): Promise<string>;
}

/**
 * Continues a prompt, one token at a time; the recurrent state stays on the device. Read it piece by piece as it is written,
 * or as a whole with `text()`.
 *
 * @param writer the model and its vocabulary
 * @param prompt the beginning; what the vocabulary does not know of it becomes the unknown token, see `notice`
 * @param options length, temperature, cuts, source of chance
 * @returns the pieces as they are written, or the whole text; the sampler never writes the unknown token
 * @throws {RangeError} when the prompt is empty or has no known token, or an option is out of its range
 * @throws {TypeError} while writing, when the model's logits are not [1, V]
 * @example
 * ```ts
 * import { generateText } from "unroll/generation/mod.ts";
 * import { characterGRU, oneToken } from "unroll/models/mod.ts";
 * import { characterVocabulary } from "unroll/text/mod.ts";
 *
 * const vocabulary = characterVocabulary("to be or not to be");
 * const model = oneToken(characterGRU({ vocabularySize: vocabulary.size, embedding: 4, units: 8 }));
 * const written = generateText({ model, vocabulary }, "to be", { length: 20, temperature: 0.5 });
 * for await (const piece of written) piece; // "o", "r", …
 * ```
 */
export function generateText<State extends RecurrentState>(
  writer: TextWriter<State>,
  prompt: string,
  options: GenerateOptions = {},
): GeneratedText {
  const texts = generateTexts(writer, [prompt], options);
  return {
    prompt,
    notice: texts.notices[0],
    text: async () => (await texts.texts())[0]!,
    [Symbol.asyncIterator]: () => onlyRow(texts),
  };
}

async function* onlyRow(texts: GeneratedTexts): AsyncGenerator<string> {
  for await (const [piece] of texts) yield piece!;
}
