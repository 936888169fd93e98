"""A peer's side of a comparison: ``worker.py SYSTEM CASE THREADS PRECISION``.

It makes the case ready, says so in one line of JSON, and then answers each line ``{"steps": n}`` on its input with how
long each step took. ``worker.ts`` is its twin for this library.
"""
import json
import math
import os
import sys
import time

# Whatever libraries print goes to the error output; answers alone go to the output.
ANSWERS = os.fdopen(os.dup(1), "w", buffering=1)
os.dup2(2, 1)


def answer(**message):
    ANSWERS.write(json.dumps(message) + "\n")


def resident_mb():
    try:
        with open("/proc/self/statm") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except OSError:
        return None


def measure(step, steps):
    milliseconds, value = [], float("nan")
    for _ in range(steps):
        started = time.perf_counter()
        value = step()
        milliseconds.append((time.perf_counter() - started) * 1e3)
    return milliseconds, float(value) if math.isfinite(value) else None


def main(system, case, threads, precision):
    if system == "pytorch":
        import torch_cases as peer
    else:
        import keras_cases as peer
    peer.use(system, threads, precision)
    made = peer.CASES[case]()
    step, repeats = made if isinstance(made, tuple) else (made, 1)
    answer(ready=peer.version())
    for line in sys.stdin:
        milliseconds, value = measure(step, json.loads(line)["steps"])
        answer(milliseconds=milliseconds, value=value, repeats=repeats, residentMb=resident_mb())


main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
