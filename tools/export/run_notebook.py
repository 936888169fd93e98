"""Runs a notebook on its kernel: run_notebook.py NOTEBOOK RESULT [--information JSON].

Writes the notebook with its outputs to RESULT, also when a cell throws, and says how far it is in one JSON object a
line on standard output: {"event": "start" | "cell" | "live" | "ran" | "failed" | "silent" | "done", ...}.
Exit status: 0 ran, 1 a cell threw or the kernel died, 3 a cell that shows something shows nothing.
"""

import argparse
import asyncio
import json
import os
import pathlib
import sys
import threading
import time
from queue import Empty

import nbformat
from jupyter_client.utils import ensure_async
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbclient.util import run_sync

from unroll_report.shows import shows_something

LATE = 0.15  # seconds: Deno's kernel sends some messages of a cell after it said that the cell was done


def say(event, **fields):
    print(json.dumps({"event": event, **fields}), flush=True)


class Client(NotebookClient):
    """nbclient, listening on for what a cell sends late."""

    async def _async_poll_output_msg(self, parent_msg_id, cell, cell_index):
        complete = False
        while True:
            try:
                message = await ensure_async(self.kc.iopub_channel.get_msg(timeout=LATE if complete else None))
            except Empty:
                return
            if message["parent_header"].get("msg_id") != parent_msg_id:
                continue
            report_live(message)
            try:
                self.process_message(message, cell, cell_index)
            except Exception as signal:  # nbclient has no public name for "this cell is complete"
                if type(signal).__name__ != "CellExecutionComplete":
                    raise
                complete = True


def report_live(message):
    """Passes on what a person would like to see while a long cell runs."""
    content = message["content"]
    if message["msg_type"] == "stream":
        say("live", name=content["name"], text=content["text"])
    elif message["msg_type"] == "update_display_data":
        text = content.get("data", {}).get("text/plain")
        if text:
            say("live", name="update", text=text if isinstance(text, str) else "".join(text))


def headings(notebook):
    """For each cell, the heading that it stands under."""
    titles, current = [], ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            found = [line for line in cell.source.splitlines() if line.startswith("#")]
            current = found[-1].lstrip("# ").strip() if found else current
        titles.append(current)
    return titles


async def run(client):
    """Runs cell after cell; the kernel ends with it, whatever happens."""
    notebook, titles = client.nb, headings(client.nb)
    code = [i for i, cell in enumerate(notebook.cells) if cell.cell_type == "code" and cell.source.strip()]
    say("start", cells=len(code))
    client.reset_execution_trackers()
    async with client.async_setup_kernel(cwd=client.resources["metadata"]["path"]):
        info = await client.async_wait_for_reply(await ensure_async(client.kc.kernel_info()))
        notebook.metadata["language_info"] = info["content"]["language_info"]
        for number, index in enumerate(code, 1):
            say("cell", number=number, of=len(code), title=titles[index])
            started, client.at = time.monotonic(), {"number": number, "source": notebook.cells[index].source}
            await client.async_execute_cell(notebook.cells[index], index, execution_count=number)
            say("ran", number=number, seconds=round(time.monotonic() - started, 2))


def silent_cells(notebook):
    return [
        {"number": cell.execution_count, "source": cell.source}
        for cell in notebook.cells
        if cell.cell_type == "code" and shows_something(cell) and not cell.outputs
    ]


def end_with_parent(parent):
    """Ends this program when the one that started it has gone, so that no kernel is left behind."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), 15)


def failure(error, client):
    """What went wrong and where, for a person."""
    at = getattr(client, "at", {"source": ""})
    if isinstance(error, DeadKernelError):
        return {**at, "error": "the kernel ended: out of memory, a native fault, or stopped from outside"}
    output = next((o for c in client.nb.cells for o in c.get("outputs", []) if o.output_type == "error"), None)
    if isinstance(error, CellExecutionError) and output is not None:
        return {**at, "error": "\n".join(output.traceback) or f"{output.ename}: {output.evalue}"}
    return {**at, "error": str(error)}


def write(notebook, file):
    draft = file.with_name(file.name + ".part")
    nbformat.write(notebook, draft)
    draft.replace(file)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("notebook", type=pathlib.Path)
    parser.add_argument("result", type=pathlib.Path)
    parser.add_argument("--information", default="{}")
    options = parser.parse_args()
    if os.name == "posix":
        threading.Thread(target=end_with_parent, args=(os.getppid(),), daemon=True).start()
    notebook = nbformat.read(options.notebook, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    client = Client(
        notebook, kernel_name="deno", coalesce_streams=True, timeout=None, startup_timeout=180, iopub_timeout=60,
        resources={"metadata": {"path": str(options.notebook.resolve().parent)}},
    )
    started, status = time.monotonic(), 0
    try:
        run_sync(run)(client)
    except (CellExecutionError, CellTimeoutError, DeadKernelError, RuntimeError) as error:
        say("failed", **failure(error, client))
        status = 1
    notebook.metadata["unroll"] = {**json.loads(options.information), "seconds": round(time.monotonic() - started, 1)}
    write(notebook, options.result)
    silent = silent_cells(notebook) if status == 0 else []
    for cell in silent:
        say("silent", **cell)
    say("done", seconds=notebook.metadata["unroll"]["seconds"])
    return status or (3 if silent else 0)


if __name__ == "__main__":
    sys.exit(main())
