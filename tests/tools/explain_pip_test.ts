import assert from "node:assert/strict";
import { MissingError } from "../../lib/core/mod.ts";
import { explainPip } from "../../tools/setup/explain_pip.ts";

const cases: [string, RegExp][] = [
  [
    "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
    /the disk is full/,
  ],
  [
    "WARNING: Retrying after connection broken by 'NewConnectionError(Temporary failure in name resolution)'\n" +
    "ERROR: Could not find a version that satisfies the requirement a\nERROR: No matching distribution found for a",
    /package index does not answer/,
  ],
  [
    "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed'))",
    /PIP_CERT/,
  ],
  ["ERROR: No matching distribution found for tensorflow-cpu==2.21.0", /no wheel for this system/],
  [
    "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/x'",
    /cannot be written/,
  ],
  ["ERROR: something new went wrong", /pip says "ERROR: something new went wrong"/],
];

for (const [output, expected] of cases) {
  Deno.test(`explainPip: ${output.slice(0, 60)}`, () => {
    const error = explainPip(output, "install JupyterLab");
    assert(error instanceof MissingError);
    assert.match(error.message, /^Cannot install JupyterLab as something is missing: /);
    assert.match(error.message, expected);
    assert.match(error.message, /run `deno task setup` again/);
    assert.equal(error.message.includes("\n"), false);
  });
}
