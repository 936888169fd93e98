"""TeX to MathML, which every browser draws without a script or a font in the page."""

import html
import re

from latex2mathml.converter import convert

FUNCTION = re.compile(r"(<mi>(?:[a-z]{2,6}|lim sup|lim inf)</mi>)(?=<m(?:i|n|sub|sup|frac|sqrt|row))")
ENVIRONMENTS = {"equation", "equation*", "displaymath"}  # these only number or centre what is inside


def mathml(tex, display):
    """One formula; TeX that can't be read stays readable as its own source."""
    source = tex.strip()
    try:
        formula = convert(source, display="block" if display else "inline")
    except Exception:  # the converter raises many kinds of its own
        return f'<code class="tex">{html.escape(source)}</code>'
    formula = FUNCTION.sub(r'\1<mspace width="0.1667em"/>', formula)  # "ln 66", not "ln66"
    formula = formula.replace("<math ", f'<math aria-label="{html.escape(source, quote=True)}" ', 1)
    return f'<div class="formula">{formula}</div>' if display else formula


def latex_output(text):
    """An output of type text/latex: its dollars or brackets say whether it stands on its own."""
    match = re.fullmatch(r"\s*(\$\$|\\\[|\$|\\\()(.*?)(\$\$|\\\]|\$|\\\))\s*", text, re.DOTALL)
    if not match:
        return mathml(text, True)
    return mathml(match[2], match[1] in ("$$", "\\["))


def environment(name, body):
    """A LaTeX environment as it stands in a text cell."""
    return mathml(body if name in ENVIRONMENTS else f"\\begin{{{name}}}{body}\\end{{{name}}}", True)
