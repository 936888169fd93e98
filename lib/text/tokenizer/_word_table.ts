/**
 * Numbers words in the order in which they come, without cutting known ones from their texts: a hash table (open addressing,
 * FNV-1a) over the texts' own characters. The known words lie one behind the other in one array of UTF-16 units, so that looking
 * a word up reads no string but the text. Twelve million words are read in about a second.
 */
export class WordTable {
  /** The words by their number. */
  readonly words: string[] = [];
  #slots = new Int32Array(1 << 12).fill(-1);
  #hashes = new Int32Array(1 << 11);
  /** Word `id` is the units from `#starts[id]` up to `#starts[id + 1]`. */
  #starts = new Int32Array(1 << 11);
  #units = new Uint16Array(1 << 14);

  /**
   * The numbers of a text's words, where `ends` has 1 for each UTF-16 unit that ends a word. A new word is learned, or has
   * number -1.
   */
  readText(text: string, { ends, learn }: { ends: Uint8Array; learn: boolean }): number[] {
    const ids: number[] = [], { length } = text;
    const word: Found = { text, start: 0, end: 0, hash: FIRST }; // one object for all words: twelve million would be slow
    for (let i = 0; i <= length; i++) {
      const unit = i < length ? text.charCodeAt(i) : -1;
      if (unit >= 0 && ends[unit] === 0) word.hash = Math.imul(word.hash ^ unit, PRIME);
      else {
        word.end = i;
        if (i > word.start) ids.push(this.#find(word, learn));
        word.start = i + 1;
        word.hash = FIRST;
      }
    }
    return ids;
  }

  /** The numbers of words that are cut already. */
  readWords(words: readonly string[], { learn }: { learn: boolean }): number[] {
    return words.map((text) => this.#find({ text, start: 0, end: text.length, hash: hashOf(text) }, learn));
  }

  #find(word: Found, learn: boolean): number {
    const slots = this.#slots, hashes = this.#hashes, mask = slots.length - 1, { hash } = word;
    let slot = spread(hash) & mask;
    for (let id = slots[slot]!; id >= 0; id = slots[slot]!) {
      if (hashes[id] === hash && this.#is(id, word)) return id;
      slot = (slot + 1) & mask;
    }
    return learn ? this.#learn(word, slot) : -1;
  }

  #is(id: number, { text, start, end }: Found): boolean {
    const units = this.#units, shift = this.#starts[id]! - start;
    if (this.#starts[id + 1]! - shift !== end) return false;
    for (let i = start; i < end; i++) if (text.charCodeAt(i) !== units[i + shift]) return false;
    return true;
  }

  #learn({ text, start, end, hash }: Found, slot: number): number {
    const id = this.words.length, from = this.#starts[id]!, to = from + end - start;
    this.#units = atLeast(to, this.#units);
    for (let i = start; i < end; i++) this.#units[from + i - start] = text.charCodeAt(i);
    this.words.push(textOf(this.#units.subarray(from, to)));
    this.#starts = atLeast(id + 2, this.#starts);
    this.#hashes = atLeast(id + 1, this.#hashes);
    this.#starts[id + 1] = to;
    this.#hashes[id] = hash;
    this.#slots[slot] = id;
    if (this.words.length * 2 > this.#slots.length) this.#grow();
    return id;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4).fill(-1), mask = slots.length - 1;
    for (let id = 0; id < this.words.length; id++) {
      let slot = spread(this.#hashes[id]!) & mask;
      while (slots[slot]! >= 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

/** A word where it was found. */
interface Found {
  text: string;
  start: number;
  end: number;
  hash: number;
}

const FIRST = 0x811c9dc5 | 0, PRIME = 0x01000193;

function hashOf(word: string): number {
  let hash = FIRST;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** The same array where it is long enough, or a longer copy. */
function atLeast<T extends Int32Array | Uint16Array>(length: number, array: T): T {
  if (length <= array.length) return array;
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, 2 * array.length));
  longer.set(array);
  return longer;
}

/** In parts, since a function takes only so many arguments. */
function textOf(units: Uint16Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += 4096) text += String.fromCharCode(...units.subarray(i, i + 4096));
  return text;
}
