import { MissingError } from "../../lib/core/mod.ts";

const again = "run `deno task setup` again, it goes on where it stopped";

/** What pip prints for each thing that can be missing, and how to get it; the first that matches counts. */
const causes: [RegExp, string][] = [
  [
    /No space left on device|Errno 28|Disk quota exceeded|Errno 122|not enough space on the disk/i,
    `the disk is full; free about 4 GB and ${again}`,
  ],
  [
    /certificate verify failed|CERTIFICATE_VERIFY_FAILED/i,
    `the package index's certificate is not trusted here; set PIP_CERT to your network's certificate and ${again}`,
  ],
  [
    /Name or service not known|Temporary failure in name resolution|getaddrinfo failed|nodename nor servname|NewConnectionError|NameResolutionError|Connection (refused|reset|aborted)|Network is unreachable|ProxyError|Read timed out|ConnectTimeout|RemoteDisconnected|Failed to establish/i,
    `the Python package index does not answer; connect to the network (or set HTTPS_PROXY) and ${again}`,
  ],
  [
    /Permission denied|Errno 13|Read-only file system/i,
    `this folder cannot be written; give yourself the right to write in it and ${again}`,
  ],
  [
    /not a supported wheel on this platform|No matching distribution found|Could not find a version that satisfies/i,
    `the package index has no wheel for this system; use Linux x86-64 with glibc 2.28 or newer and Python 3.10 to 3.14, and ${again}`,
  ],
];

/**
 * Turns what pip printed when it failed into one sentence on what is missing.
 *
 * @param output both outputs of pip
 * @param doing what was being installed
 * @returns the error to throw
 * @example
 * ```ts
 * throw explainPip("OSError: [Errno 28] No space left on device", "install JupyterLab");
 * ```
 */
export function explainPip(output: string, doing: string): MissingError {
  const known = causes.find(([pattern]) => pattern.test(output));
  const received = output.split("\n").filter((line) => /error/i.test(line)).at(-1) ??
    output.split("\n").at(-1) ?? "";
  const why = known?.[1] ?? `pip says "${received.trim().slice(0, 300)}"; ${again}`;
  return new MissingError(`Cannot ${doing} as something is missing: ${why}`);
}
