import type { Vocabulary } from "../text/mod.ts";
import { NONE } from "./_prompt_rows.ts";
import { streamTokens } from "./_stream_tokens.ts";
import type { GenerateOptions } from "./generate_options.ts";
import type { RecurrentState } from "./next_token_model.ts";
import { sampler } from "./sampler.ts";
import type { TextWriter } from "./text_writer.ts";

/** Texts that are being written, one after each prompt. Reading it again writes on from the same source of chance. */
export interface GeneratedTexts extends AsyncIterable<string[]> {
  /** The prompts. */
  prompts: readonly string[];
  /** For each prompt a sentence about what of it the vocabulary does not know; nothing where it knows all. */
  notices: readonly (string | undefined)[];
  /** Writes to the end: each prompt with its continuation. */
  texts(): Promise<string[]>;
}

/**
 * Continues several prompts at once, one token a step, the recurrent states side by side on the device. Each step yields
 * the piece that each text got; a text with a shorter prompt begins and ends earlier and gets empty pieces meanwhile.
 *
 * @param writer the model and its vocabulary
 * @param prompts the beginnings, none empty; what the vocabulary does not know of one becomes the unknown token, see `notices`
 * @param options length, temperature, cuts, source of chance
 * @returns pieces as they are written, or the whole texts; the sampler never writes the unknown token
 * @throws {RangeError} when there is no prompt, one is empty or has no known token, or an option is out of its range
 * @throws {TypeError} while writing, when the model's logits are not [B, V]
 * @example
 * ```ts
 * import { generateTexts } from "unroll/generation/mod.ts";
 * import { characterGRU, oneToken } from "unroll/models/mod.ts";
 * import { characterVocabulary } from "unroll/text/mod.ts";
 *
 * const vocabulary = characterVocabulary("to be or not to be");
 * const model = oneToken(characterGRU({ vocabularySize: vocabulary.size, embedding: 4, units: 8 }));
 * const texts = await generateTexts({ model, vocabulary }, ["to be", "or"], { length: 20, temperature: 0.5 }).texts();
 * ```
 */
export function generateTexts<State extends RecurrentState>(
  writer: TextWriter<State>,
  prompts: readonly string[],
  options: GenerateOptions = {},
): GeneratedTexts {
  const { model, vocabulary } = writer;
  const { length = 500, signal } = options;
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`Cannot generate as a positive whole number of tokens: ${length}`);
  }
  if (prompts.length === 0) {
    throw new RangeError("Cannot generate as a continuation of prompts: there is none");
  }
  const read = prompts.map((prompt) => readPrompt(vocabulary, prompt));
  const stream = { model, prompts: read.map(({ ids }) => ids), length, size: vocabulary.size, signal };
  const pick = options.pick ??
    sampler({ ...options, mask: [...options.mask ?? [], ...unknownOf(vocabulary)] });
  const pieces = () => piecesOf(vocabulary, streamTokens({ ...stream, pick }));
  return {
    prompts,
    notices: read.map(({ notice }) => notice),
    texts: () => joined(prompts, pieces()),
    [Symbol.asyncIterator]: pieces,
  };
}

function unknownOf({ unknown }: Vocabulary): number[] {
  return unknown === undefined ? [] : [unknown];
}

function readPrompt(vocabulary: Vocabulary, prompt: string): { ids: Int32Array; notice?: string } {
  const ids = vocabulary.encode(prompt);
  if (ids.length === 0) {
    throw new RangeError(
      `Cannot continue a prompt as at least one ${vocabulary.unit}: ${JSON.stringify(prompt)}`,
    );
  }
  const strange = vocabulary.unknownIn(prompt).map((token) => JSON.stringify(token)).join(", ");
  if (strange === "") return { ids };
  if (ids.every((id) => id === vocabulary.unknown)) {
    throw new RangeError(
      `Cannot continue a prompt as text with a known ${vocabulary.unit}: it only has ${strange}`,
    );
  }
  const notice = `The vocabulary does not know ${strange} of the prompt ${JSON.stringify(prompt)}: ` +
    "the unknown token stands for it.";
  return { ids, notice };
}

async function* piecesOf(
  vocabulary: Vocabulary,
  stream: AsyncIterable<Int32Array>,
): AsyncGenerator<string[]> {
  const { tokens, separator } = vocabulary;
  for await (const ids of stream) yield Array.from(ids, (id) => id === NONE ? "" : separator + tokens[id]!);
}

async function joined(prompts: readonly string[], pieces: AsyncIterable<string[]>): Promise<string[]> {
  const texts = prompts.map((prompt) => [prompt]);
  for await (const step of pieces) step.forEach((piece, row) => texts[row]!.push(piece));
  return texts.map((parts) => parts.join(""));
}
