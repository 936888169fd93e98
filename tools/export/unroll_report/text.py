"""Text cells: headings that can be linked to and listed, formulas as MathML."""

import re
import unicodedata

from nbconvert.filters.markdown_mistune import IPythonRenderer

from .mathematics import environment, mathml

TAG = re.compile(r"<[^>]+>")


class Renderer(IPythonRenderer):
    """Markdown to HTML; each heading is added to `contents` as (level, id, HTML)."""

    def __init__(self, contents, **options):
        super().__init__(escape=False, **options)
        self.contents = contents

    def heading(self, text, level, **attributes):
        anchor = slug(TAG.sub("", text), {entry[1] for entry in self.contents})
        self.contents.append((level, anchor, re.sub(r"</?a\b[^>]*>", "", text)))
        link = f'<a class="anchor" href="#{anchor}" aria-label="Link to this section">#</a>'
        return f'<h{level} id="{anchor}">{text} {link}</h{level}>\n'

    def block_math(self, body):
        return mathml(body, True)

    def inline_math(self, body):
        return mathml(body, False)

    def latex_environment(self, name, body):
        return environment(name, body)

    def table(self, text):
        return f'<div class="wide"><table>{text}</table></div>\n'


def slug(title, taken):
    """A heading's id: its letters and digits, with a number behind it where it is taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    base = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "section"
    name, number = base, 2
    while name in taken:
        name, number = f"{base}-{number}", number + 1
    return name
