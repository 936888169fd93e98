/** What importing the notebook room does inside a Jupyter kernel, and nowhere else: output is whole, stop is safe. */
import { jupyter } from "./_host.ts";
import { cureKernelOutput } from "./_kernel_output.ts";
import { forgetStop, listenToStopButton, stopWatched } from "./stop.ts";

/** Kept on the global object, so that a second copy of this room (another version, another import) doesn't install twice. */
const INSTALLED = Symbol.for("unroll.notebook.kernel");

if (jupyter() && !Reflect.has(globalThis, INSTALLED)) {
  Reflect.set(globalThis, INSTALLED, true);
  const problem = install();
  if (problem) {
    const text = `Output of cells may be incomplete or late: ${problem}.\n`;
    jupyter()!.broadcast("stream", { name: "stderr", text });
  }
}

function install(): string | undefined {
  try {
    const problem = cureKernelOutput({ wanted: stopWatched, ended: forgetStop });
    listenToStopButton();
    return problem;
  } catch (error) {
    return String(error);
  }
}
