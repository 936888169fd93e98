"""Unpacks TensorFlow's two native libraries from a wheel: unpack_libraries.py WHEELS TARGET NAME.

They don't depend on the Python version, so a wheel for another Python serves. TARGET appears whole or not at all.
"""

import pathlib
import shutil
import sys
import zipfile

wheels, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
draft = target.with_name(target.name + ".part")
shutil.rmtree(draft, ignore_errors=True)
draft.mkdir(parents=True)
name, version = sys.argv[3].split("==")
wheel = next(wheels.glob(f"{name.replace('-', '_')}-{version}-*.whl"))
with zipfile.ZipFile(wheel) as archive:
    libraries = [
        member
        for member in archive.namelist()
        if member.startswith(("tensorflow/libtensorflow_cc.", "tensorflow/libtensorflow_framework."))
    ]
    if len(libraries) < 2:
        sys.exit(f"{wheel.name} holds {libraries}, not the two libraries")
    for member in libraries:
        with archive.open(member) as packed, open(draft / pathlib.PurePath(member).name, "wb") as unpacked:
            shutil.copyfileobj(packed, unpacked, 1 << 20)
(draft / "wheel.txt").write_text(sys.argv[3] + "\n")
shutil.rmtree(target, ignore_errors=True)
draft.rename(target)
