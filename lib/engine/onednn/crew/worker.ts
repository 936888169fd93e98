/**
 * A member of the crew: a thread that does one job after the other with oneDNN on a single core.
 *
 * @module
 */
import { workerData } from "node:worker_threads";
import { openOneDNN } from "../open_library.ts";
import { readJob } from "./job.ts";
import { Mailbox } from "./mailbox.ts";
import { performer } from "./performer.ts";

const perform = performer(openOneDNN(1)!), mailbox = new Mailbox(workerData as SharedArrayBuffer);
mailbox.open();
while (true) {
  try {
    mailbox.give(perform(readJob(mailbox.take())));
  } catch (error) {
    mailbox.give(error as Error);
  }
}
