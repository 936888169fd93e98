/**
 * What every room may use: shapes and their checks, error classes, seeded random numbers, files written whole.
 *
 * @module
 */
export { assertShape, type ExpectedDimension } from "./assert_shape.ts";
export { CorruptError, MissingError } from "./errors.ts";
export { type Random, random } from "./random.ts";
export { sizeOf } from "./size_of.ts";
export { type Write, writeWhole } from "./write_whole.ts";
