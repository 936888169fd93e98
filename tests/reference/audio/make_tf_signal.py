"""Golden values of tf.signal: ``python make_tf_signal.py`` with TensorFlow writes tf_signal.json."""
import json
from pathlib import Path

import numpy as np
import tensorflow as tf
from signals import SIGNALS

CASES = [
    dict(rate=16000, length=4000, frame=256, hop=128, fft=256, pad_end=True),
    dict(rate=16000, length=3999, frame=400, hop=160, fft=512, pad_end=True),
    dict(rate=8000, length=1500, frame=200, hop=80, fft=256, pad_end=False),
]


def numbers(array):
    return [float(f"{value:.7g}") for value in np.asarray(array).ravel()]


golden = []
for case in CASES:
    y = SIGNALS["voice"](case["rate"], case["length"])
    magnitude = np.abs(tf.signal.stft(y, case["frame"], case["hop"], case["fft"], pad_end=case["pad_end"]))
    frames = [0, len(magnitude) // 2, len(magnitude) - 1]
    framed = tf.signal.frame(y, case["frame"], case["hop"], pad_end=case["pad_end"]).numpy()
    golden.append({
        **case,
        "shape": list(magnitude.shape),
        "frames": frames,
        "magnitude": numbers(magnitude[frames]),
        "sums": numbers(framed.sum(axis=1)),
    })
text = json.dumps({"tensorflow": tf.__version__, "cases": golden}, separators=(",", ":"))
Path(__file__).with_name("tf_signal.json").write_text(text + "\n")
