"""The canvas the pages lie on: scrolls, zooms, paints what is seen, and knows what was clicked."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from xiaoxie_desktop.core.pages import Page
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.marks import Marks
from xiaoxie_desktop.ui.preview.page_pictures import PagePictures
from xiaoxie_desktop.ui.preview.page_places import (
    MARGIN,
    Fit,
    Zoom,
    arrange,
    stepped,
)
from xiaoxie_desktop.ui.preview.text_places import Spot, first
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance
from xiaoxie_desktop.ui.style.tokens import read_tokens

BAR_WIDTH, BAR_GAP = 7, 26
"""The bar beside the current section and its distance from the text, in pixels at 100 %."""
UNDERLINE = 2
TYPED_ALPHA = 40
_LINE_STEP = 40


class PageCanvas(QAbstractScrollArea):
    """Shows pages; everything it marks lies over them and is never printed."""

    clicked = Signal(int, float, float)
    """A page (from 0) and the point on it in twips."""
    looked_at = Signal()
    """Another page is in the middle, or the pages are larger or smaller."""
    thing_at: Callable[[int, float, float], bool]
    """Whether a click at this point of a page leads somewhere."""

    def __init__(self, faces: Typefaces, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pictures = PagePictures(faces)
        self.pages: tuple[Page, ...] = ()
        self.zoom = Zoom()
        self.marks = Marks()
        self.marks_shown = True
        self.thing_at = lambda _page, _x, _y: False
        self._places = arrange((), QSizeF(1, 1), self.zoom)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "canvas")
        self.setAccessibleName("预览")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._anchor, self._is_arranging = 0, False
        self.verticalScrollBar().valueChanged.connect(self._note_scrolled)
        appearance.changed.connect(self.viewport().update)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Take other pages; what is looked at stays in sight."""
        before = self.pages
        self.pages = tuple(pages)
        self.pictures.show(self.pages)
        if len(before) != len(self.pages) or [_size(page) for page in before] != [
            _size(page) for page in pages
        ]:
            self._arrange()
            self.looked_at.emit()
        self.viewport().update()

    def show_marks(self, marks: Marks) -> None:
        """Mark other places."""
        if marks != self.marks:
            self.marks = marks
            self.viewport().update()

    def show_or_hide_marks(self, shown: bool) -> None:
        """Show what is marked, or the bare page as it is printed."""
        self.marks_shown = shown
        self.viewport().update()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size, the one looked at in sight."""
        self.zoom = zoom
        self._arrange()
        self.viewport().update()
        self.looked_at.emit()

    def zoom_by(self, step: int) -> None:
        """One size larger (1) or smaller (-1)."""
        self.set_zoom(Zoom(Fit.FREE, stepped(self._places.factor, step)))

    def factor(self) -> float:
        """How large the pages are shown, 1 at 100 %."""
        return self._places.factor

    def current_page(self) -> int:
        """The page that is looked at, from 0."""
        return self._places.current(self.verticalScrollBar().value(), self.viewport().height())

    def go_to_page(self, page: int) -> None:
        """Bring a page to the top."""
        self.verticalScrollBar().setValue(round(self._places.row_top(page)))

    def go_by(self, step: int) -> None:
        """Go to the row of pages after (1) or before (-1) the current one."""
        self.go_to_page(max(0, min(len(self.pages) - 1, self.current_page() + step * self._places.columns)))

    def reveal(self, spots: Iterable[Spot]) -> None:
        """Bring the first of some places into sight, moving only when none of it is seen."""
        spot = first(spots)
        if spot is None or spot.page >= len(self._places.rects):
            return
        place, bar = self._on_canvas(spot), self.verticalScrollBar()
        top, height = bar.value(), self.viewport().height()
        if top <= place.top() and place.top() + min(place.height(), height) <= top + height:
            return
        if self._places.rects[spot.page].height() + 2 * MARGIN <= height:
            self.go_to_page(spot.page)
        else:
            bar.setValue(round(place.center().y() - height / 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are seen, then what is marked on them."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.color("canvas"))
        offset = self._offset()
        painter.translate(-offset)
        seen = QRectF(event.rect()).translated(offset)
        edge = theme.color("paper-edge")
        for number, rect in enumerate(self._places.rects):
            if rect.intersects(seen):
                picture = self.pictures.picture(number, rect.size().toSize(), self.devicePixelRatioF())
                painter.drawPixmap(rect.topLeft(), picture)
                painter.setPen(QPen(edge, 1))
                painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.marks_shown:
            self._paint_marks(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages again, the one looked at in sight."""
        super().resizeEvent(event)
        self._arrange()
        self.looked_at.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Say which point of which page was clicked."""
        found = self._point(event.position())
        if event.button() is Qt.MouseButton.LeftButton and found is not None:
            self.clicked.emit(*found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over what a click leads from."""
        found = self._point(event.position())
        leads = found is not None and self.thing_at(*found)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turned = event.angleDelta().y()
            if turned:
                self.zoom_by(1 if turned > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page keys go from page to page, arrows scroll."""
        match event.key():
            case Qt.Key.Key_PageDown | Qt.Key.Key_Space:
                self.go_by(1)
            case Qt.Key.Key_PageUp:
                self.go_by(-1)
            case Qt.Key.Key_Home:
                self.go_to_page(0)
            case Qt.Key.Key_End:
                self.go_to_page(len(self.pages) - 1)
            case _:
                super().keyPressEvent(event)

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        typed, action = _on_paper("action"), _on_paper("action")
        typed.setAlpha(TYPED_ALPHA)
        for spot in self.marks.typed:
            painter.fillRect(self._on_canvas(spot), typed)
        painter.setBrush(action)
        for spot in self.marks.section:
            painter.drawRoundedRect(self._bar(spot), 1.5, 1.5)
        for spots, token in ((self.marks.warnings, "warn"), (self.marks.errors, "error")):
            for spot in spots:
                place = self._on_canvas(spot)
                below = QRectF(place.left(), place.bottom() - place.height() * 0.1, place.width(), UNDERLINE)
                painter.fillRect(below, _on_paper(token))

    def _bar(self, spot: Spot) -> QRectF:
        place, factor = self._on_canvas(spot), self._places.factor
        width = max(3.0, BAR_WIDTH * factor)
        page = self._places.rects[spot.page]
        return QRectF(
            max(page.left() + 2, place.left() - BAR_GAP * factor - width), place.top(), width, place.height()
        )

    def _on_canvas(self, spot: Spot) -> QRectF:
        if spot.page >= len(self._places.rects):
            return QRectF()
        page, scale = self._places.rects[spot.page], self._places.scale
        return QRectF(
            page.left() + spot.x * scale, page.top() + spot.y * scale, spot.width * scale, spot.height * scale
        )

    def _point(self, position: QPointF) -> tuple[int, float, float] | None:
        where = position + self._offset()
        page = self._places.page_at(where.x(), where.y())
        if page is None:
            return None
        rect, scale = self._places.rects[page], self._places.scale
        return page, (where.x() - rect.left()) / scale, (where.y() - rect.top()) / scale

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _note_scrolled(self) -> None:
        """Remember what is looked at; a window that is being laid out passes through sizes nobody chose."""
        if not self._is_arranging:
            self._anchor = self.current_page()
        self.looked_at.emit()

    def _arrange(self) -> None:
        """Put the pages in their places, the one looked at in sight."""
        self._is_arranging = True
        self._fit_pages()
        if self._anchor < len(self.pages):
            self.go_to_page(self._anchor)
        self._is_arranging = False

    def _fit_pages(self) -> None:
        room = self.maximumViewportSize()
        self._places = arrange(self.pages, QSizeF(room), self.zoom)
        if self._places.size.height() > room.height():  # the scroll bar takes its part of the width
            room.setWidth(room.width() - self._scroll_bar_width())
            self._places = arrange(self.pages, QSizeF(room), self.zoom)
        for bar, extent, seen in (
            (self.verticalScrollBar(), self._places.size.height(), room.height()),
            (self.horizontalScrollBar(), self._places.size.width(), room.width()),
        ):
            bar.setRange(0, max(0, round(extent - seen)))
            bar.setPageStep(seen)
            bar.setSingleStep(_LINE_STEP)

    def _scroll_bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()


def _on_paper(token: str) -> QColor:
    """The colour of a token on paper, which is bright in both schemes."""
    return QColor(read_tokens().colors["light"][token])


def _size(page: Page) -> tuple[int, int]:
    return page.width, page.height
