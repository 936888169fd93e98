"""Which cells show something: an exporter must notice where such a cell shows nothing."""

import re

CALL = re.compile(
    r"\b(?:show|showResults|runInformation|progressCard|Deno\.jupyter\.(?:display|broadcast)"
    r"|console\.(?:log|info|warn|error|table))\s*\(|\bsay\s*[(`]"
)
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'')
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
DEFINES = re.compile(r"=>|\bfunction\b|^\s*(?:import|export)\b")


def shows_something(cell):
    """Whether a code cell calls, at its own level, what shows something; a tag "silent" says that it need not."""
    if "silent" in cell.metadata.get("tags", []):
        return False
    lines = COMMENT.sub("", STRING.sub('""', cell.source)).splitlines()
    return any(
        CALL.search(line) and not line[:1].isspace() and not DEFINES.search(line[: CALL.search(line).start()])
        for line in lines
    )
