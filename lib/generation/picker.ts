/** Chooses the next token from the logits of all, [V]; returns its id. It leaves the logits as they are. */
export type Picker = (logits: Float32Array) => number;
