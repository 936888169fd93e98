"""Makes text.keras, image.keras and golden.json: models that Keras saved, and what they predict.

    python3 -m venv venv && venv/bin/pip install keras==3.15.1 tensorflow-cpu==2.21.0 numpy==2.4.6
    venv/bin/python make_golden.py

With paths of `.keras` files as arguments it says instead what Keras predicts from them, for files that this library saved.
"""
import json, os, sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
from keras import layers as L


def predictions(model):
    """On the numbers i * 7 % 11 % 3 in the input's shape, two samples of 20 where a size is open."""
    shape = [2] + [20 if size is None else size for size in model.input_shape[1:]]
    return model.predict((np.arange(np.prod(shape)) * 7 % 11 % 3).reshape(shape), verbose=0)


def describe(model):
    values = predictions(model)
    return {"shape": list(values.shape), "values": [float(v) for v in values.ravel()], "parameters": model.count_params()}


if sys.argv[1:]:
    print(json.dumps([describe(keras.saving.load_model(path)) for path in sys.argv[1:]]))
    sys.exit()

keras.utils.set_random_seed(7)
text = keras.Sequential([
    keras.Input((None,)),
    L.Embedding(5, 3, mask_zero=True),
    L.Bidirectional(L.LSTM(4, return_sequences=True, kernel_regularizer="l2")),
    L.GRU(4, return_sequences=True, dropout=0.1),
    L.Dropout(0.3),
    L.TimeDistributed(L.Dense(3, activation="relu", bias_initializer="ones")),
    L.GRU(3, reset_after=False, return_sequences=True),
    L.SimpleRNN(2, recurrent_initializer="glorot_normal"),
    L.Dense(2, kernel_constraint="max_norm", bias_initializer=keras.initializers.RandomUniform(-1, 1)),
    L.Activation("softmax"),
])
image = keras.Sequential([
    keras.Input((20, 20, 1)),
    L.Conv2D(4, 3, activation="relu"),
    L.BatchNormalization(),
    L.MaxPooling2D(3),
    L.Conv2D(2, (1, 2), padding="same", strides=2, bias_regularizer=keras.regularizers.L1(0.1)),
    L.AveragePooling2D(1),
    L.Reshape((3, 6)),
    L.Conv1D(3, 2, activation="elu"),
    L.LayerNormalization(),
    L.MaxPooling1D(2),
    L.Flatten(),
    L.Dense(2, activation="tanh"),
])
image.layers[1].set_weights([np.full(4, v) for v in (1.5, 0.1, 0.2, 0.8)])
text.save("text.keras")
image.save("image.keras")
with open("golden.json", "w") as file:
    json.dump({"text": describe(text), "image": describe(image)}, file)
