"""Golden values of librosa's features: ``python make_librosa.py`` with librosa and NumPy writes librosa_*.json.

Arithmetic in double precision. Of each result its shape and three frames are kept; of spectra every seventh bin.
"""
import json
from pathlib import Path

import librosa
import numpy as np
from signals import SIGNALS

# sample rate, frame, hop, window length, padding, mel bands, HTK, octaves of the contrast
CASES = [
    dict(rate=16000, frame=256, hop=128, window=256, pad="none", mels=40, htk=False, octaves=5),
    dict(rate=16000, frame=512, hop=160, window=400, pad="reflect", mels=64, htk=True, octaves=6),
    dict(rate=22050, frame=2048, hop=512, window=2048, pad="constant", mels=128, htk=False, octaves=6),
    dict(rate=8000, frame=200, hop=80, window=200, pad="constant", mels=26, htk=False, octaves=4),
    dict(rate=44100, frame=1024, hop=441, window=1000, pad="edge", mels=80, htk=True, octaves=6),
    dict(rate=16000, frame=441, hop=147, window=441, pad="symmetric", mels=32, htk=False, octaves=5),
    dict(rate=11025, frame=254, hop=100, window=254, pad="reflect", mels=20, htk=False, octaves=4),
]


def numbers(array):
    return [float(f"{value:.9g}") for value in np.asarray(array, dtype="float64").ravel()]


def kept(array, every=1):
    """(features, frames) as librosa has it -> shape and the first, middle and last frame."""
    by_frame = np.atleast_2d(array).T
    frames = [0, len(by_frame) // 2, len(by_frame) - 1]
    return {"shape": list(by_frame.shape), "frames": frames, "every": every, "values": numbers(by_frame[frames, ::every])}


def features(case, y):
    center = case["pad"] != "none"
    at = dict(n_fft=case["frame"], hop_length=case["hop"], win_length=case["window"], center=center)
    if center:
        at["pad_mode"] = case["pad"]
    frames = dict(frame_length=case["frame"], hop_length=case["hop"], center=center)
    rate, feature = case["rate"], librosa.feature
    spectrum = librosa.stft(y, dtype="complex128", **at)
    magnitude = np.abs(spectrum)
    mel = feature.melspectrogram(S=magnitude**2, sr=rate, n_fft=case["frame"], n_mels=case["mels"], htk=case["htk"], dtype="float64")
    decibels = librosa.power_to_db(mel)
    mfcc = feature.mfcc(S=decibels, n_mfcc=13)
    contrast = dict(S=magnitude, sr=rate, n_fft=case["frame"], n_bands=case["octaves"])
    padding = {"pad_mode": case["pad"]} if center else {}
    return {
        "real": kept(spectrum.real, 7),
        "imaginary": kept(spectrum.imag, 7),
        "magnitude": kept(magnitude, 7),
        "power": kept(magnitude**2, 7),
        "mel": kept(mel, 3),
        "decibels": kept(decibels, 3),
        "relativeDecibels": kept(librosa.power_to_db(mel, ref=np.max, top_db=60), 3),
        "mfcc": kept(mfcc),
        "delta": kept(feature.delta(mfcc)),
        "delta2": kept(feature.delta(mfcc, order=2, width=5)),
        "contrast": kept(feature.spectral_contrast(**contrast)),
        "linearContrast": kept(feature.spectral_contrast(**contrast, linear=True, quantile=0.1)),
        "centroid": kept(feature.spectral_centroid(S=magnitude, sr=rate, n_fft=case["frame"])),
        "flatness": kept(feature.spectral_flatness(S=magnitude)),
        "zeroCrossings": kept(feature.zero_crossing_rate(y, **frames)),
        "rms": kept(feature.rms(y=y, **frames, **padding)),
        "meanContrast": numbers([np.mean(feature.spectral_contrast(**contrast))]),
    }


for name, signal in SIGNALS.items():
    golden = []
    for case in CASES:
        y = signal(case["rate"], case["rate"] // 2)
        golden.append({**case, **features(case, y.astype("float64"))})
    text = ",\n".join(json.dumps(one, separators=(",", ":")) for one in golden)
    made = f'{{"librosa":"{librosa.__version__}","cases":[\n{text}\n]}}\n'
    Path(__file__).with_name(f"librosa_{name}.json").write_text(made)
