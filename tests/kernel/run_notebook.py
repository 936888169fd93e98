"""Runs cells in Deno's kernel through nbclient and prints what each one showed, as JSON.

Standard input: {"cells": [code, ...], "cwd": folder, "patience": seconds, "interrupts": [[cell, seconds], ...], "env": {}}.
`patience` goes on listening after a cell has ended, as the report's executor does; 0 is nbclient as it is.
"""

import asyncio
import json
import os
import sys
import tempfile

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import CellTimeoutError
from nbclient.client import CellExecutionComplete


def kernel_name() -> str:
    """The kernel that set-up installed, or a temporary one of the same kind (with UNROLL_TEST_DENO: of that Deno)."""
    other = os.environ.get("UNROLL_TEST_DENO")
    for name, folder in KernelSpecManager().find_kernel_specs().items():
        with open(os.path.join(folder, "kernel.json")) as file:
            spec = json.load(file)
        if not other and spec.get("language") == "typescript" and folder.startswith(sys.prefix):
            return name
    folder = tempfile.mkdtemp()
    os.makedirs(f"{folder}/kernels/deno-test")
    spec = {
        "argv": [other or os.environ.get("DENO", "deno"), "jupyter", "--kernel", "--conn", "{connection_file}"],
        "display_name": "Deno",
        "language": "typescript",
        "env": {"NO_COLOR": "1", "RUST_MIN_STACK": "16777216"},
    }
    with open(f"{folder}/kernels/deno-test/kernel.json", "w") as file:
        json.dump(spec, file)
    os.environ["JUPYTER_PATH"] = folder
    return "deno-test"


class Patient(NotebookClient):
    """Goes on listening after a cell's idle message until nothing has come for a while."""

    patience = 0.0

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        ended = False
        while True:
            try:
                timeout = self.patience if ended else None
                msg = await self.kc.iopub_channel.get_msg(timeout=timeout)
            except Exception:
                if ended:
                    return
                raise
            if msg["parent_header"].get("msg_id") == parent_msg_id:
                try:
                    self.process_message(msg, cell, cell_index)
                except CellExecutionComplete:
                    if not self.patience:
                        return
                    ended = True


def main() -> None:
    job = json.load(sys.stdin)
    os.environ.update(job.get("env", {}))
    cells = [nbformat.v4.new_code_cell(code) for code in job["cells"]]
    notebook = nbformat.v4.new_notebook(cells=cells)
    client = (Patient if job.get("patience") else NotebookClient)(
        notebook,
        kernel_name=kernel_name(),
        allow_errors=True,
        timeout=job.get("timeout", 120),
        resources={"metadata": {"path": job["cwd"]}},
    )
    if job.get("patience"):
        client.patience = job["patience"]

    async def interrupt(seconds: float) -> None:
        await asyncio.sleep(seconds)
        await client.km.interrupt_kernel()

    tasks = []

    async def on_cell_execute(cell, cell_index):
        for index, seconds in job.get("interrupts", []):
            if index == cell_index:
                tasks.append(asyncio.ensure_future(interrupt(seconds)))

    client.on_cell_execute = on_cell_execute
    failure = None
    try:
        client.execute()
    except (CellTimeoutError, RuntimeError) as error:
        failure = f"{type(error).__name__}: {error}"
    json.dump({"outputs": [cell.outputs for cell in notebook.cells], "failure": failure}, sys.stdout)


main()
