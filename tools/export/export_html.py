"""Writes a notebook that has run as one HTML file: export_html.py NOTEBOOK HTML [--hide-code]."""

import argparse
import pathlib
import sys

import nbformat
from traitlets.config import Config

from unroll_report import UnrollExporter
from unroll_report.exporter import NetworkLoad


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("notebook", type=pathlib.Path)
    parser.add_argument("html", type=pathlib.Path)
    parser.add_argument("--hide-code", action="store_true")
    parser.add_argument("--folder", type=pathlib.Path, help="where the notebook's own pictures are")
    options = parser.parse_args()
    config = Config({"TemplateExporter": {"exclude_input": options.hide_code}})
    notebook = nbformat.read(options.notebook, as_version=4)
    folder = str((options.folder or options.notebook.parent).resolve())
    try:
        page, _ = UnrollExporter(config=config).from_notebook_node(notebook, {"metadata": {"path": folder}})
    except (NetworkLoad, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    options.html.parent.mkdir(parents=True, exist_ok=True)
    draft = options.html.with_name(options.html.name + ".part")
    draft.write_text(page, encoding="utf-8")
    draft.replace(options.html)
    return 0


if __name__ == "__main__":
    sys.exit(main())
