"""Makes layout.json: where cuDNN itself says that each gate's matrices and biases lie in its buffer of weights.

No GPU is needed: the library answers these questions without looking at the handle that it is given.

    python -m venv cudnn-venv
    cudnn-venv/bin/pip install --no-deps nvidia-cudnn-cu12==9.28.0.42 nvidia-cuda-runtime-cu12==12.9.79 \
        nvidia-cublas-cu12==12.9.3.13 nvidia-cuda-nvrtc-cu12==12.9.86
    cudnn-venv/bin/python tests/reference/cudnn/make_layout.py
"""

import ctypes
import json
import pathlib
import sysconfig

packages = pathlib.Path(sysconfig.get_paths()["purelib"]) / "nvidia"
for file in ["cuda_runtime/lib/libcudart.so.12", "cublas/lib/libcublasLt.so.12", "cublas/lib/libcublas.so.12",
             "cuda_nvrtc/lib/libnvrtc.so.12"]:
    ctypes.CDLL(str(packages / file), mode=ctypes.RTLD_GLOBAL)
cudnn = ctypes.CDLL(str(packages / "cudnn/lib/libcudnn.so.9"))
cudnn.cudnnGetVersion.restype = ctypes.c_size_t
pointer = ctypes.c_void_p
no_handle = ctypes.create_string_buffer(1 << 20)
MODES = {"rnn_relu": (0, 1), "rnn_tanh": (1, 1), "lstm": (2, 4), "gru": (3, 3)}  # cudnnRNNMode_t, gates
START = 1 << 32  # an address that nothing is read from


def ask(function, *arguments):
    status = getattr(cudnn, function)(*arguments)
    assert status == 0, f"{function}: {status}"


def made(function):
    result = pointer()
    ask(function, ctypes.byref(result))
    return result


def layout(mode, features, units, directions):
    number, gates = MODES[mode]
    network, dropout = made("cudnnCreateRNNDescriptor"), made("cudnnCreateDropoutDescriptor")
    standard, double_bias, linear, float32, fma, layers, padded = 0, 2, 0, 0, 3, 1, 1
    ask("cudnnSetRNNDescriptor_v8", network, standard, number, double_bias, directions - 1, linear, float32, float32, fma,
        features, units, units, layers, dropout, padded)
    size = ctypes.c_size_t()
    ask("cudnnGetRNNWeightSpaceSize", no_handle, network, ctypes.byref(size))
    regions = []
    for way in range(directions):
        for place in range(2 * gates):
            tensors = [made("cudnnCreateTensorDescriptor") for _ in range(2)]
            addresses = [pointer(), pointer()]
            ask("cudnnGetRNNWeightParams", no_handle, network, way, size, pointer(START), place, tensors[0],
                ctypes.byref(addresses[0]), tensors[1], ctypes.byref(addresses[1]))
            for tensor, address in zip(tensors, addresses):
                kind, rank, sizes, strides = ctypes.c_int(), ctypes.c_int(), (ctypes.c_int * 3)(), (ctypes.c_int * 3)()
                ask("cudnnGetTensorNdDescriptor", tensor, 3, ctypes.byref(kind), ctypes.byref(rank), sizes, strides)
                regions.append({"direction": way, "place": place, "offset": (address.value - START) // 4,
                                "shape": list(sizes)[1:], "strides": list(strides)[1:]})
    return {"mode": mode, "features": features, "units": units, "directions": directions, "size": size.value // 4,
            "regions": regions}


if __name__ == "__main__":
    cases = [layout(mode, features, units, directions) for mode in MODES
             for features, units in [(4, 2), (3, 5), (1, 1), (257, 129)] for directions in [1, 2]]
    path = pathlib.Path(__file__).with_name("layout.json")
    path.write_text(json.dumps({"cudnn": cudnn.cudnnGetVersion(), "cases": cases}, separators=(",", ":")) + "\n")
    print(path.stat().st_size, "bytes")
