"""Signals that Python and TypeScript make alike (its twin is tests/audio/_signals.ts), rounded to float32."""
import numpy as np


def voice(rate, length):
    """Harmonics of a gliding fundamental whose loudness comes and goes, in a little noise."""
    t = np.arange(length) / rate
    phase = 2 * np.pi * (140 * t + 60 * t * t)
    sound = sum(np.sin(k * phase) / k for k in range(1, 9))
    loudness = 0.25 * (0.6 + 0.4 * np.sin(2 * np.pi * 5 * t))
    return (loudness * sound + 0.02 * noise(rate, length)).astype("float32")


def noise(rate, length):
    """A linear congruential generator's numbers, -0.5 to 0.5."""
    state, values = 12345, np.empty(length)
    for i in range(length):
        state = (1664525 * state + 1013904223) % 2**32
        values[i] = state / 2**32 - 0.5
    return values.astype("float32")


def clicks(rate, length):
    """Silence, a step of direct current, single impulses."""
    values = np.zeros(length)
    values[length // 3 : length // 2] = 0.125
    values[length // 5] = 1
    values[(2 * length) // 3 :: 997] = -0.75
    return values.astype("float32")


SIGNALS = {"voice": voice, "noise": noise, "clicks": clicks}
