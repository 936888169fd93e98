"""Makes golden.json: what statsmodels, SciPy and NumPy say of two series.

    python3 -m venv venv && venv/bin/pip install statsmodels==0.14.6 scipy==1.17.1 numpy==2.4.6
    venv/bin/python make_golden.py > golden.json
"""
import json

import numpy as np
from scipy.signal import lombscargle
from statsmodels.tsa.seasonal import seasonal_decompose
from statsmodels.tsa.stattools import acf


def series(length):
    """The numbers of wavy() in tests/series/golden_test.ts."""
    i = np.arange(length)
    return 0.02 * i + 2 * np.sin(2 * np.pi * i / 12) + np.sin(2 * np.pi * i / 31.7) + ((i * 7) % 11) / 10


def listed(values):
    return [None if np.isnan(value) else round(float(value), 9) for value in values]


golden = {}
for length, period in ((96, 12), (95, 7)):
    values = series(length)
    parts = seasonal_decompose(values, model="additive", period=period)
    periods = np.array([2.5, 5, period, 12, 20.3, 31.7, 60])
    centred = values - values.mean()
    power = lombscargle(np.arange(length), centred, 2 * np.pi / periods, normalize=True)
    golden[f"{length} {period}"] = {
        "trend": listed(parts.trend),
        "season": listed(parts.seasonal),
        "rest": listed(parts.resid),
        "autocorrelation": listed(acf(values, nlags=20, fft=False)),
        "periods": listed(periods),
        "periodogram": listed(power),
    }
print(json.dumps(golden, indent=1))
