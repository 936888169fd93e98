import { any } from "./any.ts";
import { bytes } from "./bytes.ts";
import type { Check } from "./check.ts";
import { docs } from "./docs.ts";
import { format } from "./format.ts";
import { lint } from "./lint.ts";
import { notebooks } from "./notebooks.ts";
import { rooms } from "./rooms.ts";
import { sizes } from "./sizes.ts";
import { types } from "./types.ts";
import { words } from "./words.ts";

/** Every check of `deno task ok`, the slowest first. */
export const allChecks: Check[] = [types, docs, lint, format, rooms, any, notebooks, sizes, words, bytes];
