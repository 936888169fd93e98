/** Says when it is time to look up from the work, and lets the event loop run. */
export class Breather {
  #last = performance.now();
  #interval: number;

  constructor(milliseconds = 100) {
    this.#interval = milliseconds;
  }

  /** True when the interval has passed since the last breath. */
  due(): boolean {
    return performance.now() - this.#last >= this.#interval;
  }

  /** Waits for one turn of the event loop, so that signals and timers are seen. */
  async breathe(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.#last = performance.now();
  }
}
