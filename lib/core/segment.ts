/** A stretch of a recording, such as one in which somebody speaks. */
export interface Segment {
  /** Where it begins (s). */
  start: number;
  /** Where it ends (s), after its beginning; the end itself is outside. */
  end: number;
}
