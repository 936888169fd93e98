"""Golden values of scikit-learn, pyannote.metrics and pyannote.audio: ``python make_evaluation.py SIGNAL_PY`` writes evaluation.json.

Needs scikit-learn, pyannote.metrics and einops. SIGNAL_PY is pyannote/audio/utils/signal.py out of pyannote.audio's wheel, which
is loaded alone: the package itself would need PyTorch.
"""
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
from pyannote.core import Annotation, Segment, SlidingWindow, SlidingWindowFeature, Timeline
from pyannote.metrics.detection import DetectionErrorRate
from sklearn import metrics

draw = np.random.default_rng(7)


def numbers(values):
    return [None if np.isinf(value) else float(f"{value:.12g}") for value in np.asarray(values, dtype="float64").ravel()]


def of_class(true, predicted, classes):
    report = metrics.classification_report(true, predicted, labels=range(classes), output_dict=True, zero_division=0)
    averages = {name: report[f"{name} avg"] for name in ("macro", "weighted")}
    rows = [report[str(i)] for i in range(classes)]
    short = lambda row: numbers([row["precision"], row["recall"], row["f1-score"], row["support"]])
    return {
        "labels": true.tolist(),
        "predictions": predicted.tolist(),
        "classes": classes,
        "matrix": metrics.confusion_matrix(true, predicted, labels=range(classes)).tolist(),
        "accuracy": metrics.accuracy_score(true, predicted),
        "rows": [short(row) for row in rows],
        "macro": short(averages["macro"]),
        "weighted": short(averages["weighted"]),
    }


def of_scores(labels, scores):
    fpr, tpr, thresholds = metrics.roc_curve(labels, scores)
    precision, recall, pr_thresholds = metrics.precision_recall_curve(labels, scores)
    return {
        "labels": labels.tolist(),
        "scores": numbers(scores),
        "roc": {"falsePositiveRate": numbers(fpr), "truePositiveRate": numbers(tpr), "thresholds": numbers(thresholds)},
        "area": metrics.roc_auc_score(labels, scores),
        "precisionRecall": {"precision": numbers(precision), "recall": numbers(recall), "thresholds": numbers(pr_thresholds)},
        "averagePrecision": metrics.average_precision_score(labels, scores),
    }


def annotation(segments):
    made = Annotation()
    for track, (start, end) in enumerate(segments):
        made[Segment(start, end), track] = "speech"
    return made


def some_segments(count):
    starts = np.round(draw.uniform(0, 28, count), 2)
    return [[float(start), float(np.round(start + length, 2))] for start, length in zip(starts, draw.uniform(0.1, 4, count))]


def of_detection(reference, hypothesis, regions, collar):
    uem = Timeline([Segment(*region) for region in regions]) if regions else None
    detail = DetectionErrorRate(collar=collar)(annotation(reference), annotation(hypothesis), uem=uem, detailed=True)
    return {
        "reference": reference,
        "hypothesis": hypothesis,
        "regions": regions,
        "collar": collar,
        "speech": detail["total"],
        "missed": detail["miss"],
        "falselyRaised": detail["false alarm"],
        "detectionErrorRate": detail["detection error rate"],
    }


def of_segments(binarize, scores, options):
    """Frames whose middle is t · hop, and one that ends what is still active, are this library's frames."""
    hop = options["hop"]
    names = {"onset": "onset", "offset": "offset", "padBefore": "pad_onset", "padAfter": "pad_offset",
             "minimumSilence": "min_duration_off", "minimumSpeech": "min_duration_on"}
    run = binarize(**{names[key]: value for key, value in options.items() if key in names})
    window = SlidingWindow(start=-hop / 2, duration=hop, step=hop)
    padded = np.append(scores, -1.0)[:, None]
    found = run(SlidingWindowFeature(padded, window)).get_timeline()
    end = len(scores) * hop
    return {
        "scores": numbers(scores),
        "options": options,
        "segments": [numbers([max(0, one.start), min(end, one.end)]) for one in found],
    }


def speech_scores(count):
    speaking = np.repeat(draw.random(count // 10) > 0.5, 10)
    return np.round(np.clip(0.5 + (speaking - 0.5) * 0.6 + draw.normal(0, 0.2, count), 0, 1), 3)


if __name__ == "__main__":
    spec = importlib.util.spec_from_file_location("signal_of_pyannote", sys.argv[1])
    signal = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(signal)
    true = draw.integers(0, 3, 60)
    labels = draw.integers(0, 2, 120)
    scores = np.round(labels * 0.4 + draw.random(120), 2)
    out = {
        "reports": [
            of_class(true, np.where(draw.random(60) < 0.6, true, draw.integers(0, 3, 60)), 3),
            of_class(np.array([0, 0, 1, 1]), np.array([0, 1, 1, 0]), 4),
            of_class(np.array([2, 2, 2]), np.array([0, 0, 2]), 3),
        ],
        "scores": [of_scores(labels, scores), of_scores(np.array([0, 0, 1, 1]), np.array([0.1, 0.4, 0.35, 0.8])),
                   of_scores(np.array([1, 0, 1, 0]), np.array([0.5, 0.5, 0.5, 0.5]))],
        "detections": [
            of_detection(some_segments(6), some_segments(7), regions, collar)
            for regions in (None, [[0, 30]], [[2, 9.5], [12, 26]])
            for collar in (0.0, 0.1, 0.5)
        ] + [of_detection([], [[1, 2]], [[0, 5]], 0.0), of_detection([], [], [[0, 5]], 0.0), of_detection([[1, 2]], [], [[0, 5]], 0.0)],
        "segments": [
            of_segments(signal.Binarize, speech_scores(200), {"hop": 0.01, **options})
            for options in (
                {},
                {"onset": 0.6, "offset": 0.4},
                {"onset": 0.7, "offset": 0.3, "minimumSilence": 0.05},
                {"onset": 0.6, "offset": 0.4, "minimumSpeech": 0.1},
                {"onset": 0.5, "offset": 0.5, "padBefore": 0.02, "padAfter": 0.03},
                {"onset": 0.6, "offset": 0.4, "padBefore": 0.015, "padAfter": 0.035, "minimumSilence": 0.08, "minimumSpeech": 0.25},
            )
        ],
    }
    Path(__file__).with_name("evaluation.json").write_text(json.dumps(out) + "\n")
