"""Draws the focus ring of a window in one transparent overlay, only after keyboard navigation."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)
from shiboken6 import isValid

from xiaoxie_desktop.ui.components.input_watch import watch_input
from xiaoxie_desktop.ui.style import theme

_OWN_EDGE = (QLineEdit, QComboBox, QAbstractSpinBox)
_REACH = 4  # the ring and its gap stand this far outside the control, in pixels
_FOLLOWED = {
    QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Paint,
    QEvent.Type.EnabledChange,
}  # fmt: skip


class FocusRing(QWidget):
    """A ring 2 px wide, 2 px outside the focused control; fields and editors thicken their own edge instead.

    A widget that wants the ring around a part of itself has a method `focus_rect() -> QRect` (own coordinates);
    an empty rectangle means no ring. Item views get it around their current item unless they say otherwise.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._target: QWidget | None = None
        self._followed: list[QWidget] = []
        self._rect = QRect()
        app = QApplication.instance()
        assert isinstance(app, QApplication)  # noqa: S101  a widget cannot exist without one
        self._watch = watch_input(app)
        self._watch.moved.connect(self._refresh_soon)
        app.focusChanged.connect(self._focus_changed)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self._focus_changed(None, app.focusWidget())

    def ring_rect(self) -> QRect:
        """The rectangle the ring surrounds in window coordinates; empty while there is no ring."""
        target = self._target
        if target is None or not isValid(target) or isinstance(target, _OWN_EDGE):
            return QRect()
        if not self._watch.keyboard or not target.isVisible():
            return QRect()
        inner = _part_with_focus(target)
        if inner.isEmpty():
            return QRect()
        corner = target.mapTo(self.window(), inner.topLeft())
        return QRect(corner, inner.size()).intersected(self._seen_part(target))

    def refresh(self) -> None:
        """Move the ring to where the focus is now; repaints only when it really moved."""
        rect = self.ring_rect()
        if rect != self._rect:
            for old in (self._rect, rect):
                self.update(old.adjusted(-_REACH, -_REACH, _REACH, _REACH))
            self._rect = rect
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow whatever moves under the ring."""
        if event.type() in _FOLLOWED:
            window = self.parentWidget()
            if watched is window and event.type() is QEvent.Type.Resize:
                self.setGeometry(window.rect())
            self.refresh()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring."""
        if self._rect.isEmpty():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("ring"), 2))
        painter.drawRoundedRect(QRectF(self._rect).adjusted(-3, -3, 3, 3), 9, 9)

    def _refresh_soon(self) -> None:
        """After the key has done its work; a slot of the ring itself, so that it ends with the ring."""
        QTimer.singleShot(0, self, self.refresh)

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        for widget in filter(isValid, self._followed):
            widget.removeEventFilter(self)
        inside = new is not None and new.window() is self.window()
        self._target = new if inside else None
        self._followed = _chain(self._target, self.window())
        for widget in self._followed:
            widget.installEventFilter(self)
        self.refresh()

    def _seen_part(self, target: QWidget) -> QRect:
        seen = self.rect()
        for parent in _chain(target.parentWidget(), self.window()):
            area = parent.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
                seen = seen.intersected(QRect(parent.mapTo(self.window(), QPoint(0, 0)), parent.size()))
        return seen


def _chain(widget: QWidget | None, window: QWidget) -> list[QWidget]:
    """The widget, its viewport if it has one, and its ancestors below the window."""
    chain: list[QWidget] = []
    if isinstance(widget, QAbstractScrollArea):
        chain.append(widget.viewport())
    while widget is not None and widget is not window:
        chain.append(widget)
        widget = widget.parentWidget()
    return chain


def _part_with_focus(target: QWidget) -> QRect:
    asked = getattr(target, "focus_rect", None)
    if callable(asked):
        rect = asked()
        return rect if isinstance(rect, QRect) else QRect()
    if isinstance(target, QAbstractItemView):
        inner = target.visualRect(target.currentIndex())
        return inner.translated(target.viewport().pos()) if not inner.isEmpty() else target.rect()
    if isinstance(target, QAbstractScrollArea):
        return QRect()
    return target.rect()
