import { Worker } from "node:worker_threads";
import { type Job, writeJob } from "./job.ts";
import { Mailbox } from "./mailbox.ts";

/** A thread beside this one that runs plans. */
export interface Member {
  /** Begins a job; the answer to the one before has been taken. */
  ask(job: Job): void;
  /** Waits until the job is done; gives the ticket of a training run. */
  answer(): number;
}

/** How long a thread may take to start, in milliseconds. */
const patience = 20_000;
let starting: Mailbox[] = [];
let ready: Member[] | undefined;

/**
 * Starts threads that share the work on small recurrent networks. They start while this one goes on, sleep between jobs, and
 * keep no process alive.
 *
 * @param count how many
 */
export function startCrew(count: number): void {
  starting = Array.from({ length: count }, () => {
    const mailbox = new Mailbox();
    new Worker(new URL("./worker.ts", import.meta.url), { workerData: mailbox.memory }).unref();
    return mailbox;
  });
}

/** The threads, once all listen; none where they can't be had. */
export function crew(): readonly Member[] {
  return ready ??= starting.every((mailbox) => mailbox.isOpen(patience))
    ? starting.map((mailbox) => ({
      ask: (job) => mailbox.ask(writeJob(job)),
      answer: () => mailbox.answer(),
    }))
    : [];
}
