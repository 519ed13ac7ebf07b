"""Paints the rounded tint under the figures of the composed text."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlock, QTextLayout

from xiaoxie_desktop.ui.composed_text.marks import SIDE
from xiaoxie_desktop.ui.composed_text.token_ranges import TokenRange
from xiaoxie_desktop.ui.style import theme

_TINTS = {"warn": "warn-tint", "error": "error-tint", "live": "action-tint"}
_ROUND = 4


def chip_rects(block: QTextBlock, one: TokenRange, origin: QPointF) -> list[QRectF]:
    """The rectangles a figure covers, one a line; `origin` is where the block's layout begins."""
    layout: QTextLayout = block.layout()
    metrics = QFontMetricsF(theme.text_font())
    start, end = one.start - block.position(), one.end - block.position()
    rects: list[QRectF] = []
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
        room = SIDE + 2 if last == end else 0
        baseline = origin.y() + line.y() + line.ascent()
        top = baseline - metrics.ascent() - 1
        rects.append(
            QRectF(origin.x() + left - SIDE, top, right - left - room + 2 * SIDE, metrics.height() + 2)
        )
    return rects


def draw_chip(painter: QPainter, rect: QRectF, tone: str, *, selected: bool) -> None:
    """Draw one chip: live, wrong (with a line under it) or missing (with a dashed edge)."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(_TINTS[tone]))
    painter.drawRoundedRect(rect, _ROUND, _ROUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if tone == "error":
        painter.setPen(QPen(theme.color("error"), 2))
        painter.drawLine(QPointF(rect.left() + 2, rect.bottom()), QPointF(rect.right() - 2, rect.bottom()))
    if tone == "warn":
        painter.setPen(QPen(theme.color("warn"), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
    if selected:
        painter.setPen(QPen(theme.color("action"), 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)


def _x(position: object) -> float:
    """cursorToX answers with the place, in some bindings together with the cursor it used."""
    return float(position[0]) if isinstance(position, tuple) else float(position)  # type: ignore[arg-type]
