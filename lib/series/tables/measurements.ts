/** Quantities measured at the same moments: a table with typed columns. */
export interface Measurements {
  /** The moments [N]: milliseconds since 1970-01-01 in UTC, ascending, no two alike. */
  times: Float64Array;
  /** Name, with its unit as the file has it -> values [N]; NaN where one is missing. */
  columns: Readonly<Record<string, Float32Array>>;
}

/** Rows of a table, from the first one to the one before `to`. */
export interface RowRange {
  /** The first row. @default 0 */
  from?: number;
  /** The row after the last one. @default the number of rows */
  to?: number;
}
