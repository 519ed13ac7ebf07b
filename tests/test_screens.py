"""Every picture in docs/screens was looked at: its notes say when, what was wrong and what mended it."""

import re
import struct
from pathlib import Path

DOCS = Path(__file__).parent.parent / "docs" / "screens"
README = DOCS.parent.parent / "README.md"
LINE = re.compile(
    r"^\| (?P<picture>\S+\.png) \| \d{4}-\d{2}-\d{2} \| (?P<wrong>[^|]+) \| (?P<commit>[0-9a-f]{7}|–) \|$"
)
WINDOW = 1366, 698


def pictures() -> set[str]:
    return {path.name for path in DOCS.glob("*.png")}


def noted() -> set[str]:
    lines = (DOCS / "notes.md").read_text("utf-8").splitlines()
    return {found["picture"] for line in lines if (found := LINE.match(line))}


def test_every_picture_has_a_line_and_every_line_a_picture() -> None:
    assert pictures()
    assert noted() == pictures()


def test_every_line_of_the_table_is_complete() -> None:
    rows = [
        line
        for line in (DOCS / "notes.md").read_text("utf-8").splitlines()
        if line.startswith("| ") and not line.startswith("| picture")
    ]
    assert [line for line in rows if not LINE.match(line)] == []


def test_pictures_show_the_window_at_its_usual_size() -> None:
    sizes = {name: struct.unpack(">II", (DOCS / name).read_bytes()[16:24]) for name in pictures()}
    assert sizes == dict.fromkeys(pictures(), WINDOW)


def test_pictures_of_the_readme_are_there() -> None:
    shown = set(re.findall(r"docs/screens/([\w-]+\.png)", README.read_text("utf-8")))
    assert shown
    assert shown <= pictures()
