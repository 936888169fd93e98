"""Makes golden.json: what Keras trains from the same weights on the same data.

    python3 -m venv venv && venv/bin/pip install keras==3.15.1 tensorflow-cpu==2.21.0 numpy==2.4.6
    venv/bin/python make_golden.py > golden.json
"""
import json, os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["KERAS_BACKEND"] = "tensorflow"
import keras
import numpy as np
from keras import constraints, layers, losses, optimizers, regularizers


def ramp(shape, shift=0):
    """The numbers of ramp() in tests/training/_engine.ts."""
    size = int(np.prod(shape))
    return (((np.arange(size) * 7 + shift) % 11) / 10 - 0.45).astype("float32").reshape(shape)


def set_ramps(model):
    model.set_weights([ramp(w.shape) for w in model.get_weights()])
    return model


x = (((np.arange(30) * 5) % 13) / 6 - 1).astype("float32").reshape(10, 3)
y = ((np.arange(10) ** 2) % 2).astype("int32")
weights = (np.arange(10) % 4 / 2).astype("float32")


def small(**options):
    return set_ramps(keras.Sequential([
        keras.Input((3,)),
        layers.Dense(4, activation="tanh", **options),
        layers.Dense(2),
    ]))


def train(model, optimizer, epochs=10, batch_size=10, loss=None, metrics=(), data=None, **options):
    model.compile(optimizer, loss or losses.SparseCategoricalCrossentropy(from_logits=True), metrics=list(metrics) or None)
    inputs, labels = data or (x, y)
    history = model.fit(inputs, labels, batch_size=batch_size, epochs=epochs, shuffle=False, verbose=0, **options).history
    return {"history": history, "weights": [w.ravel().tolist() for w in model.get_weights()]}


o = optimizers
cases = {
    "adam": o.Adam(0.05), "adamDefault": o.Adam(), "adamw": o.AdamW(0.05), "adamDecay": o.Adam(0.05, weight_decay=0.1),
    "rmsprop": o.RMSprop(0.02), "rmspropMomentum": o.RMSprop(0.02, momentum=0.9), "rmspropCentered": o.RMSprop(0.02, centered=True, momentum=0.5),
    "sgd": o.SGD(0.5), "sgdMomentum": o.SGD(0.1, momentum=0.9), "sgdNesterov": o.SGD(0.1, momentum=0.9, nesterov=True),
    "clipNorm": o.SGD(0.5, clipnorm=0.1), "clipValue": o.SGD(0.5, clipvalue=0.02), "globalClipNorm": o.SGD(0.5, global_clipnorm=0.15),
    "adamGlobalClipNorm": o.Adam(0.05, global_clipnorm=0.15),
}
golden = {"optimizers": {name: train(small(), optimizer) for name, optimizer in cases.items()}}

golden["fit"] = {
    "smallerLastBatch": train(small(), o.Adam(0.05), epochs=3, batch_size=4, metrics=["accuracy"], validation_data=(x[:7], y[:7]), validation_batch_size=4),
    "regularizers": train(small(kernel_regularizer=regularizers.L1L2(0.01, 0.02), bias_regularizer=regularizers.L2(0.1)), o.Adam(0.05), epochs=3, batch_size=4),
    "constraints": train(small(kernel_constraint=constraints.MaxNorm(0.5)), o.SGD(0.5), epochs=3, batch_size=4),
    "sampleWeight": train(small(), o.SGD(0.5), epochs=3, batch_size=4, metrics=["accuracy"], sample_weight=weights),
}

# SGD: the other optimizers square an embedding's gradients before they add up those of one token.
ids = np.array([[1, 2, 3, 0], [4, 1, 0, 0], [2, 2, 2, 2]], "int32")
targets = np.array([[2, 3, 1, 0], [1, 2, 0, 0], [2, 0, 1, 4]], "int32")
masked = set_ramps(keras.Sequential([keras.Input((4,), dtype="int32"), layers.Embedding(5, 3, mask_zero=True), layers.GRU(4, return_sequences=True), layers.Dense(5)]))
golden["fit"]["mask"] = train(masked, o.SGD(0.5), epochs=5, batch_size=2, data=(ids, targets))
words = set_ramps(keras.Sequential([keras.Input((4,), dtype="int32"), layers.Embedding(5, 3), layers.LSTM(4), layers.Dense(1, activation="sigmoid")]))
golden["fit"]["binary"] = train(words, o.SGD(0.5), epochs=5, batch_size=2, loss="binary_crossentropy", metrics=["accuracy"], data=(ids, np.array([[1], [0], [1]], "float32")))

normal = set_ramps(keras.Sequential([keras.Input((3,)), layers.Dense(4, activation="tanh"), layers.BatchNormalization(momentum=0.8), layers.Dense(2)]))
normal.layers[1].set_weights([np.ones(4), np.zeros(4), np.zeros(4), np.ones(4)])
golden["fit"]["batchNormalization"] = train(normal, o.Adam(0.05), epochs=4, batch_size=4, validation_data=(x[:7], y[:7]))
stateful = set_ramps(keras.Sequential([keras.Input(batch_shape=(2, 3, 2)), layers.GRU(4, stateful=True), layers.Dense(2)]))
golden["fit"]["stateful"] = train(stateful, o.SGD(0.5), epochs=4, batch_size=2, data=(ramp((4, 3, 2)), y[:4]))

labels, shares = np.array([[1, 0], [0, 1], [1, 1]], "float32"), np.array([[0.9, 0.2], [0.5, 0.0], [1.0, 0.3]], "float32")
three = np.array([[0.2, 0.3, 0.5], [0.0, 1.0, 0.0], [2.0, 1.0, 1.0]], "float32")
one_hot, logits = np.eye(3, dtype="float32")[[2, 0, 1]], np.array([[3.0, -2.0], [-40.0, 40.0], [0.0, 0.5]], "float32")
call = lambda loss, a, b: [float(v) for v in np.ravel(loss(a, b))]
none = {"reduction": "none"}
golden["losses"] = {
    "binary": call(losses.BinaryCrossentropy(**none), labels, shares),
    "binaryLogits": call(losses.BinaryCrossentropy(from_logits=True, **none), labels, logits),
    "categorical": call(losses.CategoricalCrossentropy(**none), one_hot, three),
    "categoricalLogits": call(losses.CategoricalCrossentropy(from_logits=True, **none), one_hot, three),
    "sparse": call(losses.SparseCategoricalCrossentropy(**none), np.array([2, 0, 1]), three),
    "sparseLogits": call(losses.SparseCategoricalCrossentropy(from_logits=True, **none), np.array([2, 0, 1]), three),
    "squared": call(losses.MeanSquaredError(**none), labels, logits),
    "absolute": call(losses.MeanAbsoluteError(**none), labels, logits),
}
print(json.dumps(golden, separators=(",", ":")))
