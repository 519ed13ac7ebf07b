"""Paints a laid-out page: every glyph at its own place. The same for screen, printer and PDF.

Places on a page are twips; ``scale`` says how many units of the painter a twip is.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter, QPen

from xiaoxie_desktop.core.pages import Box, Line, LineRun, Page, PlacedPicture, Stroke, Wedge
from xiaoxie_desktop.ui.preview.fonts import Typefaces

_TWIPS_PER_POINT = 20
_BLACK = "000000"
_PICTURE_EDGE = "8A8378"
_SIXTEENTHS_PER_DEGREE = 16


class _Points(dict[float, QPointF]):
    """Points of a line by their x: characters of many lines stand below each other, and a new point costs a microsecond."""

    def __missing__(self, x: float) -> QPointF:
        self[x] = point = QPointF(x, 0)
        return point


@dataclass(frozen=True, slots=True)
class PagePainter:
    """Paints pages with the fonts of this machine in one scale; ``ink`` takes the place of black on screens."""

    faces: Typefaces
    scale: float
    ink: str = _BLACK
    pictures: Mapping[str, QImage] | None = None
    """The pictures by the key a page names them with."""
    points: _Points = field(default_factory=_Points)

    def paint(self, painter: QPainter, page: Page) -> None:
        """Draw everything on a page except the paper, its top left corner at the painter's origin."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for box in page.boxes:
            self._paint_box(painter, box)
        for wedge in page.wedges:
            self._paint_wedge(painter, wedge)
        for picture in page.pictures:
            self._paint_picture(painter, picture)
        for stroke in page.strokes:
            self._paint_stroke(painter, stroke)
        for line in (*page.lines, *((page.page_number,) if page.page_number else ())):
            self._paint_line(painter, line, page.width)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: Box) -> None:
        painter.fillRect(self._rect(box.x, box.y, box.width, box.height), self._colour(box.fill))

    def _paint_wedge(self, painter: QPainter, wedge: Wedge) -> None:
        side = 2 * wedge.radius
        circle = self._rect(wedge.x - wedge.radius, wedge.y - wedge.radius, side, side)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour(wedge.fill))
        painter.drawPie(circle, _qt_angle(900 - wedge.start), _qt_angle(-wedge.span))

    def _paint_picture(self, painter: QPainter, picture: PlacedPicture) -> None:
        place = self._rect(picture.x, picture.y, picture.width, picture.height)
        image = (self.pictures or {}).get(picture.source)
        if image is None or image.isNull():
            painter.setPen(QPen(QColor(f"#{_PICTURE_EDGE}"), self.scale * _TWIPS_PER_POINT / 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place)
        else:
            painter.drawImage(place, image)

    def _paint_stroke(self, painter: QPainter, stroke: Stroke) -> None:
        width = stroke.width * self.scale
        painter.setPen(
            QPen(self._colour(stroke.colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        )
        painter.drawLine(self._point(stroke.x, stroke.y), self._point(stroke.to_x, stroke.to_y))

    def _paint_line(self, painter: QPainter, line: Line, page_width: int) -> None:
        painter.setPen(self._colour(line.setting.colour))
        pixels = line.setting.size * _TWIPS_PER_POINT * self.scale
        whole = max(1, round(pixels))
        stretch = pixels / whole  # Qt has fonts of whole pixels only
        changed = line.turned or stretch != 1
        if changed:
            painter.save()
        if line.turned:
            painter.translate(page_width * self.scale, 0)
            painter.rotate(90)
        if stretch != 1:
            painter.scale(stretch, stretch)
        at = QPointF(0, line.baseline * self.scale / stretch)
        for run in line.runs:
            for glyphs in self._glyph_runs(run, whole, self.scale / stretch):
                painter.drawGlyphRun(at, glyphs)
        if changed:
            painter.restore()

    def _glyph_runs(self, run: LineRun, pixels: int, scale: float) -> Iterator[QGlyphRun]:
        for row in self.faces.rows(run.face, run.text):
            glyphs = QGlyphRun()
            glyphs.setRawFont(self.faces.raw_font(row.family, pixels, bold=run.bold))
            glyphs.setGlyphIndexes(row.glyphs)
            points, xs = self.points, run.xs
            glyphs.setPositions([points[xs[place] * scale] for place in row.characters])
            yield glyphs

    def _colour(self, colour: str) -> QColor:
        return QColor(f"#{self.ink if colour == _BLACK else colour}")

    def _point(self, x: int, y: int) -> QPointF:
        return QPointF(x * self.scale, y * self.scale)

    def _rect(self, x: int, y: int, width: int, height: int) -> QRectF:
        scale = self.scale
        return QRectF(x * scale, y * scale, width * scale, height * scale)


def _qt_angle(tenths: int) -> int:
    """Tenths of a degree in Qt's sixteenths."""
    return round(tenths / 10 * _SIXTEENTHS_PER_DEGREE)
