/** A file server on the loopback that can break off, ignore ranges, stay silent or fail. */
export interface Behaviour {
  /** Bytes after which the connection ends, for the first answer only. */
  breakAfter?: number;
  /** Whether `Range` is honoured. */
  ranges?: boolean;
  /** The status in place of 200. */
  status?: number;
  /** Never sends the body. */
  silent?: boolean;
}

/** What `serve` returns. */
export interface Served extends AsyncDisposable {
  /** The Range header of each request. */
  requests: (string | null)[];
  url: string;
}

/** Serves one body. */
export function serve(body: Uint8Array<ArrayBuffer>, behaviour: Behaviour = {}): Served {
  const requests: (string | null)[] = [];
  let breakAfter = behaviour.breakAfter;
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const range = request.headers.get("range");
    requests.push(range);
    if (behaviour.status) return new Response("no", { status: behaviour.status });
    if (behaviour.silent) return new Response(new ReadableStream({ start: () => {} }));
    const start = behaviour.ranges === false || !range ? 0 : Number(/\d+/.exec(range)![0]);
    if (start >= body.length && start > 0) return new Response(null, { status: 416 });
    const rest = body.subarray(start);
    const sent = breakAfter === undefined ? rest : rest.subarray(0, breakAfter);
    breakAfter = undefined;
    return new Response(sent, { status: start > 0 ? 206 : 200 });
  });
  return {
    requests,
    url: `http://127.0.0.1:${server.addr.port}/input.txt`,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** A folder that goes away with the block. */
export function temporaryFolder(): Disposable & { path: string } {
  const path = Deno.makeTempDirSync({ prefix: "unroll-datasets-" });
  return { path, [Symbol.dispose]: () => Deno.removeSync(path, { recursive: true }) };
}
