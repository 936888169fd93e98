"""Makes the `.keras` files of this folder and golden.json: models that Keras saved, and what they predict.

    python3 -m venv venv && venv/bin/pip install keras==3.15.1 tensorflow-cpu==2.21.0 numpy==2.4.6
    venv/bin/python make_golden.py [--into FOLDER]

With an older Keras it makes branches_<version>.keras alone: `venv/bin/pip install --target old --no-deps keras==3.0.5` (dm-tree too)
or 3.6.0, then `PYTHONPATH=old venv/bin/python make_golden.py`.

With paths of `.keras` files as arguments it says instead what Keras predicts from them, for files that this library saved, and saves
each anew as <path>.again.keras.
"""
import json, os, sys, zipfile

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
from keras import layers as L

CURRENT = "3.15.1"


def predictions(model):
    """On the numbers i * 7 % 11 % 3 in each input's shape, two samples of 20 where a size is open."""
    shapes = [[2] + [20 if size is None else size for size in x.shape[1:]] for x in model.inputs]
    inputs = [(np.arange(np.prod(shape)) * 7 % 11 % 3).reshape(shape) for shape in shapes]
    values = model(inputs if len(inputs) > 1 else inputs[0], training=False)
    return [np.asarray(value) for value in (values if isinstance(values, (list, tuple)) else [values])]


def describe(model):
    outputs = [{"shape": list(v.shape), "values": [float(x) for x in v.ravel()]} for v in predictions(model)]
    return {"outputs": outputs, "parameters": model.count_params()}


def text():
    return keras.Sequential([
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


def image():
    model = keras.Sequential([
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
    model.layers[1].set_weights([np.full(4, v) for v in (1.5, 0.1, 0.2, 0.8)])
    return model


def branches():
    """Two inputs, a mask, a layer that is called twice, a model in the model, layers of a class side by side, two outputs."""
    words, sound = keras.Input((6,), name="words", dtype="int32"), keras.Input((5, 3))
    read = L.Bidirectional(L.LSTM(3, dropout=0.1))(L.Embedding(7, 4, mask_zero=True)(words))
    heard = L.GlobalMaxPooling1D()(L.Conv1D(3, 2)(sound))
    shared = L.Dense(6)
    inner = keras.Sequential([keras.Input((6,)), L.Dense(6, activation="relu"), L.Dropout(0.2)], name="inner")
    own = keras.Input((6,))
    outer = keras.Model(own, L.Multiply()([L.Dense(6)(own), L.Dense(6)(own)]), name="outer")
    x = L.Add()([shared(read), inner(shared(read)), outer(shared(read))])
    x = L.BatchNormalization()(L.Concatenate()([x, heard]))
    a, b = L.Dense(4, activation="silu")(x), L.Dense(4, activation="tanh")(x)
    return keras.Model([words, sound], [L.Dense(2, activation="sigmoid")(L.Average()([a, b])), L.Maximum()([a, b])])


def states():
    """A reader whose last states start a writer, as in translation."""
    source, target = keras.Input((None,), name="source"), keras.Input((4, 2), name="target")
    _, h, c = L.LSTM(3, return_state=True)(L.Embedding(5, 3, mask_zero=True)(source))
    written = L.LSTM(3, return_sequences=True)(target, initial_state=[h, c])
    other, state = L.GRU(3, return_sequences=True, return_state=True)(target, initial_state=h)
    both = L.Bidirectional(L.SimpleRNN(3, return_sequences=True), merge_mode="sum")(target, initial_state=[h, c])
    return keras.Model([source, target], [L.Concatenate()([written, other, both]), state])


def sound():
    """A spectrogram's model, with what its layers learnt before training."""
    normalization = L.Normalization(axis=None)
    normalization.adapt(np.arange(96.0).reshape(2, 8, 6, 1))
    return keras.Sequential([
        keras.Input((8, 6, 1)),
        L.Resizing(6, 5),
        normalization,
        L.Conv2D(2, 2, dilation_rate=2, activation="tanh"),
        L.GlobalAveragePooling2D(),
        L.RepeatVector(4),
        L.Masking(0.5),
        L.Permute((2, 1)),
        L.SpatialDropout1D(0.5),
        L.AveragePooling1D(2, padding="same"),
        L.Dense(5, activation="tanh"),
        L.LayerNormalization(center=False),
        L.GlobalAveragePooling1D(),
        L.Dense(3),
    ])


def activations():
    names = "elu gelu linear log_softmax mish relu relu6 selu sigmoid silu softmax softplus softsign tanh"
    x = keras.Input((3,))
    return keras.Model(x, [L.Dense(4, activation=name, kernel_initializer="he_normal")(x) for name in names.split()])


def arguments():
    """Initialisers, regularisers and constraints by all their names."""
    kinds = ["Zeros", "Ones", "Constant", "RandomNormal", "RandomUniform", "TruncatedNormal", "VarianceScaling", "Identity"]
    kinds += ["GlorotNormal", "GlorotUniform", "HeNormal", "HeUniform", "LecunNormal", "LecunUniform", "Orthogonal"]
    layers = [L.Dense(3, kernel_initializer=getattr(keras.initializers, kind)()) for kind in kinds]
    layers += [L.Dense(3, kernel_regularizer=each) for each in ("l1", "l2", keras.regularizers.L1L2(0.1, 0.2))]
    layers += [L.Dense(3, kernel_constraint=each) for each in ("max_norm", "min_max_norm", "non_neg", "unit_norm")]
    layers += [L.Dense(3, kernel_initializer=keras.initializers.GlorotUniform(seed=keras.random.SeedGenerator(1)))]
    x = keras.Input((3,))
    return keras.Model(x, L.Concatenate()([layer(x) for layer in layers]))


MODELS = [text, image, branches, states, sound, activations, arguments]


def save(model, path):
    """Saves and packs: HDF5 files of small models are mostly zeros."""
    model.save(path)
    with zipfile.ZipFile(path) as file:
        parts = [(name, file.read(name)) for name in file.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts:
            file.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def make(folder):
    old = keras.__version__ != CURRENT
    path, golden = os.path.join(folder, "golden.json"), {}
    if os.path.exists(path):
        with open(path) as file:
            golden = json.load(file)
    for build in [branches] if old else MODELS:
        keras.utils.set_random_seed(7)
        name = f"branches_{keras.__version__}" if old else build.__name__
        model = build()
        save(model, os.path.join(folder, f"{name}.keras"))
        golden[name] = describe(model)
    with open(path, "w") as file:
        json.dump(golden, file)


if sys.argv[1:2] == ["--into"]:
    make(sys.argv[2])
elif sys.argv[1:]:
    models = [keras.saving.load_model(path) for path in sys.argv[1:]]
    for path, model in zip(sys.argv[1:], models):
        model.save(f"{path}.again.keras")
    print(json.dumps([describe(model) for model in models]))
else:
    make(os.path.dirname(os.path.abspath(__file__)))
