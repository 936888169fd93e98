"""Makes recurrent.json: outputs, states and gradients of Keras 3's recurrent layers, computed in float64.

Inputs and weights are not stored: values() makes the same numbers here and in tests/layers/_golden.ts. Of each result a few
values and one random projection are stored, so that every element counts.

    python -m venv keras-venv && keras-venv/bin/pip install keras==3.15.0 tensorflow-cpu==2.21.0 numpy
    keras-venv/bin/python tests/reference/layers/make_recurrent.py
"""

import json
import os
import pathlib

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
import tensorflow as tf

keras.backend.set_floatx("float64")
M32 = np.uint64(0xFFFFFFFF)
SAMPLES = 16


def values(shape, seed, scale=1.0):
    """Numbers in [-scale, scale) from a hash of their position; exact in float32."""
    x = np.arange(int(np.prod(shape)), dtype=np.uint64)
    x = (x * np.uint64(2654435761) + np.uint64(seed) * np.uint64(1013904223)) & M32
    x ^= x >> np.uint64(15)
    x = (x * np.uint64(2246822519)) & M32
    x ^= x >> np.uint64(13)
    x = (x * np.uint64(3266489917)) & M32
    x ^= x >> np.uint64(16)
    unit = (x >> np.uint64(8)).astype(np.float64) / 2**23 - 1
    return (np.float32(scale) * unit.astype(np.float32)).astype(np.float64).reshape(shape)


def mask_of(kind, batch, steps):
    """Which steps count: padding at an end, anywhere, or everything."""
    lengths = 1 + (np.arange(batch) * 7) % steps
    at = np.arange(steps)
    if kind == "right":
        return at[None] < lengths[:, None]
    if kind == "left":
        return at[None] >= steps - lengths[:, None]
    if kind == "holes":
        return (at[None] * 5 + np.arange(batch)[:, None] * 3) % 4 != 0
    mask = at[None] < lengths[:, None]
    mask[0] = False  # "hidden": one sequence has no step that counts
    return mask


def summary(tensor, seed):
    flat = np.asarray(tensor, dtype=np.float64).ravel()
    at = np.unique(np.linspace(0, flat.size - 1, SAMPLES).astype(np.int64))
    return {
        "shape": list(np.shape(tensor)),
        "samples": [float(f"{v:.9g}") for v in flat[at]],
        "projection": float(f"{np.dot(flat, values(flat.shape, seed)):.10g}"),
        "largest": float(f"{np.abs(flat).max():.6g}"),
    }


def camel(name):
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


LAYERS = {"lstm": keras.layers.LSTM, "gru": keras.layers.GRU, "simpleRNN": keras.layers.SimpleRNN}


def make(case):
    layer = LAYERS[case["layer"]](**case["options"])
    if "merge" in case:
        layer = keras.layers.Bidirectional(layer, merge_mode=case["merge"])
    return layer


def run(case):
    batch, steps, features = case["batch"], case["steps"], case["features"]
    units = case["options"]["units"]
    layer = make(case)
    layer.build((batch, steps, features))
    weights = [values(w.shape, 10 + i, min(1.0, 1.5 / np.sqrt(units))) for i, w in enumerate(layer.weights) if w.trainable]
    if case["options"].get("stateful"):
        layer.set_weights(weights + [np.zeros(s.shape) for s in layer.weights if not s.trainable])
    else:
        layer.set_weights(weights)
    state_count = (2 if case["layer"] == "lstm" else 1) * (2 if "merge" in case else 1)
    mask = None if case["mask"] is None else mask_of(case["mask"], batch, steps)
    results = []
    for call in range(case["calls"]):
        x = tf.Variable(values((batch, steps, features), 100 + call))
        states = [tf.Variable(values((batch, units), 200 + i, 0.5)) for i in range(state_count)] if case["start"] else None
        with tf.GradientTape() as tape:
            tape.watch(x)
            y = layer(x, mask=mask, initial_state=states, training=True)
            y = list(y) if isinstance(y, (list, tuple)) else [y]
            loss = sum(tf.reduce_sum(t * values(t.shape, 300 + i)) for i, t in enumerate(y))
        wanted = [x] + (states or []) + [w.value for w in layer.trainable_weights]
        gradients = tape.gradient(loss, wanted)
        gradients = [tf.zeros_like(v) if g is None else g for g, v in zip(gradients, wanted)]
        results.append({
            "outputs": [summary(t, 400 + i) for i, t in enumerate(y)],
            "gradients": [summary(g, 500 + i) for i, g in enumerate(gradients)],
        })
    return results


