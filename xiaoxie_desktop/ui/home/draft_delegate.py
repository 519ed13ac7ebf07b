"""Paints the lines of the list of drafts: badge, title with a second line, state, findings, moment, menu mark."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from xiaoxie_desktop.core.draft_rows import DraftRow, DraftState
from xiaoxie_desktop.ui.home.draft_list import second_line
from xiaoxie_desktop.ui.home.draft_model import ROW_ROLE, Column
from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.painting import fill

Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STATES = {
    DraftState.EDITING: ("pencil", "action"),
    DraftState.EXPORTED: ("file-check", "text-2"),
    DraftState.PRINTED: ("printer", "text-2"),
    DraftState.SUBMITTED: ("circle-check", "text-2"),
}
PAD = 16  # left edge of a cell, pixels


class DraftDelegate(QStyledItemDelegate):
    """Paints one cell; `hovered` is the row under the mouse, `folded` the columns said in the second line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.hovered_menu = False
        self.folded: tuple[Column, ...] = ()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of a row; the view gives the widths."""
        return QSize(0, theme.size("list-row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the ground of the row, then the cell."""
        row = index.data(ROW_ROLE)
        if not isinstance(row, DraftRow):
            return
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, index)
        self._paint_cell(painter, rect, index, row)
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRect, index: Index, row: DraftRow) -> None:
        match Column(index.column()):
            case Column.KIND:
                _paint_badge(painter, rect, str(index.data()))
            case Column.TITLE:
                left = PAD if Column.KIND in self.folded else 0
                _paint_title(painter, rect.adjusted(left, 0, 0, 0), row, self._second_line(index, row))
            case Column.STATE:
                icon, ink = _STATES[row.state]
                _paint_state(painter, rect.left(), rect, icon, str(index.data()), ink)
            case Column.FINDINGS:
                _paint_findings(painter, rect, row)
            case Column.MOMENT:
                _paint_words(painter, rect, str(index.data()), "text-2")
            case Column.MENU:
                self._paint_menu(painter, rect, index)

    def _second_line(self, index: Index, row: DraftRow) -> str:
        folded = (str(index.model().index(index.row(), column).data()) for column in self.folded)
        return second_line(row, *folded)

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index) -> None:
        view = self.parent()
        selected = getattr(view, "is_marked", lambda _row: False)(index.row())
        if selected:
            fill(painter, rect, "action-tint")
        elif index.row() == self.hovered:
            fill(painter, rect, "row")
        fill(painter, QRect(rect.left(), rect.bottom(), rect.width(), 1), "border")

    def _paint_menu(self, painter: QPainter, rect: QRect, index: Index) -> None:
        side = theme.size("icon")
        center = rect.center()
        if index.row() == self.hovered and self.hovered_menu:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(center.x() - 15, center.y() - 15, 30, 30), 6, 6)
        mark = icons.pixmap("ellipsis", "text-2", side)
        painter.drawPixmap(center.x() - side // 2, center.y() - side // 2, mark)


def _paint_badge(painter: QPainter, rect: QRect, words: str) -> None:
    font = theme.text_font("font-2")
    width = max(theme.em(4, "font-2") + 20, QFontMetrics(font).horizontalAdvance(words) + 16)
    height = theme.size("line-2") + 4
    room = QRect(rect.left() + PAD, rect.center().y() - height // 2 + 1, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("hover"))
    painter.drawRoundedRect(QRectF(room), 6, 6)
    painter.setFont(font)
    painter.setPen(theme.color("text-2"))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def _paint_title(painter: QPainter, rect: QRect, row: DraftRow, below: str) -> None:
    high, low = theme.size("line"), theme.size("line-2")
    top = rect.top() + (rect.height() - high - low) // 2
    first = QRect(rect.left(), top, rect.width() - PAD, high)
    second = QRect(rect.left(), top + high, rect.width() - PAD, low)
    _paint_line(painter, first, row.title, "text", bold=True)
    _paint_line(painter, second, below, "text-2", of="font-2")


def _paint_findings(painter: QPainter, rect: QRect, row: DraftRow) -> None:
    left = rect.left()
    if row.errors:
        left = _paint_state(painter, left, rect, "state-problem", f"{row.errors} 处错误", "error") + 12
    if row.warnings:
        _paint_state(painter, left, rect, "lightbulb", f"{row.warnings} 处提示", "warn")
    if not row.errors and not row.warnings:
        _paint_state(painter, left, rect, "check", "没有问题", "text-2")


def _paint_state(painter: QPainter, left: int, rect: QRect, icon: str, words: str, ink: str) -> int:
    """Paint an icon and its words from `left`; the x coordinate after them."""
    side = theme.size("icon-small") + 2
    painter.drawPixmap(left, rect.center().y() - side // 2 + 1, icons.pixmap(icon, ink, side))
    start = left + side + 5
    room = QRect(start, rect.top(), rect.right() - start, rect.height())
    _paint_line(painter, room, words, ink)
    return start + QFontMetrics(theme.text_font()).horizontalAdvance(words)


def _paint_words(painter: QPainter, rect: QRect, words: str, ink: str) -> None:
    _paint_line(painter, rect.adjusted(0, 0, -4, 0), words, ink)


def _paint_line(
    painter: QPainter, room: QRect, words: str, ink: str, *, of: str = "font", bold: bool = False
) -> None:
    painter.setFont(theme.text_font(of, bold=bold))
    painter.setPen(theme.color(ink))
    fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room.width())
    painter.drawText(room, _LEFT, fitted)
