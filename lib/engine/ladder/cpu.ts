import { tf } from "../_tf.ts";
import type { Reached } from "./rung.ts";

/** Plain JavaScript: always there, about four hundred times slower than the native engine. */
export function reachCpu(): Promise<Reached> {
  return Promise.resolve({
    device: "JavaScript",
    version: tf.version["tfjs-backend-cpu"],
    threads: 1,
    recurrent: "portable",
  });
}
