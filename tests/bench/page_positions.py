"""Where ink stands on rendered pages, in mm from the top left corner; needs soffice and pdftoppm, judges nothing.

``python -m tests.bench.page_positions [--soffice PATH]…``: the Word files as LibreOffice prints them, then the program's
own .pdf, at 300 dots to the inch (0.085 mm a dot).
"""

import argparse
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.layout_agreement import OURS, convert, paint
from tests.export.samples import SAMPLES, laid_out
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.export.docx_writer import docx_bytes
from xiaoxie_desktop.resource_files import resource_path

_DOTS = 300
_MM = 25.4 / _DOTS
_LIGHT = bytes(range(128, 256))
_DASH = 3.0
"""Millimetres at the left of a page number that hold its dash only."""
_WIDE = 150.0
_SAMPLES = ("document_downward", "plain_long")


@dataclass(frozen=True, slots=True)
class Ink:
    """Rows of ink that touch each other, mm from the sheet's edges."""

    top: float
    bottom: float
    left: float
    right: float
    red: bool

    @property
    def is_rule(self) -> bool:
        """A thin line as wide as the type area."""
        return self.right - self.left > _WIDE and self.bottom - self.top < 1


class Picture:
    """One page of a PDF as rows of dots."""

    def __init__(self, pdf: Path, page: int) -> None:
        command = ["pdftoppm", "-r", str(_DOTS), "-f", str(page), "-l", str(page), str(pdf)]
        data = subprocess.run(command, capture_output=True, check=True).stdout
        _, size, _, pixels = data.split(b"\n", 3)
        width = int(size.split()[0]) * 3
        self._rows = [pixels[at : at + width] for at in range(0, len(pixels), width)]

    def ink(self, right: float = 1000.0) -> Iterator[Ink]:
        """The bands of ink from top to bottom, as far as ``right`` mm."""
        dots, start, edges = round(right / _MM), None, (0, 0)
        red = True
        for number, row in enumerate([*self._rows, b""]):
            line = row[1::3][:dots]
            dark = [at for at in (_first(line), _last(line)) if at >= 0]
            if dark:
                start, edges = (number, (dark[0], dark[-1])) if start is None else (start, edges)
                edges = (min(edges[0], dark[0]), max(edges[1], dark[-1]))
                red = red and not row[0::3].translate(None, _LIGHT)
            elif start is not None:
                yield Ink(start * _MM, number * _MM, edges[0] * _MM, (edges[1] + 1) * _MM, red)
                start, red = None, True


def _first(line: bytes) -> int:
    return next((at for at, value in enumerate(line) if value < 128), -1)


def _last(line: bytes) -> int:
    back = _first(line[::-1])
    return len(line) - 1 - back if back >= 0 else -1


def positions(folder: Path, pages: dict[str, int]) -> Iterator[tuple[str, float, str]]:
    """Name, measure and goal of each position."""
    head = list(Picture(folder / "document_downward.pdf", 1).ink())
    mark = next(one for one in head if one.red and not one.is_rule)
    rule = next(one for one in head if one.red and one.is_rule)
    number = max((one for one in head if one.bottom < rule.top), key=lambda one: one.bottom)
    yield "mark, top", mark.top, "72 ±1"
    yield "red rule under the number", rule.top - number.bottom, "4 ±0.5"
    yield "red rule, left edge", rule.left, "28 ±1"
    yield "red rule, width", rule.right - rule.left, "156 ±1"
    last = [
        one
        for one in Picture(folder / "document_downward.pdf", pages["document_downward"]).ink()
        if one.is_rule
    ]
    yield "imprint, last rule", last[-1].bottom, "262 ±0.5"
    yield "imprint, width", last[-1].right - last[-1].left, "156 ±1"
    full = Picture(folder / "plain_long.pdf", 2)
    lines = list(full.ink())
    yield "full page: ink of the first line, top", lines[0].top, "below 37"
    yield "full page: ink of the last line, bottom", lines[-2].bottom, "above 262"
    yield "full lines, left edge", min(one.left for one in lines[:-1]), "28 ±1"
    yield "full lines, right edge", max(one.right for one in lines[:-1]), "184 ±1"
    number_line = lines[-1]
    dash = list(full.ink(number_line.left + _DASH))[-1]
    yield "page number, dash", (dash.top + dash.bottom) / 2, "269 ±0.5"


def main() -> None:
    """Print a line for each position of each program."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--soffice", action="append")
    programs: Sequence[str] = [*(parser.parse_args().soffice or ["soffice"]), OURS]
    measures = load_measures(resource_path("official"))
    for program in programs:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            paged = {folder / f"{one}.docx": laid_out(SAMPLES[one], measures) for one in _SAMPLES}
            for path, document in paged.items():
                path.write_bytes(docx_bytes(document, measures))
            if program == OURS:
                paint(paged)
            else:
                convert(list(paged), folder, program)
            print(program)
            for what, found, goal in positions(
                folder, {one.stem: len(two.pages) for one, two in paged.items()}
            ):
                print(f"  {what:<42} {found:7.2f} mm   ({goal})")


if __name__ == "__main__":
    main()
