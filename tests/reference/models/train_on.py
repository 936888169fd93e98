"""Goes on with models that were saved with their optimizer: one JSON list of losses for each file.

    python train_on.py FOLDER/*.keras

Each is trained for three steps on make_golden.py's inputs and the same labels, and saved anew with its optimizer as <path>.again.keras.
The loss is the mean squared error of the first output. With --begin FOLDER it makes and trains models of its own instead.
"""
import json, os, sys

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
from keras import layers as L


def data(model):
    shapes = [[2] + [20 if size is None else size for size in x.shape[1:]] for x in model.inputs]
    inputs = [(np.arange(np.prod(shape)) * 7 % 11 % 3).reshape(shape) for shape in shapes]
    labels = (np.arange(2 * model.outputs[0].shape[-1]) % 3).reshape(2, -1).astype("float32")
    return inputs if len(inputs) > 1 else inputs[0], labels


def steps(model, optimizer):
    model.compile(optimizer=optimizer, loss="mse", run_eagerly=True)
    return [float(model.train_on_batch(*data(model))) for _ in range(3)]


def small():
    """Without an embedding: Keras on TensorFlow squares the gradients of a repeated word one by one, not their sum."""
    return keras.Sequential([keras.Input((6, 3)), L.Masking(), L.Bidirectional(L.LSTM(3)), L.Dense(2)])


if sys.argv[1] == "--begin":
    optimizers = [keras.optimizers.Adam(0.05), keras.optimizers.AdamW(0.05, clipnorm=0.5), keras.optimizers.SGD(0.1, 0.9)]
    optimizers += [keras.optimizers.RMSprop(0.01), keras.optimizers.RMSprop(0.01, momentum=0.5, centered=True)]
    said = []
    for i, optimizer in enumerate(optimizers):
        keras.utils.set_random_seed(i)
        model = small()
        steps(model, optimizer)
        model.save(os.path.join(sys.argv[2], f"{i}.keras"))
        said.append(steps(model, optimizer))
else:
    said = []
    for path in sys.argv[1:]:
        model = keras.saving.load_model(path)
        said.append(steps(model, model.optimizer))
        model.save(f"{path}.again.keras")
print(json.dumps(said))
