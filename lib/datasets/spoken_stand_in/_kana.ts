import { fileURLToPath } from "node:url";

/** What kuromoji says of a word; a word that its dictionary lacks has no pronunciation. */
interface Word {
  surface_form: string;
  pos: string;
  pronunciation?: string;
}

interface Tokenizer {
  tokenize(text: string): Word[];
}

/** Particles and endings, which are spoken in one breath with the word before them. */
const ATTACHED = new Set(["助詞", "助動詞"]);
const DIGITS = ["ゼロ", "イチ", "ニ", "サン", "ヨン", "ゴ", "ロク", "ナナ", "ハチ", "キュー"];

/**
 * Loads a reader of Japanese (npm package `kuromoji`: the one with a dictionary in it, IPADIC): it writes a text as it is
 * pronounced, in katakana, with spaces between phrases. Digits are read one by one, other scripts stay.
 */
export async function kanaReader(): Promise<(text: string) => string> {
  const { default: kuromoji } = await import("kuromoji");
  const dicPath = fileURLToPath(new URL("../dict/", import.meta.resolve("kuromoji")));
  const { promise, resolve, reject } = Promise.withResolvers<Tokenizer>();
  kuromoji.builder({ dicPath }).build((error: Error | null, tokenizer: Tokenizer) =>
    error ? reject(error) : resolve(tokenizer)
  );
  const tokenizer = await promise;
  return (text) =>
    tokenizer.tokenize(text.normalize("NFKC")).map(spoken).join("").replace(/ +(?=[、。「」]|$)/g, "").trim();
}

function spoken({ surface_form, pos, pronunciation }: Word): string {
  const sound = pronunciation ?? surface_form.replace(/\d/g, (digit) => DIGITS[Number(digit)]!);
  return ATTACHED.has(pos) || pos === "記号" ? sound : ` ${sound}`;
}
