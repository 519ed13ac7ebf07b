"""What the home page shows before the first report: a drawing, one sentence, the ways to begin."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.ui.components.big_button import BigButton
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.style import theme

CARDS_MOST = 720
"""The widest the cards become, in pixels."""


class EmptyPage(Frame):
    """The card of the empty home page."""

    def __init__(self, new: Callable[[], object], profile: Callable[[], object]) -> None:
        super().__init__("card")
        column = QVBoxLayout(self)
        column.setContentsMargins(29, 32, 29, 32)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(_Drawing(), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(Label("还没有报告", Role.H2), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(6)
        sentence = Label("一节一节填，文字自动写好。写到一半也不要紧，随时自动保存。", Role.SECOND)
        column.addWidget(sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        self.new = BigButton("file-plus-2", "新建报告", "按章节一步步填，文字自动写好", new, look="filled")
        words = "单位名称、代字、签发人，填一次，以后都用得上，约 2 分钟"
        self.profile = BigButton("stamp", "先填单位资料", words, profile, look="flat")
        column.addWidget(_cards(self.new, self.profile))
        column.addStretch(3)


def _cards(*buttons: QWidget) -> QWidget:
    """The cards below each other in the middle, in wide windows no wider than the design draws them."""
    cards = QWidget()
    inside = QVBoxLayout(cards)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.setSpacing(14)
    for button in buttons:
        inside.addWidget(button)
    cards.setMaximumWidth(CARDS_MOST)
    middle = QWidget()
    row = QHBoxLayout(middle)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(0)
    row.addWidget(cards, 1)
    row.addStretch(0)
    return middle


class _Drawing(QWidget):
    """Two sheets of paper with a seal, drawn in the colours of the theme."""

    def sizeHint(self) -> QSize:
        return QSize(132, 104)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border-strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(22.5, 12.5, 64, 84), 4, 4)
        painter.drawRoundedRect(QRectF(40.5, 6.5, 64, 84), 4, 4)
        _paint_lines(painter)
        _paint_seal(painter, QPointF(90, 73))


def _paint_lines(painter: QPainter) -> None:
    lines = (
        ("text-2", 57, 88, 22, 3),
        *(("border", 52, 94, top, 3) for top in (36, 45, 54)),
        ("border", 52, 79, 63, 3),
    )
    for ink, left, right, top, width in lines:
        painter.setPen(QPen(theme.color(ink), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(left, top), QPointF(right, top))


def _paint_seal(painter: QPainter, center: QPointF) -> None:
    painter.setPen(QPen(theme.color("brand"), 2))
    painter.setBrush(theme.color("surface"))
    painter.drawEllipse(center, 10, 10)
    font = theme.text_font("font-key", bold=True)
    painter.setFont(font)
    painter.drawText(QRectF(center.x() - 10, center.y() - 10, 20, 20), Qt.AlignmentFlag.AlignCenter, "★")