def case(layer, batch, steps, features, units, *, mask=None, start=False, calls=1, merge="", **options):
    made = {"layer": layer, "batch": batch, "steps": steps, "features": features, "mask": mask, "start": start, "calls": calls,
            "options": {"units": units, **options}}
    if merge != "":
        made["merge"] = merge
    return made


KINDS = [("lstm", {}), ("gru", {}), ("gru", {"reset_after": False}), ("simpleRNN", {})]
whole = {"return_sequences": True, "return_state": True}
CASES = []
for kind, extra in KINDS:
    CASES += [
        case(kind, 1, 1, 1, 1, **extra),
        case(kind, 3, 1, 4, 5, start=True, **whole, **extra),
        case(kind, 4, 7, 3, 6, start=True, **whole, **extra),
        case(kind, 4, 7, 3, 6, use_bias=False, go_backwards=True, return_sequences=True, **extra),
        case(kind, 5, 9, 3, 8, mask="right", start=True, **whole, **extra),
        case(kind, 5, 9, 3, 8, mask="right", **extra),
        case(kind, 5, 9, 3, 8, mask="left", start=True, **whole, **extra),
        case(kind, 5, 9, 3, 8, mask="left", return_sequences=True, go_backwards=True, **extra),
        case(kind, 5, 9, 3, 8, mask="holes", start=True, **whole, **extra),
        case(kind, 5, 9, 3, 8, mask="hidden", start=True, **whole, **extra),
        case(kind, 3, 5, 2, 4, stateful=True, calls=3, **extra),
        case(kind, 64, 20, 16, 32, return_sequences=True, **extra),
        case(kind, 2, 300, 8, 64, start=True, **whole, **extra),
        case(kind, 3, 12, 20, 257, **extra),
        case(kind, 4, 6, 3, 5, merge="concat", start=True, **whole, **extra),
        case(kind, 4, 6, 3, 5, merge="sum", mask="right", return_sequences=True, **extra),
        case(kind, 4, 6, 3, 5, merge="ave", mask="holes", return_sequences=True, **extra),
        case(kind, 4, 6, 3, 5, merge="mul", mask="left", **extra),
        case(kind, 4, 6, 3, 5, merge=None, **whole, **extra),
        case(kind, 4, 6, 3, 5, activation="relu", return_sequences=True, **extra),
    ]
for activation in ["elu", "selu", "softplus", "softsign", "exponential", "relu6", "leaky_relu", "hard_sigmoid", "linear"]:
    CASES.append(case("simpleRNN", 3, 4, 2, 3, activation=activation, return_sequences=True))
CASES += [
    case("lstm", 3, 6, 2, 4, recurrent_activation="hard_sigmoid", activation="softsign", return_sequences=True),
    case("lstm", 3, 6, 2, 4, mask="holes", merge="concat", stateful=True, calls=2, return_sequences=True),
    case("gru", 64, 10, 4, 3),
]

if __name__ == "__main__":
    out = [{**c, "options": {camel(k): v for k, v in c["options"].items()}, "results": run(c)} for c in CASES]
    text = ",\n".join(json.dumps(c, separators=(",", ":")) for c in out)
    path = pathlib.Path(__file__).with_name("recurrent.json")
    path.write_text(f'{{"keras":"{keras.__version__}","cases":[\n{text}\n]}}\n')
    print(len(out), "cases,", path.stat().st_size, "bytes")
