import type { BackendName, Engine, EngineOptions } from "../engine.ts";

/** What a rung says of itself once it is reached. */
export type Reached = Omit<Engine, "backend" | "notes">;

/** A step of the ladder: registers its backend with tfjs, or throws in one sentence why it can't. */
export interface Rung {
  readonly name: BackendName;
  reach(options: EngineOptions): Promise<Reached>;
}
