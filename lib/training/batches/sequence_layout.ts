/** How sequences lie in their values. */
export interface SequenceLayout {
  /** Numbers from one step to the next: the features of a frame, or the samples of a hop. */
  stepSize: number;
  /** Numbers behind the last step's that it also reads: of windows that are longer than a hop. @default 0 */
  overlap?: number;
  /** The last dimension of what the model reads. @default stepSize */
  features?: number;
}
