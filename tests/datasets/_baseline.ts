/** The share of the text's last tenth that the commonest next character after four others, counted on the rest, gets right. */
export function fourCharacterBaseline(text: string): number {
  const cut = Math.floor(text.length * 0.9), counts = new Map<string, Map<string, number>>();
  for (let i = 4; i < cut; i++) {
    const four = text.slice(i - 4, i), seen = counts.get(four) ?? new Map<string, number>();
    counts.set(four, seen.set(text[i]!, (seen.get(text[i]!) ?? 0) + 1));
  }
  const likeliest = new Map(
    [...counts].map(([four, next]) => [four, [...next].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
  let right = 0;
  for (let i = cut; i < text.length; i++) if (likeliest.get(text.slice(i - 4, i)) === text[i]) right++;
  return right / (text.length - cut);
}
