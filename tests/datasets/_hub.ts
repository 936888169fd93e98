import { createHash } from "node:crypto";

/** How the server of {@linkcode hub} misbehaves; may be changed between requests. */
export interface HubBehaviour {
  /** Bytes after which an answer with a body ends. */
  breakAfter?: number;
  /** Whether `Range` is honoured. */
  ranges?: boolean;
  /** The status of every answer. */
  status?: number;
  /** What a file is said to be, in place of its checksum. */
  etag?: string;
  /** Never answers before the other side gives up. */
  silent?: boolean;
}

/** What {@linkcode hub} returns. */
export interface Hub extends AsyncDisposable {
  /** The address of the folder. */
  address: string;
  /** Requests as "GET data/a.tsv bytes=5-". */
  requests: string[];
  behaviour: HubBehaviour;
}

/** A server that behaves as the Hugging Face Hub does: archives lie in a store that it leads on to, tables don't. */
export function hub(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>): Hub {
  const behaviour: HubBehaviour = {}, requests: string[] = [];
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, (request) => {
    const { pathname } = new URL(request.url), path = pathname.replace(/^\/(main|store)\//, "");
    const range = request.headers.get("range"), file = files[path];
    if (!pathname.startsWith("/main/") || path.endsWith(".tsv") || request.method === "HEAD") {
      requests.push(`${request.method} ${path} ${range ?? ""}`.trim());
    }
    if (behaviour.silent) {
      return new Promise<Response>((resolve) =>
        request.signal.addEventListener("abort", () => resolve(new Response(null)))
      );
    }
    if (behaviour.status) return new Response(null, { status: behaviour.status });
    if (!file) return new Response(null, { status: 404 });
    const stored = path.endsWith(".gz"), etag = `"${behaviour.etag ?? tag(file, stored)}"`;
    if (stored && pathname.startsWith("/main/")) {
      const headers = {
        location: `/store/${path}`,
        "x-linked-etag": etag,
        "x-linked-size": `${file.length}`,
      };
      return new Response(null, { status: 302, headers });
    }
    if (request.method === "HEAD") {
      return new Response(null, { headers: { etag, "content-length": `${file.length}` } });
    }
    const start = behaviour.ranges === false || !range ? 0 : Number(/\d+/.exec(range)![0]);
    return new Response(body(file.subarray(start), behaviour), { status: start > 0 ? 206 : 200 });
  });
  return {
    address: `http://127.0.0.1:${server.addr.port}/main`,
    requests,
    behaviour,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** In pieces, so that a reader may stop early. */
function body(bytes: Uint8Array<ArrayBuffer>, { breakAfter = Infinity }: HubBehaviour): BodyInit {
  let at = 0;
  return new ReadableStream({
    pull(stream) {
      const end = Math.min(at + 4096, bytes.length, breakAfter);
      if (end <= at) return stream.close();
      stream.enqueue(bytes.slice(at, end));
      at = end;
    },
  }, { highWaterMark: 0 });
}

function tag(bytes: Uint8Array, stored: boolean): string {
  const hash = stored ? createHash("sha256") : createHash("sha1").update(`blob ${bytes.length}\0`);
  return hash.update(bytes).digest("hex");
}
