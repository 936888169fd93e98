/**
 * The cure for cell output that Deno's kernel loses, one of the project's two patches of things that aren't its own.
 *
 * Why: since Deno 2.8.2 the kernel's page side runs on another thread than the cell. A cell's messages wait in a queue
 * between the two, and the kernel says "idle" without waiting for that queue. Late messages are stamped with the next
 * cell's header or reach a page that no longer listens: 5 % of output with one log a cell, four fifths with fifty.
 *
 * What: (1) console output is gathered and sent as few messages; (2) the kernel awaits `broadcastResult` after each cell
 * that ends well, so there the cell waits until its output is published; (3) after a cell that throws the kernel calls one
 * function on the error, whose first operation is `error instanceof Error`, so there the thread sleeps until then.
 * "Published" is known from a marker that is sent last and read back (see `_kernel_receipt.ts`); where the kernel's address
 * can't be found, a time is waited that an idle machine needs.
 *
 * It is installed by importing the notebook room inside a kernel and does nothing elsewhere. All of it is looked for
 * before it is touched: in a Deno without these internals nothing is changed and the reason is returned.
 */
import { jupyter } from "./_host.ts";
import { Queue } from "./_kernel_queue.ts";
import { publishingAddress, Receipt } from "./_kernel_receipt.ts";

interface Internals {
  Console?: new (print: (text: string, level: number) => void) => Console;
  jupyter?: { broadcastResult?: (count: number, result: unknown) => Promise<void> };
}

/** What else wants to know when a cell ends. */
export interface CellEnd {
  /** Whether it has anything to do then. */
  wanted(): boolean;
  ended(): void;
}

/** Installs the cure. Returns why it could not, or undefined when it is in place or there is no kernel. */
export function cureKernelOutput(cell: CellEnd): string | undefined {
  const kernel = jupyter();
  if (!kernel) return undefined;
  const internals = Reflect.get(Deno, Reflect.get(Deno, "internal") as PropertyKey) as Internals | undefined;
  const hook = internals?.jupyter;
  if (typeof hook?.broadcastResult !== "function") return "this Deno has no jupyter.broadcastResult";
  if (typeof internals?.Console !== "function") return "this Deno has no internal Console";
  if (/^2\.8\.[23]$/.test(Deno.version.deno)) {
    return `the kernel of Deno ${Deno.version.deno} shows neither results nor errors; run \`deno upgrade\``;
  }
  const address = publishingAddress();
  const queue = new Queue(kernel.broadcast.bind(kernel), address && new Receipt(address));
  gatherConsole(queue, internals.Console);
  countMessages(queue);
  waitAfterResult(queue, hook, cell);
  waitAfterError(queue, cell);
  return undefined;
}

/** (1) Every console method, `table` and `group` included, writes into the queue's buffer. */
function gatherConsole(queue: Queue, Console: NonNullable<Internals["Console"]>): void {
  const gathered = new Console((text, level) => queue.write(level > 1 ? "stderr" : "stdout", text));
  for (const [name, method] of Object.entries(gathered)) {
    if (typeof method === "function") Reflect.set(console, name, method);
  }
}

/** Displays go out after the text that was printed before them, and are counted. */
function countMessages(queue: Queue): void {
  const kernel = jupyter()!, display = kernel.display.bind(kernel);
  kernel.broadcast = (type, content, options) => queue.send(type, content, options);
  kernel.display = async (value, options) => {
    const bundle = options?.raw ? value : await kernel.format(value);
    queue.count(bundle);
    return display(bundle, { ...options, raw: true });
  };
}

/** (2) The kernel awaits this function before it says that the cell has ended. */
function waitAfterResult(queue: Queue, hook: NonNullable<Internals["jupyter"]>, cell: CellEnd): void {
  const original = hook.broadcastResult!;
  hook.broadcastResult = async (count, result) => {
    queue.flush();
    if (result !== undefined) queue.count(undefined); // the kernel's own message about it
    await original(count, result);
    await queue.settle();
    cell.ended();
  };
}

/**
 * (3) `instanceof Error` asked by code without a file and without callers is the kernel's question about what a cell threw,
 * or one at a cell's own top level, where waiting does no harm. The kernel's stands in line 2 of its function (3 before
 * Deno 2.8.2).
 */
function waitAfterError(queue: Queue, cell: CellEnd): void {
  const ordinary = Function.prototype[Symbol.hasInstance];
  function hasInstance(this: unknown, value: unknown): boolean {
    if (this === Error && (queue.pending || cell.wanted())) {
      const frames = callers(hasInstance);
      if (frames.length <= 1) queue.settleNow();
      if (frames.length === 1 && /<anonymous>:[23]:\d+\)?$/.test(frames[0]!)) cell.ended();
    }
    return ordinary.call(this as typeof Error, value);
  }
  Object.defineProperty(Error, Symbol.hasInstance, {
    value: hasInstance,
    configurable: true,
    writable: true,
  });
}

/** The frames above a function, innermost first. */
function callers(below: (...args: never[]) => unknown): string[] {
  const holder = { stack: "" };
  Error.captureStackTrace(holder, below);
  return holder.stack.split("\n").slice(1);
}
