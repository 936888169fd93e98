/**
 * What every room may use: shapes and their checks, error classes, seeded random numbers, stretches of time, files written whole.
 *
 * @module
 */
export { assertShape, type ExpectedDimension } from "./assert_shape.ts";
export { CorruptError, MissingError } from "./errors.ts";
export { joinSegments, type JoinSegmentsOptions } from "./join_segments.ts";
export { type Random, random } from "./random.ts";
export type { Segment } from "./segment.ts";
export { sizeOf } from "./size_of.ts";
export { type Write, writeWhole } from "./write_whole.ts";
