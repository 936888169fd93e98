"""Sound files of every kind: ``python make_sounds.py`` with soundfile and NumPy writes sounds/ and sounds.json.

Each holds two tones (left 500 Hz, right 750 Hz) that the tests know, and what libsndfile decodes of it at some places. A file
of which it is there already stays: the numbers of Ogg streams are random.
"""
import json
from pathlib import Path

import numpy as np
import soundfile

HERE = Path(__file__).parent
FILES = [
    ("u8.wav", 8000, 1, "PCM_U8", "WAV"),
    ("s16.wav", 16000, 2, "PCM_16", "WAV"),
    ("s24.wav", 11025, 1, "PCM_24", "WAV"),
    ("s32.wav", 8000, 1, "PCM_32", "WAV"),
    ("f32.wav", 16000, 1, "FLOAT", "WAV"),
    ("f64.wav", 8000, 2, "DOUBLE", "WAV"),
    ("s24_extensible.wav", 8000, 2, "PCM_24", "WAVEX"),
    ("f32_extensible.wav", 8000, 1, "FLOAT", "WAVEX"),
    ("s16.flac", 16000, 2, "PCM_16", "FLAC"),
    ("s24.flac", 22050, 1, "PCM_24", "FLAC"),
    ("vorbis.ogg", 16000, 1, "VORBIS", "OGG"),
    ("opus.ogg", 48000, 1, "OPUS", "OGG"),
    ("layer3.mp3", 16000, 1, "MPEG_LAYER_III", "MP3"),
    ("layer3_stereo.mp3", 44100, 2, "MPEG_LAYER_III", "MP3"),
    ("s16_rf64.wav", 8000, 2, "PCM_16", "RF64"),
    ("s16_silence.flac", 16000, 1, "PCM_16", "FLAC"),
    ("s8_five.flac", 8000, 5, "PCM_S8", "FLAC"),
    ("layer3_alike.mp3", 16000, 2, "MPEG_LAYER_III", "MP3"),
]

(HERE / "sounds").mkdir(exist_ok=True)
golden = []
for name, rate, channels, subtype, container in FILES:
    lossy = subtype in ("VORBIS", "OPUS", "MPEG_LAYER_III")
    t = np.arange(rate // 4 if lossy else rate // 40) / rate
    sound = np.stack([0.5 * np.sin(2 * np.pi * (500 + 250 * c) * t) for c in range(channels)], axis=1)
    if "silence" in name:  # the last of two frames, of which a dozen bytes are left
        sound = np.concatenate([sound, np.zeros((5000, channels))])
    if "alike" in name:
        sound[:, 1] = sound[:, 0]
    path = HERE / "sounds" / name
    if not path.exists():
        soundfile.write(path, sound, rate, subtype=subtype, format=container)
    read, _ = soundfile.read(path, always_2d=True)
    places = np.linspace(0, len(read) - 1, 40).astype(int)
    golden.append({
        "name": name,
        "rate": rate,
        "length": len(read),
        "lossy": lossy,
        "places": places.tolist(),
        "values": [[float(f"{v:.8g}") for v in read[places, c]] for c in range(channels)],
    })
text = ",\n".join(json.dumps(one, separators=(",", ":")) for one in golden)
(HERE / "sounds.json").write_text(f"[\n{text}\n]\n")
