"""The exporter: the notebook's cells through the template, everything inlined."""

import html
import json
import pathlib
import re

from jinja2 import pass_context
from nbconvert.exporters import HTMLExporter
from nbconvert.exporters.templateexporter import TemplateExporter
from nbconvert.filters.highlight import Highlight2HTML
from nbconvert.filters.markdown_mistune import MarkdownWithMath
from traitlets import default
from traitlets.config import Config

from .information import collect
from .mathematics import latex_output
from .text import Renderer

HERE = pathlib.Path(__file__).resolve().parent
PLOTLY = HERE.parents[2] / "node_modules/plotly.js-cartesian-dist-min/plotly-cartesian.min.js"
CHART = "application/vnd.plotly.v1+json"
CONTENTS = "<!-- contents -->"
LOADS = re.compile(
    r"<(?:img|script|iframe|audio|video|source|embed|object|link)\b[^>]*?\b(?:src|href|data)\s*=\s*[\"']?(https?:[^\"'\s>]+)",
    re.IGNORECASE,
)


class NetworkLoad(ValueError):
    """The notebook shows something that its reader's browser would have to fetch."""


class UnrollExporter(HTMLExporter):
    """One HTML file: contents list, folded code, charts, formulas, run information; nothing is loaded."""

    export_from_notebook = "Unroll report (HTML, offline)"

    @default("template_name")
    def _template_name_default(self):
        return "unroll"

    @property
    def extra_template_basedirs(self):
        return [str(HERE.parent / "template")]

    @property
    def default_config(self):
        priority = [CHART, "text/html", "text/markdown", "image/svg+xml", "image/png", "image/jpeg", "text/latex", "text/plain"]
        config = Config({"NbConvertBase": {"display_data_priority": priority}, "HTMLExporter": {"embed_images": True}})
        config.merge(super().default_config)
        return config

    def default_filters(self):
        yield from super().default_filters()
        yield ("markdown2html", self.markdown2html)
        yield ("latex2html", latex_output)
        yield ("script_json", script_json)
        yield ("code_summary", code_summary)

    @pass_context
    def markdown2html(self, context, source):
        resources = context.get("resources", {})
        renderer = Renderer(
            self.contents,
            attachments=context.get("cell", {}).get("attachments", {}),
            embed_images=True,
            path=resources.get("metadata", {}).get("path", ""),
        )
        return MarkdownWithMath(renderer=renderer).render(source)

    def from_notebook_node(self, nb, resources=None, **options):
        nb, information = collect(nb)
        resources = self._init_resources(resources or {})
        self.contents = []
        resources["unroll"] = {
            "information": information,
            "charts": sum(CHART in o.get("data", {}) for c in nb.cells for o in c.get("outputs", [])),
            "title": title(nb),
        }
        self.register_filter("highlight_code", Highlight2HTML(pygments_lexer="typescript", parent=self))
        page, resources = TemplateExporter.from_notebook_node(self, nb, resources, **options)
        refuse_network(page)
        page = page.replace(CONTENTS, contents_list(self.contents), 1)
        return page.replace("<!-- plotly.js -->", plotly(resources["unroll"]["charts"]), 1), resources


def script_json(value):
    """JSON that may stand in a script element."""
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def code_summary(source):
    """What a folded cell is called: its first line where that is a comment."""
    first = source.strip().split("\n", 1)[0]
    lines = source.strip().count("\n") + 1
    what = first.lstrip("/ ").rstrip() if first.startswith("//") else "Code"
    return f"{html.escape(what)} <small>{lines} line{'s' if lines > 1 else ''}</small>"


def title(nb):
    for cell in nb.cells:
        found = re.search(r"^#\s+(.+)$", cell.source, re.MULTILINE) if cell.cell_type == "markdown" else None
        if found:
            return re.sub(r"[*_`$]", "", found[1]).strip()
    return "Report"


def contents_list(contents):
    """Nested lists of the headings below the title."""
    entries = [(level, anchor, text) for level, anchor, text in contents if 2 <= level <= 3]
    if not entries:
        return ""
    items = "".join(f'<li class="level-{level}"><a href="#{anchor}">{text}</a></li>' for level, anchor, text in entries)
    return (
        '<nav class="contents" aria-label="Contents">'
        f"<details open><summary>Contents</summary><ol>{items}</ol></details></nav>"
    )


def plotly(charts):
    if not charts:
        return ""
    if not PLOTLY.exists():
        raise FileNotFoundError(f"Cannot draw charts as plotly.js is missing: no {PLOTLY}; run `deno task setup`")
    return f"<script>{PLOTLY.read_text('utf-8')}</script>"


def refuse_network(page):
    found = LOADS.search(page)
    if found:
        raise NetworkLoad(f"Cannot export as one offline file: a cell loads {found[1]}; embed it in the notebook")
