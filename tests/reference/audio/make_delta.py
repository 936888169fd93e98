"""Golden values of librosa's delta at the ends: ``python make_delta.py`` with librosa and NumPy writes delta.json."""
import json
from pathlib import Path

import librosa
import numpy as np

MODES = {"interp": "interp", "nearest": "edge", "mirror": "reflect", "wrap": "wrap", "constant": "constant"}

golden = []
for frames, width, order in [(12, 9, 1), (12, 5, 2), (6, 9, 1), (3, 9, 2), (1, 3, 1)]:
    features = np.stack([np.sin(np.arange(frames) ** 1.5), np.arange(frames) ** 2 / 10 - 2]).astype("float32")
    for mode, name in MODES.items():
        if mode == "interp" and frames < width:
            continue
        slopes = librosa.feature.delta(features.astype("float64"), width=width, order=order, mode=mode)
        numbers = lambda array: [float(f"{value:.9g}") for value in array.T.ravel()]
        golden.append({
            "frames": frames, "width": width, "order": order, "mode": name,
            "features": numbers(features), "values": numbers(slopes),
        })
text = ",\n".join(json.dumps(one, separators=(",", ":")) for one in golden)
Path(__file__).with_name("delta.json").write_text(f"[\n{text}\n]\n")
