"""Fills plain rectangles in the colours of the theme."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from xiaoxie_desktop.ui.style import theme


def fill(painter: QPainter, rect: QRect, ink: str) -> None:
    """Fill a rectangle with the colour of a token; pen and brush are changed by it.

    QPainter.fillRect would do the same, after bringing Qt's 170 named gradients to Python.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ink))
    painter.drawRect(rect)
