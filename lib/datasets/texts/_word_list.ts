/** The words of a text, parted by blanks and line breaks. */
export function wordList(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
