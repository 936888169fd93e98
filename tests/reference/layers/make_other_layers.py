"""Makes other_layers.json: Keras 3's Resizing, Normalization and masked Embedding, in float64.

    keras-venv/bin/python tests/reference/layers/make_other_layers.py    (the environment of make_recurrent.py)
"""

import json
import pathlib

from make_recurrent import keras, np, tf, values

out = {"keras": keras.__version__, "resizing": [], "normalization": []}
for interpolation in ["bilinear", "nearest"]:
    for height, width in [(3, 4), (9, 11), (5, 7), (1, 1)]:
        x = values((2, 5, 7, 2), 1)
        y = keras.layers.Resizing(height, width, interpolation=interpolation)(x)
        out["resizing"].append({"height": height, "width": width, "interpolation": interpolation,
                                "values": [float(f"{v:.9g}") for v in np.ravel(y)]})
for axis in [-1, None, 1, [1, 2]]:
    layer = keras.layers.Normalization(axis=axis)
    layer.adapt(values((6, 4, 3), 2))
    out["normalization"].append({"axis": axis, "weights": [np.shape(w.numpy()) for w in layer.weights],
                                 "values": [float(f"{v:.9g}") for v in np.ravel(layer(values((2, 4, 3), 3)))]})
numbers = np.array([[3, 1, 0, 0], [2, 0, 4, 0], [0, 0, 0, 0]])
model = keras.Sequential([keras.layers.Embedding(5, 3, mask_zero=True), keras.layers.LSTM(2, return_sequences=True),
                          keras.layers.Bidirectional(keras.layers.GRU(2))])
model.build((3, 4))
model.set_weights([values(w.shape, 10 + i) for i, w in enumerate(model.weights)])
with tf.GradientTape() as tape:
    y = model(numbers)
    loss = tf.reduce_sum(y * values(y.shape, 30))
gradient = tf.convert_to_tensor(tape.gradient(loss, model.trainable_weights[0].value))
out["masked"] = {"numbers": numbers.tolist(), "values": [float(f"{v:.9g}") for v in np.ravel(y)],
                 "embeddingsGradient": [float(f"{v:.9g}") for v in np.ravel(gradient)]}

if __name__ == "__main__":
    path = pathlib.Path(__file__).with_name("other_layers.json")
    path.write_text(json.dumps(out, separators=(",", ":")) + "\n")
    print(path.stat().st_size, "bytes")
