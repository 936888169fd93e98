import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { encodeWav } from "../../lib/audio/mod.ts";
import type { Corpus } from "../../lib/datasets/mod.ts";

/** A WAV file of a tone. */
export function tone(seconds: number, sampleRate = 16_000): Uint8Array<ArrayBuffer> {
  const samples = Float32Array.from(
    { length: Math.round(seconds * sampleRate) },
    (_, i) => 0.5 * Math.sin(2 * Math.PI * 440 * i / sampleRate),
  );
  return encodeWav({ samples, sampleRate });
}

/** Writes files and gives the corpus that pins them. */
export function writeCorpus(
  folder: string,
  id: string,
  files: Readonly<Record<string, Uint8Array<ArrayBuffer> | string>>,
): Corpus {
  const edition = Object.entries(files).map(([path, content]) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const place = join(folder, id, path);
    Deno.mkdirSync(dirname(place), { recursive: true });
    Deno.writeFileSync(place, bytes);
    return { path, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  });
  return { id, title: id, origin: "a test", licence: "none", editions: [edition] };
}
