import assert from "node:assert/strict";

/**
 * Compares a value's JSON with the file kept under `snapshots/`. With `UPDATE_SNAPSHOTS=1` in the environment the file is
 * written instead; without it a missing file fails.
 */
export function assertSnapshot(value: unknown, name: string): void {
  const file = new URL(`./snapshots/${name}.json`, import.meta.url);
  const text = JSON.stringify(value, null, 2) + "\n";
  if (Deno.env.get("UPDATE_SNAPSHOTS") === "1") return Deno.writeTextFileSync(file, text);
  let kept: string;
  try {
    kept = Deno.readTextFileSync(file);
  } catch {
    throw new Error(
      `Cannot compare ${name} as a snapshot: there is none. Run with UPDATE_SNAPSHOTS=1 and look at the file`,
    );
  }
  assert.deepEqual(JSON.parse(text), JSON.parse(kept), `${name} differs; UPDATE_SNAPSHOTS=1 accepts it`);
}
