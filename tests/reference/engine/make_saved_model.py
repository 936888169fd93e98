"""Writes the SavedModel that the engine's tests load: y = x @ w + b with a variable, two outputs and a string.

usage: python make_saved_model.py FOLDER     (TensorFlow 2.21)
"""
import sys

import tensorflow as tf


class Affine(tf.Module):
    def __init__(self):
        self.w = tf.Variable([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], name="w")

    @tf.function(input_signature=[tf.TensorSpec([None, 2], tf.float32, name="x")])
    def __call__(self, x):
        y = x @ self.w + tf.constant([10.0, 20.0, 30.0])
        return {"y": y, "largest": tf.argmax(y, axis=1, output_type=tf.int32)}


model = Affine()
tf.saved_model.save(model, sys.argv[1], signatures=model.__call__)
