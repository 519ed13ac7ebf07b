"""Where the text of a report stands on its pages, and what stands at a point of a page. Lengths in twips."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from xiaoxie_desktop.core.composed import ComposedParagraph, Figure
from xiaoxie_desktop.core.draft import ParagraphKey
from xiaoxie_desktop.core.pages import Line, PagedDocument, Role

_REACH = 120
"""How far beside its glyphs a line can still be hit."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A piece of a page, counted from 0, as high as its line."""

    page: int
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Hit:
    """What stands at a point: the role of the line, where its text came from, and the character in that text."""

    role: Role
    place: ParagraphKey
    character: int


@dataclass(frozen=True, slots=True)
class _PlacedLine:
    """A line of one place; ``offset`` is where its paragraph begins in the place's whole text."""

    page: int
    line: Line
    offset: int

    @property
    def start(self) -> int:
        return self.offset + self.line.setting.start

    @property
    def end(self) -> int:
        return self.offset + self.line.setting.end


class TextPlaces:
    """An index over laid-out pages; tables are known by their place only."""

    def __init__(self, document: PagedDocument) -> None:
        self._document = document
        self._lines: dict[ParagraphKey, list[_PlacedLine]] = {}
        self._texts: dict[ParagraphKey, str] = {}
        offsets = self._offsets()
        for number, page in enumerate(document.pages):
            for line in page.lines:
                if line.paragraph in offsets and line.cell is None:
                    placed = _PlacedLine(number, line, offsets[line.paragraph])
                    self._lines.setdefault(line.place, []).append(placed)

    def text(self, place: ParagraphKey) -> str:
        """All text that came from a place, as printed."""
        return self._texts.get(place, "")

    def places(self, section: str = "") -> tuple[ParagraphKey, ...]:
        """The places of a section, or all of them, in the order of the document."""
        return tuple(place for place in self._texts if place[0] == section or (not section and any(place)))

    def spots(self, place: ParagraphKey, start: int, end: int) -> Iterator[Spot]:
        """Where the characters from ``start`` to ``end`` of a place's text stand, line by line."""
        for one in self._lines.get(place, ()):
            first, last = max(start, one.start), min(end, one.end)
            if first < last:
                setting = one.line.setting
                edges = _edges(one.line)
                left, right = edges[first - one.start], edges[last - one.start]
                yield Spot(one.page, left, one.line.y, right - left, setting.pitch)

    def of_role(self, role: Role) -> Iterator[Spot]:
        """Where the lines of a role stand, for what no place names: title, signature, date."""
        for number, page in enumerate(self._document.pages):
            for line in page.lines:
                if line.role is role:
                    yield Spot(number, line.x, line.y, line.width, line.setting.pitch)

    def section_bars(self, section: str) -> Iterator[Spot]:
        """What a section takes of each page it is on, as wide as its lines."""
        own = (one for place in self.places(section) for one in self._lines.get(place, ()))
        for page, lines in groupby(sorted(own, key=lambda one: one.page), key=lambda one: one.page):
            rows = [one.line for one in lines]
            top, left = min(one.y for one in rows), min(one.x for one in rows)
            bottom = max(one.y + one.setting.pitch for one in rows)
            right = max(one.x + one.width for one in rows)
            yield Spot(page, left, top, right - left, bottom - top)

    def at(self, page: int, x: float, y: float) -> Hit | None:
        """What stands at a point of a page."""
        if not 0 <= page < len(self._document.pages):
            return None
        for line in self._document.pages[page].lines:
            inside = line.y <= y < line.y + line.setting.pitch
            if inside and line.x - _REACH <= x <= line.x + line.width + _REACH:
                return Hit(line.role, line.place, self._character(page, line, x))
        return None

    def _character(self, page: int, line: Line, x: float) -> int:
        for one in self._lines.get(line.place, ()):
            if one.line is line and one.page == page:
                return one.start + max(0, bisect_right(_edges(line)[:-1], x) - 1)
        return 0

    def _offsets(self) -> dict[int, int]:
        """Where each paragraph begins in the text of its place."""
        offsets: dict[int, int] = {}
        for number, paragraph in enumerate(self._document.paragraphs):
            before = self._texts.get(paragraph.place, "")
            offsets[number] = len(before)
            self._texts[paragraph.place] = before + paragraph.text
        return offsets


def figures_in(paragraph: ComposedParagraph, printed: str) -> Iterator[tuple[Figure, int, int]]:
    """The figures of a composed paragraph with their places in the text printed of it.

    Printed text has the heading before it and no spaces at the ends of the lines typed; nothing is found where
    the two differ otherwise.
    """
    where = _printed_places(paragraph, printed)
    done = 0
    for piece in paragraph.pieces if where else ():
        length = len(piece) if isinstance(piece, str) else len(piece.text)
        if isinstance(piece, Figure) and length:
            yield piece, where[done], where[done + length]
        done += length


def _printed_places(paragraph: ComposedParagraph, printed: str) -> Sequence[int]:
    """Where each character of the paragraph's text is printed, and where the last one ends."""
    at, text = len(paragraph.heading), paragraph.text
    if printed == paragraph.heading + text:
        return range(at, len(printed) + 1)
    if not printed.startswith(paragraph.heading):
        return ()
    where: list[int] = []
    for character in text:
        where.append(at)
        if printed[at : at + 1] == character:
            at += 1
        elif not character.isspace():
            return ()
    return [*where, at]


def first(spots: Iterable[Spot]) -> Spot | None:
    """The spot that comes first in the document."""
    return min(spots, key=lambda one: (one.page, one.y, one.x), default=None)


def _edges(line: Line) -> list[int]:
    """The left edge of every character of the line's text, and the right edge of the last; tabs have no width."""
    xs = [x for run in line.runs for x in run.xs]
    edges: list[int] = []
    for character in line.text:
        printed = len(edges) - line.text[: len(edges)].count("\t")
        edges.append(xs[printed] if character != "\t" and printed < len(xs) else line.x + line.width)
    return [*edges, line.x + line.width]
