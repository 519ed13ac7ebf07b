"""Draws single characters of a source font in the measures of ours: TrueType curves, half or one em wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.filterPen import DecomposingFilterPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

EM = 1024
HALF = EM // 2

CURVE_ERROR = 1.0
"""How far a converted curve may leave the source's, in units of 1/1024 em: 0.02 pt at 二号."""

SIDE_BEARING = EM // 64
"""Left free on both sides of a letter that is squeezed into half an em."""

DASHES = frozenset("—―─")
"""Drawn from edge to edge, so that two of them join."""

HUGGING = frozenset("°′″")
"""Stand close to the figure before them instead of in the middle of their em."""

ELLIPSIS = "…"
"""Its dots are set a third of an em apart, so that the six of …… stand evenly."""

SAME_SHAPE = {"―": "—", "·": "・", "•": "・"}
"""Marks a source may lack, and the one it draws alike."""


class Drawn(NamedTuple):
    """A glyph of the new font with its advance and left side bearing, in 1/1024 em."""

    outline: Glyph
    advance: int
    left: int


class SourceFont:
    """A source file opened: which characters it has, and how each is drawn in the new measures."""

    def __init__(self, file: Path, face: str = "") -> None:
        self._font = _open(file, face)
        self._scale = EM / self._font["head"].unitsPerEm
        self._names: Mapping[int, str] = self._font.getBestCmap()
        self._glyphs = self._font.getGlyphSet()
        self._is_cubic = "CFF " in self._font

    def has(self, character: str) -> bool:
        """Whether the source draws the character, or one that looks the same."""
        return bool(self._name(character))

    def draw(self, character: str) -> Drawn:
        """The character's glyph, as wide as :func:`full_or_half` says."""
        name, width = self._name(character), full_or_half(character)
        left, right = self._ink(name)
        stretch, shift = fitted(character, (left, right), self._glyphs[name].width * self._scale, width)
        drawn = self._outline(name, Transform(stretch * self._scale, 0, 0, self._scale, shift, 0), width)
        return spread_dots(drawn) if character == ELLIPSIS else drawn

    def draw_missing(self) -> Drawn:
        """The glyph that stands for characters the font has not."""
        name = self._font.getGlyphOrder()[0]
        return self._outline(name, Transform(self._scale, 0, 0, self._scale, 0, 0), EM)

    def _name(self, character: str) -> str:
        alike = SAME_SHAPE.get(character, character)
        return self._names.get(ord(character)) or self._names.get(ord(alike), "")

    def _ink(self, name: str) -> tuple[float, float]:
        pen = BoundsPen(self._glyphs)
        self._glyphs[name].draw(pen)
        left, _, right, _ = pen.bounds or (0, 0, 0, 0)
        return left * self._scale, right * self._scale

    def _outline(self, name: str, transform: Transform, width: int) -> Drawn:
        target = TTGlyphPen(None)
        pen = Cu2QuPen(target, CURVE_ERROR, reverse_direction=True) if self._is_cubic else target
        self._glyphs[name].draw(DecomposingFilterPen(TransformPen(pen, transform), self._glyphs))
        outline = target.glyph(dropImpliedOnCurves=True)
        return with_bounds(outline, width)


def with_bounds(outline: Glyph, width: int) -> Drawn:
    outline.recalcBounds(None)
    return Drawn(outline, width, getattr(outline, "xMin", 0))


def spread_dots(drawn: Drawn) -> Drawn:
    """The same dots, their middles evenly over the whole width."""
    outline = drawn.outline
    bounds = (0, *(last + 1 for last in outline.endPtsOfContours))
    dots = sorted((range(*pair) for pair in pairwise(bounds)), key=lambda dot: outline.coordinates[dot[0]])
    for number, dot in enumerate(dots):
        across = [outline.coordinates[point][0] for point in dot]
        shift = round((2 * number + 1) * drawn.advance / (2 * len(dots)) - (min(across) + max(across)) / 2)
        for point in dot:
            x, y = outline.coordinates[point]
            outline.coordinates[point] = (x + shift, y)
    return with_bounds(outline, drawn.advance)


def _open(file: Path, face: str) -> TTFont:
    if not face:
        return TTFont(file, lazy=True)
    for font in TTCollection(file, lazy=True).fonts:
        if face in {font["name"].getDebugName(1), font["name"].getDebugName(16)}:
            return font
    raise LookupError(f"{file.name} has no face {face}")


def full_or_half(character: str) -> int:
    """One em or half of one, by the same property of Unicode as the page engine's widths."""
    return EM if unicodedata.east_asian_width(character) in "WFA" else HALF


def fitted(character: str, ink: tuple[float, float], advance: float, width: int) -> tuple[float, float]:
    """(stretch, shift) along the line that put ``ink``, which stood in ``advance``, into ``width``.

    Glyphs of the right width stay as they are, narrower ones are centred, wider ones squeezed.
    """
    left, right = ink
    if character in DASHES:
        return width / (right - left), -left * width / (right - left)
    if advance <= width:
        return 1, 0 if character in HUGGING else (width - advance) / 2
    squeezed = min(1.0, (width - 2 * SIDE_BEARING) / max(right - left, 1))
    return squeezed, (width - (left + right) * squeezed) / 2
