"""The project's report: an nbconvert exporter for one HTML file that needs no network.

Used by `deno task report`, by `jupyter nbconvert --to unroll` and by JupyterLab's "Save and Export".
"""

from .exporter import UnrollExporter

__all__ = ["UnrollExporter"]
