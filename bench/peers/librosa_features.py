"""librosa's side of ``bench/features.ts``: each line on its input names a feature; it answers with the milliseconds of one go."""
import sys
import time

import librosa
import numpy as np

RATE = 16000
SECONDS, FRAME, HOP = (int(argument) for argument in sys.argv[1:4])
SOUND = (np.random.default_rng(0).normal(size=RATE * SECONDS) * 0.1).astype("float32")
FRAMES = dict(n_fft=FRAME, hop_length=HOP)
FEATURES = {
    "stft": lambda: librosa.stft(SOUND, **FRAMES),
    "power spectrogram": lambda: np.abs(librosa.stft(SOUND, **FRAMES)) ** 2,
    "spectral contrast": lambda: librosa.feature.spectral_contrast(y=SOUND, sr=RATE, **FRAMES),
    "mel spectrogram": lambda: librosa.feature.melspectrogram(y=SOUND, sr=RATE, **FRAMES),
    "MFCC-20": lambda: librosa.feature.mfcc(y=SOUND, sr=RATE, n_mfcc=20, **FRAMES),
}

for line in sys.stdin:
    started = time.perf_counter()
    FEATURES[line.strip()]()
    print((time.perf_counter() - started) * 1e3, flush=True)
