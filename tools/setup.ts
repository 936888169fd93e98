/**
 * `deno task setup [--gpu | --cpu] [--user-kernel] [--quiet]`: everything that the notebooks need, inside this folder.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { runCommandLine } from "./setup/command_line.ts";
import { setUp } from "./setup/set_up.ts";

export { setUp, type SetUpOptions } from "./setup/set_up.ts";

if (import.meta.main) {
  await runCommandLine(async () => {
    const { values } = parseArgs({
      args: Deno.args,
      options: {
        gpu: { type: "boolean", default: false },
        cpu: { type: "boolean", default: false },
        "user-kernel": { type: "boolean", default: false },
        quiet: { type: "boolean", default: false },
      },
    });
    if (values.gpu && values.cpu) {
      throw new TypeError("Cannot set up as --gpu and --cpu at once: leave one out");
    }
    const variant = values.gpu ? "gpu" : values.cpu ? "cpu" : undefined;
    await setUp({ variant, userKernel: values["user-kernel"], quiet: values.quiet });
  });
}
