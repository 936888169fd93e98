"""Golden values of Keras's Tokenizer, pad_sequences and imdb.load_data: python keras_text.py > keras_text.json

Made with Keras 3.15.1 (keras.src.legacy.preprocessing.text) on TensorFlow 2.21.0, NumPy 2.4.6.
"""

import json

import numpy as np
from keras.src.datasets import imdb
from keras.src.legacy.preprocessing.text import Tokenizer, text_to_word_sequence
from keras.utils import pad_sequences

CATS = ["The cat sat on the mat.", "The dog ate my homework."]
ODD = ["¡El AÑO 2024! (el año, el fin)", "10 2 1 2 10 10\tdos\n\ndos", "", "don't re-do __proto__ constructor toString", "İ Σς 😀😀 x😀"]

CASES = [
    {"name": "study 002", "options": {"num_words": 1000}, "fit": CATS, "texts": CATS},
    {"name": "no limit", "options": {}, "fit": CATS, "texts": CATS + ["the unseen cat cat"]},
    {"name": "limit", "options": {"num_words": 3}, "fit": CATS, "texts": CATS},
    {"name": "limit and oov", "options": {"num_words": 4, "oov_token": "<OOV>"}, "fit": CATS, "texts": CATS + ["unseen", ""]},
    {"name": "oov", "options": {"oov_token": "<OOV>"}, "fit": CATS, "texts": ["a cat and a dog"]},
    {"name": "oov that is a word", "options": {"oov_token": "cat"}, "fit": CATS, "texts": CATS + ["unseen"]},
    {"name": "odd text", "options": {}, "fit": ODD, "texts": ODD},
    {"name": "case", "options": {"lower": False}, "fit": CATS, "texts": CATS},
    {"name": "filters", "options": {"filters": "aeiou"}, "fit": CATS, "texts": CATS},
    {"name": "no filters", "options": {"filters": ""}, "fit": CATS, "texts": CATS},
    {"name": "split", "options": {"split": ","}, "fit": ["a b,c,,a b", "c,d"], "texts": ["c,a b,e"]},
    {"name": "long split", "options": {"split": "--"}, "fit": ["a--b.a", "c"], "texts": ["a--c"]},
    {"name": "characters", "options": {"char_level": True, "oov_token": "?"}, "fit": CATS, "texts": ["The zoo", "😀"]},
    {"name": "lists", "options": {}, "fit": [["The", "cat!"], ["cat!"]], "texts": [["the", "CAT!", "dog"]]},
]

SEQUENCES = [[1], [2, 3], [4, 5, 6, 7], []]
PADS = [
    {},
    {"maxlen": 3},
    {"maxlen": 3, "padding": "post"},
    {"maxlen": 3, "truncating": "post"},
    {"maxlen": 3, "padding": "post", "truncating": "post", "value": 9},
    {"maxlen": 6, "dtype": "float32", "value": -0.5},
    {"maxlen": 5, "value": 2.7},
]


def run(case):
    tokenizer = Tokenizer(**case["options"])
    tokenizer.fit_on_texts(case["fit"])
    sequences = tokenizer.texts_to_sequences(case["texts"])
    modes = ["binary", "count", "freq", "tfidf"]
    limited = (case["options"].get("num_words") or 0) > 100
    return {
        **case,
        "sequences": sequences,
        "back": tokenizer.sequences_to_texts(sequences + [[1, 2, 99]]),
        "matrices": {} if limited else {m: tokenizer.texts_to_matrix(case["texts"], mode=m).tolist() for m in modes},
        # set order decides the order of word_docs in Python, which differs from run to run
        "json": {k: v for k, v in tokenizer.get_config().items() if k not in ("word_docs", "index_docs")},
        "word_docs": sorted(tokenizer.word_docs.items()),
        "index_docs": sorted(tokenizer.index_docs.items()),
        "file": tokenizer.to_json(),
    }


REVIEWS = [[1, 2, 3], [5, 1, 1, 9, 30], [2], [7, 8, 30, 31, 1, 2, 3]]
SHIFTS = [
    {},
    {"num_words": 10},
    {"num_words": 10, "skip_top": 5},
    {"maxlen": 6},
    {"start_char": None},
    {"oov_char": None, "num_words": 8},
    {"start_char": None, "index_from": 0, "num_words": 9, "oov_char": 0},
    {"start_char": 5, "oov_char": 6, "index_from": 10, "num_words": 20, "skip_top": 12, "maxlen": 8},
]


def shift(options):
    """load_data on these reviews; the label of each is its place, which undoes the shuffle."""
    ragged = np.empty(len(REVIEWS), dtype=object)
    ragged[:] = REVIEWS
    labels = np.arange(len(REVIEWS))
    imdb.get_file = lambda **_: ""
    imdb.npz_utils.load_npz = lambda _: {"x_train": ragged, "y_train": labels, "x_test": ragged, "y_test": labels}
    (x, y), _ = imdb.load_data(**options)
    kept = sorted(zip(y.tolist(), list(x)))
    return {"options": options, "kept": [place for place, _ in kept], "sequences": [list(map(int, seq)) for _, seq in kept]}


print(json.dumps({
    "shift": {"sequences": REVIEWS, "cases": [shift(options) for options in SHIFTS]},
    "tokenizer": [run(case) for case in CASES],
    "words": [{"text": t, "words": text_to_word_sequence(t)} for t in CATS + ODD],
    "pad": {"sequences": SEQUENCES, "cases": [{"options": p, "padded": pad_sequences(SEQUENCES, **p).tolist()} for p in PADS]},
}))
