"""A list to choose one thing from: a title, a second line, and at the right a word of its own."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from xiaoxie_desktop.ui.style import theme

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LINE_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to choose: the value it stands for and its words."""

    value: str
    title: str
    second: str = ""
    side: str = ""


class TwoLineList(QListWidget):
    """A list of lines with exactly one chosen; Up and Down move, Enter and double click are `itemActivated`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setItemDelegate(_LineDelegate(self))
        self.setProperty("role", "rows")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these lines and choose the first."""
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.title)
            item.setData(_LINE_ROLE, line)
            spoken = "，".join(part for part in (line.title, line.second, line.side) if part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
        self.setCurrentRow(0)

    def chosen(self) -> str:
        """The value of the chosen line, empty when there is none."""
        item = self.currentItem()
        line = item.data(_LINE_ROLE) if item else None
        return line.value if isinstance(line, Line) else ""

    def choose(self, value: str) -> None:
        """Choose the line with this value, if there is one."""
        for place in range(self.count()):
            line = self.item(place).data(_LINE_ROLE)
            if isinstance(line, Line) and line.value == value:
                self.setCurrentRow(place)

    def fit_height(self, most: int) -> None:
        """Make the list as high as its lines, at most `most` of them."""
        row = self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height()
        self.setFixedHeight(min(max(self.count(), 1), most) * row + 4)


class _LineDelegate(QStyledItemDelegate):
    """Paints one line: tinted and with a bar when chosen."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(_LINE_ROLE)
        second = theme.size("line-2") if not isinstance(line, Line) or line.second else 0
        return QSize(0, theme.size("line") + second + 16)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(_LINE_ROLE)
        if not isinstance(line, Line):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, rect, state)
        _paint_words(painter, rect.adjusted(16, 0, -16, 0), line)
        painter.restore()


def _paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    if chosen:
        painter.setPen(QPen(theme.color("action-line"), 1))
        painter.setBrush(theme.color("action-tint"))
        painter.drawRoundedRect(QRectF(rect).adjusted(2.5, 2.5, -2.5, -2.5), 6, 6)
        painter.fillRect(
            QRect(rect.left() + 2, rect.top() + 12, 3, rect.height() - 24), theme.color("action")
        )
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect.adjusted(2, 2, -2, -2), theme.color("row"))


def _paint_words(painter: QPainter, room: QRect, line: Line) -> None:
    high, low = theme.size("line"), theme.size("line-2") if line.second else 0
    top = room.top() + (room.height() - high - low) // 2
    small = theme.text_font("font-2")
    side = QFontMetrics(small).horizontalAdvance(line.side)
    first = QRect(room.left(), top, room.width() - side - 12, high)
    _paint_line(painter, first, line.title, "text", theme.text_font(bold=True))
    _paint_line(painter, QRect(room.left(), top + high, first.width(), low), line.second, "text-2", small)
    _paint_line(
        painter, QRect(room.right() - side, room.top(), side + 2, room.height()), line.side, "text-2", small
    )


def _paint_line(painter: QPainter, room: QRect, words: str, ink: str, font: QFont) -> None:
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT, fitted)
