"""Strips: what stands on a page and is never parted by its end, such as a row of a table, pictures or a chart.

Places in a strip count from the left edge of the type area and the strip's top, in twips.
"""

from dataclasses import dataclass, replace

from xiaoxie_desktop.core.pages import (
    Box,
    Line,
    Page,
    PlacedPicture,
    Role,
    SetLine,
    Stroke,
    Wedge,
)


@dataclass(frozen=True, slots=True)
class StripLine:
    """A line in a strip; the ``x`` of its characters is already that on the sheet."""

    role: Role
    setting: SetLine
    y: int
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Strip:
    """One strip and its height."""

    height: int
    lines: tuple[StripLine, ...] = ()
    strokes: tuple[Stroke, ...] = ()
    boxes: tuple[Box, ...] = ()
    wedges: tuple[Wedge, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()


@dataclass(slots=True)
class Sheet:
    """A page being filled; ``used`` is the height taken from the top of the type area, in twips."""

    lines: list[Line]
    strokes: list[Stroke]
    boxes: list[Box]
    wedges: list[Wedge]
    pictures: list[PlacedPicture]
    used: int = 0
    landscape: bool = False

    @classmethod
    def empty(cls, landscape: bool = False) -> "Sheet":
        """A sheet with nothing on it."""
        return cls([], [], [], [], [], landscape=landscape)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was put on it."""
        return not (self.lines or self.boxes or self.pictures or self.strokes)

    @property
    def counts(self) -> tuple[int, int, int, int, int]:
        """How many lines, strokes, boxes, wedges and pictures are on it."""
        return (len(self.lines), len(self.strokes), len(self.boxes), len(self.wedges), len(self.pictures))

    def beginning(self, counts: tuple[int, int, int, int, int], used: int) -> "Sheet":
        """A copy with only the first things put on it, as ``counts`` and ``used`` said then."""
        lines, strokes, boxes, wedges, pictures = counts
        return Sheet(
            self.lines[:lines],
            self.strokes[:strokes],
            self.boxes[:boxes],
            self.wedges[:wedges],
            self.pictures[:pictures],
            used,
            self.landscape,
        )

    def put(self, strip: Strip, left: int, top: int, paragraph: int, place: tuple[str, str]) -> None:
        """Put a strip at ``used``; its lines count as part of ``paragraph``, -1 for repeated ones."""
        y = top + self.used
        for line in strip.lines:
            self.lines.append(Line(line.role, line.setting, y + line.y, paragraph, place, line.cell))
        for stroke in strip.strokes:
            self.strokes.append(
                Stroke(
                    stroke.x + left,
                    stroke.y + y,
                    stroke.to_x + left,
                    stroke.to_y + y,
                    stroke.width,
                    stroke.colour,
                )
            )
        self.boxes.extend(replace(one, x=one.x + left, y=one.y + y) for one in strip.boxes)
        self.wedges.extend(replace(one, x=one.x + left, y=one.y + y) for one in strip.wedges)
        self.pictures.extend(
            replace(one, x=one.x + left, y=one.y + y, paragraph=paragraph) for one in strip.pictures
        )
        self.used += strip.height

    def page(self, number: int, width: int, height: int, page_number: Line | None) -> Page:
        """The finished page."""
        return Page(
            number=number,
            width=width,
            height=height,
            landscape=self.landscape,
            lines=tuple(self.lines),
            strokes=tuple(self.strokes),
            boxes=tuple(self.boxes),
            wedges=tuple(self.wedges),
            pictures=tuple(self.pictures),
            page_number=page_number,
        )
