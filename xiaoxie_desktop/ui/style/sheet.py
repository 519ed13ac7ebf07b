"""Fills the one style sheet template of the application with the tokens of a theme."""

import re
from functools import cache

from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.style.tokens import read_tokens

# {name} is a token; {name:-2} is a size two pixels smaller. The braces of rules hold spaces and do not match.
_SHEETS = ("window.qss", "report.qss", "preview.qss")
_HOLE = re.compile(r"\{([a-z0-9-]+)(?::([+-]\d+))?\}")


def fill_sheet(scheme: str, text_size: str) -> str:
    """The style sheet for a scheme ("light", "dark") and a text size; KeyError on an unknown token."""
    tokens = read_tokens()
    colors, sizes = tokens.colors[scheme], tokens.sizes[text_size]
    marks = resource_path("style", "marks").as_posix()
    words = {"scheme": scheme, "marks": marks, **colors}

    def fill(hole: re.Match[str]) -> str:
        name, offset = hole.group(1), int(hole.group(2) or 0)
        return words[name] if name in words else str(sizes[name] + offset)

    return _HOLE.sub(fill, _template())


@cache
def _template() -> str:
    return "".join(resource_path("style", name).read_text(encoding="utf-8") for name in _SHEETS)
