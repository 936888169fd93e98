/**
 * Speaks sentences, as a process of its own: espeak-ng is under the GPL, so no module of the library imports this file or
 * espeak-ng. It is the package whose 18 MB hold the program and all four languages, without a build or a download of voices.
 *
 * Reads lines of JSON, `{ "voice": "roa/fr+m3", "speed": 170, "pitch": 50, "text": "…" }`, and writes for each line a whole
 * number of four bytes (little-endian) and a WAV file of so many bytes.
 */
import program from "espeak-ng";
import { fileURLToPath } from "node:url";

/** The package's entry, which comes without types: runs the program once. */
const speak: (options: {
  arguments: string[];
  preRun(running: Running): void;
  instantiateWasm(
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): WebAssembly.Exports;
  print(): void;
}) => Promise<Running> = program;

/** A run of the program, with a file system of its own. */
interface Running {
  FS: { writeFile(path: string, text: string): void; readFile(path: string): Uint8Array };
}

/** What a line asks for. */
interface Order {
  voice: string;
  speed: number;
  pitch: number;
  text: string;
}

/** The package's file system makes an error for each file that it doesn't find, and their stack traces take most of its time. */
Error.stackTraceLimit = 0;
/** Its breath and flutter are drawn from the time of day: always the same one, so that a sentence always sounds the same. */
Date.now = () => 0;

const binary = fileURLToPath(new URL("espeak-ng.wasm", import.meta.resolve("espeak-ng")));
const compiled = await WebAssembly.compile(await Deno.readFile(binary));

/** Each sentence has a program of its own, so that it sounds the same whatever was spoken before. */
async function spoken({ voice, speed, pitch, text }: Order): Promise<Uint8Array> {
  const espeak = await speak({
    arguments: ["-w", "spoken.wav", "-v", voice, "-s", `${speed}`, "-p", `${pitch}`, "-z", "-f", "text.txt"],
    preRun: (running) => running.FS.writeFile("text.txt", text),
    instantiateWasm(imports, receive) {
      const instance = new WebAssembly.Instance(compiled, imports);
      receive(instance, compiled);
      return instance.exports;
    },
    print: () => {},
  });
  return espeak.FS.readFile("spoken.wav");
}

async function write(bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) at += await Deno.stdout.write(bytes.subarray(at));
}

let rest = "";
for await (const part of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (rest + part).split("\n");
  rest = lines.pop()!;
  for (const line of lines) {
    const wav = await spoken(JSON.parse(line));
    await write(new Uint8Array(Uint32Array.of(wav.length).buffer));
    await write(wav);
  }
}
