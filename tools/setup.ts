/**
 * `deno task setup [--gpu | --cpu] [--user-kernel] [--quiet]`: everything that the notebooks need, inside this folder.
 *
 * @module
 */
import { parseArgs } from "node:util";
import { runCommandLine } from "./setup/command_line.ts";
import { say } from "./setup/say.ts";
import { setUp } from "./setup/set_up.ts";

export { setUp, type SetUpOptions } from "./setup/set_up.ts";

const usage = `deno task setup [options]

  --gpu          TensorFlow for NVIDIA cards (default: where their driver answers)
  --cpu          TensorFlow for the processor
  --user-kernel  register the kernel for your own JupyterLab or VS Code too
  --quiet        say nothing where nothing is left to do

UNROLL_PYTHON names the Python to use (3.10 or newer).`;

if (import.meta.main) {
  await runCommandLine(async () => {
    const { values } = parseArgs({
      args: Deno.args,
      options: {
        gpu: { type: "boolean", default: false },
        cpu: { type: "boolean", default: false },
        "user-kernel": { type: "boolean", default: false },
        quiet: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    if (values.help) return say(usage);
    if (values.gpu && values.cpu) {
      throw new TypeError("Cannot set up as --gpu and --cpu at once: leave one out");
    }
    const variant = values.gpu ? "gpu" : values.cpu ? "cpu" : undefined;
    await setUp({ variant, userKernel: values["user-kernel"], quiet: values.quiet });
  });
}
