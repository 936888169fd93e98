import { orthogonal, seedGenerator, tf } from "../engine/mod.ts";
import { type Identifier, resolve, serialized } from "./_resolve.ts";
import { anySeed } from "./_seeds.ts";

/** An initialiser of tfjs-layers. */
export type Initializer = ReturnType<typeof tf.initializers.zeros>;

/**
 * Turns an identifier into an initialiser, or the layer's default.
 *
 * @param identifier what the layer was given
 * @param fallback the layer's default
 * @param seed for a random initialiser that has none of its own
 */
export function getInitializer(
  identifier: Identifier<Initializer> | null | undefined,
  fallback: string,
  seed?: number,
): Initializer {
  const stock = seeded(resolve(identifier ?? fallback, "initializer"), seed);
  return stock.getClassName() === "Orthogonal" ? fastOrthogonal(stock) : stock;
}

function seeded(initializer: Initializer, seed: number | undefined): Initializer {
  const { className, config } = serialized(initializer)!;
  if (seed === undefined || !("seed" in config) || config.seed != null) return initializer;
  return resolve<Initializer>({ className, config: { ...config, seed } }, "initializer");
}

/** tfjs's orthogonal initialiser runs a QR decomposition in JavaScript: minutes for 1024 units. The engine's is native. */
function fastOrthogonal(stock: Initializer): Initializer {
  const { gain, seed } = stock.getConfig() as { gain?: number; seed?: number | null };
  const initializer = {
    apply(shape: number[]) {
      const draws = seedGenerator(seed ?? anySeed());
      const values = orthogonal(shape, { gain, seed: draws });
      draws.dispose();
      return values;
    },
    getClassName: () => stock.getClassName(),
    getConfig: () => stock.getConfig(),
  };
  return initializer as unknown as Initializer;
}

/** An initialiser that puts draws of several initialisers one behind the other. */
export function sideBySide(pieces: [units: number, initializer: Initializer][]): Initializer {
  const initializer: Pick<Initializer, "apply"> = {
    apply: (_shape, dtype) =>
      tf.tidy(() => tf.concat(pieces.map(([units, piece]) => piece.apply([units], dtype)))),
  };
  return initializer as Initializer;
}
