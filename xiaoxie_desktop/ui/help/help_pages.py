"""The texts of the help: shipped Markdown files, and the table of shortcuts made from the one list of keys."""

from dataclasses import dataclass
from functools import cache
from itertools import groupby

from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.keys import KEYS, Key

KEYS_HOLE = "{keys}"


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page of the help; `title` is its first heading."""

    title: str
    markdown: str


@cache
def help_pages() -> tuple[HelpPage, ...]:
    """All pages in the order of their file names."""
    files = sorted(resource_path("help").glob("*.md"))
    return tuple(_page(file.read_text(encoding="utf-8")) for file in files)


def keys_table() -> str:
    """The shortcuts as Markdown, one table for each place."""
    parts = []
    for place, keys in groupby(KEYS.values(), key=lambda key: key.place):
        parts.append(f"## {place}\n\n| 按键 | 做什么 |\n|---|---|\n" + "\n".join(map(_row, keys)))
    return "\n\n".join(parts)


def _row(key: Key) -> str:
    return f"| {key.cap} | {key.words} |"


def _page(text: str) -> HelpPage:
    title = text.splitlines()[0].removeprefix("# ").strip()
    return HelpPage(title, text.replace(KEYS_HOLE, keys_table()))
