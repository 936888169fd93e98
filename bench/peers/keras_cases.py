"""The cases in Keras 3 on TensorFlow, plain or compiled by XLA, and single operations in eager TensorFlow.

Each entry of ``CASES`` makes a function that does one step and returns what it read back: the loss, or the id of a character.
The batch is made into tensors once, as in the other systems. Everything not named is the framework's default.
"""
import os

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = "-1"
os.environ["KERAS_BACKEND"] = "tensorflow"

import keras
import numpy as np
import tensorflow as tf
from keras import layers

RANDOM = np.random.default_rng(0)
XLA = False


def use(system, threads, precision):
    global XLA
    XLA = system == "keras-xla"
    tf.config.threading.set_intra_op_parallelism_threads(threads)
    tf.config.threading.set_inter_op_parallelism_threads(threads)
    keras.utils.set_random_seed(0)
    keras.config.set_dtype_policy("mixed_bfloat16" if precision == "bf16" else "float32")


def version():
    return f"Keras {keras.__version__}, TensorFlow {tf.__version__}"


def training(stack, x, y, loss):
    model = keras.Sequential(stack)
    model.compile(optimizer=keras.optimizers.Adam(1e-3), loss=loss, jit_compile=XLA)
    model.build(x.shape)
    x, y = tf.constant(x), tf.constant(y)
    return lambda: float(model.train_on_batch(x, y))


def integers(shape, below):
    return RANDOM.integers(0, below, shape).astype("int32")


def yes_or_no(shape):
    return RANDOM.integers(0, 2, shape).astype("float32")


def normals(shape):
    return RANDOM.normal(size=shape).astype("float32")


def from_logits():
    return keras.losses.SparseCategoricalCrossentropy(from_logits=True)


def text(layer, vocabulary, steps):
    stack = [
        layers.Embedding(vocabulary, 256),
        layer(1024, return_sequences=True),
        layers.Dense(vocabulary),
    ]
    return training(stack, integers((64, steps), vocabulary), integers((64, steps), vocabulary), from_logits())


def imdb(layer):
    stack = [layers.Embedding(10000, 32), layer, layers.Dense(1, activation="sigmoid")]
    return training(stack, integers((128, 500), 10000), yes_or_no((128, 1)), "binary_crossentropy")


def vad_lstm():
    stack = [layers.LSTM(256, return_sequences=True), layers.Dense(1, activation="sigmoid")]
    return training(stack, normals((51, 300, 20)), yes_or_no((51, 300, 1)), "binary_crossentropy")


def language_rnn():
    stack = [
        layers.Conv1D(64, 3, activation="relu"),
        layers.MaxPooling1D(3),
        layers.Dropout(0.3),
        layers.Conv1D(128, 3, activation="relu"),
        layers.MaxPooling1D(3),
        layers.Dropout(0.3),
        layers.LSTM(64),
        layers.Dropout(0.3),
        layers.Dense(32, activation="relu"),
        layers.Dense(4),
    ]
    return training(stack, normals((32, 500, 129)), integers((32,), 4), from_logits())


def language_cnn():
    stack = [
        layers.Resizing(128, 128),
        layers.Normalization(mean=0.0, variance=1.0),
        layers.Conv2D(64, 3, activation="relu"),
        layers.MaxPooling2D(3),
        layers.Dropout(0.3),
        layers.Conv2D(128, 3, activation="relu"),
        layers.MaxPooling2D(3),
        layers.Dropout(0.3),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(4),
    ]
    return training(stack, normals((32, 500, 129, 1)), integers((32,), 4), from_logits())


def jena(**dropouts):
    stack = [layers.GRU(32, **dropouts), layers.Dense(1)]
    return training(stack, normals((128, 240, 14)), normals((128, 1)), "mae")


def generation():
    embedding = layers.Embedding(65, 256)
    recurrent = layers.GRU(1024, return_sequences=True, return_state=True)
    head = layers.Dense(65)

    @tf.function(jit_compile=XLA)
    def next_character(ids, state):
        output, state = recurrent(embedding(ids), initial_state=state)
        return tf.random.categorical(head(output)[:, -1] / 1.0, 1), state

    latest = [tf.constant([[1]], tf.int64), tf.zeros([1, 1024])]

    def step():
        latest[:] = next_character(*latest)
        return latest[0].numpy()[0, 0]

    return step


def matmul(repeats=10):
    a, b = tf.constant(normals((1024, 1024))), tf.constant(normals((1024, 1024)))

    def step():
        for _ in range(repeats):
            product = tf.matmul(a, b)
        return product[0, 0].numpy()

    return step, repeats


def small_op(repeats=5000):
    one, other = tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0])

    def step():
        for _ in range(repeats):
            total = tf.add(one, other)
        return total.numpy()[0]

    return step, repeats


CASES = {
    "char_gru": lambda: text(layers.GRU, 65, 100),
    "char_lstm": lambda: text(layers.LSTM, 93, 100),
    "word_gru": lambda: text(layers.GRU, 42197, 20),
    "imdb_lstm": lambda: imdb(layers.LSTM(32)),
    "imdb_bilstm": lambda: imdb(layers.Bidirectional(layers.LSTM(32))),
    "vad_lstm": vad_lstm,
    "language_rnn": language_rnn,
    "language_cnn": language_cnn,
    "jena_gru": jena,
    "jena_gru_dropout": lambda: jena(dropout=0.1, recurrent_dropout=0.5),
    "generation": generation,
    "matmul": matmul,
    "small_op": small_op,
}
