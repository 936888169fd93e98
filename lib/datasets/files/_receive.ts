import type { CorpusFile } from "./corpus.ts";
import type { DownloadOptions } from "./download.ts";

/** Fetches what `part` still lacks of the file and appends it; says whether earlier bytes were kept. */
export async function receive(file: CorpusFile, part: string, options: DownloadOptions): Promise<boolean> {
  const there = (await Deno.stat(part).catch(() => undefined))?.size ?? 0;
  if (there === file.bytes) return true;
  const start = there < file.bytes ? there : 0;
  const watch = watchdog(options);
  try {
    const response = await request(file.url!, start, watch.signal);
    const continues = response.status === 206;
    await append(response, part, { file, start: continues ? start : 0, options, alive: watch.alive });
    return continues;
  } finally {
    watch.stop();
  }
}

/** Asks for a file from byte `start` on; the answer's status is 206 where it begins there and 200 where it begins at 0. */
export async function request(url: string, start: number, signal: AbortSignal): Promise<Response> {
  const headers: HeadersInit = start > 0 ? { range: `bytes=${start}-` } : {};
  const response = await fetch(url, { headers, signal });
  if (response.ok && response.body) return response;
  await response.body?.cancel();
  if (response.status === 416 && start > 0) return await request(url, 0, signal);
  throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
}

interface Append {
  file: CorpusFile;
  start: number;
  options: DownloadOptions;
  alive: () => void;
}

async function append(
  response: Response,
  part: string,
  { file, start, options, alive }: Append,
): Promise<void> {
  using target = await Deno.open(part, {
    create: true,
    write: true,
    truncate: start === 0,
    append: start > 0,
  });
  let received = start;
  for await (const bytes of response.body!) {
    alive();
    for (let written = 0; written < bytes.length;) written += await target.write(bytes.subarray(written));
    received += bytes.length;
    if (received > file.bytes) throw new Error(`more than the expected ${file.bytes} bytes arrive`);
    options.onProgress?.(received, file.bytes);
  }
  if (received < file.bytes) throw new Error(`the connection ended after ${received} of ${file.bytes} bytes`);
}

/** What {@linkcode watchdog} returns. */
export interface Watchdog {
  signal: AbortSignal;
  /** Called when something arrived. */
  alive(): void;
  stop(): void;
}

/** A signal that aborts with the caller's, or when nothing is alive for `patience` seconds. */
export function watchdog({ signal, patience = 15 }: DownloadOptions): Watchdog {
  const silence = new AbortController();
  const expire = () => silence.abort(new Error(`no byte arrived for ${patience} s`));
  let timer = setTimeout(expire, patience * 1000);
  return {
    signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
    alive: () => {
      clearTimeout(timer);
      timer = setTimeout(expire, patience * 1000);
    },
    stop: () => clearTimeout(timer),
  };
}
