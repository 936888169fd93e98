import { tf } from "../engine/mod.ts";
import { type Identifier, resolve } from "./_resolve.ts";

/** An initialiser of tfjs-layers. */
export type Initializer = ReturnType<typeof tf.initializers.zeros>;

/** Turns an identifier into an initialiser, or the layer's default. */
export function getInitializer(
  identifier: Identifier<Initializer> | null | undefined,
  fallback: string,
): Initializer {
  return resolve(identifier ?? fallback, "initializer");
}

/** An initialiser that puts the values of `first` and `rest` side by side, `rest` filling what is left of the shape. */
export function sideBySide(pieces: [units: number, initializer: Initializer][]): Initializer {
  const initializer: Pick<Initializer, "apply"> = {
    apply: (_shape, dtype) =>
      tf.tidy(() => tf.concat(pieces.map(([units, piece]) => piece.apply([units], dtype)))),
  };
  return initializer as Initializer;
}
