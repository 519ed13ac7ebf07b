"""A tab that filters a list: a word and, smaller, how many there are."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent

from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.style import icons, theme

_SIDES, _GAP = 12, 7


class CountTab(Button):
    """A toggle button with a count behind its word; of kind TAB inside a filter, QUIET when it leads elsewhere."""

    def __init__(self, text: str, kind: Kind = Kind.TAB, icon: str = "") -> None:
        self.count, self.words = 0, text
        self._mark = icon
        super().__init__("", kind)

    def show_count(self, count: int) -> None:
        """Show another count."""
        self.count = count
        self.setAccessibleName(f"{self.words}，{count} 份")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the word in bold, so that nothing moves when another tab is chosen."""
        word = QFontMetrics(theme.text_font(bold=True)).horizontalAdvance(self.words)
        count = QFontMetrics(theme.text_font("font-2")).horizontalAdvance(str(self.count))
        mark = theme.size("icon") + 8 if self._mark else 0
        return QSize(2 * _SIDES + mark + word + _GAP + count, theme.size("control"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the button draw its ground, which has no words, and write word and count over it."""
        super().paintEvent(event)
        self._paint_words(QPainter(self))

    def _paint_words(self, painter: QPainter) -> None:
        room = QRect(_SIDES, 0, self.width() - 2 * _SIDES, self.height())
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        side = theme.size("icon")
        if self._mark:
            painter.drawPixmap(
                room.left(), (self.height() - side) // 2, icons.pixmap(self._mark, "text-2", side)
            )
            room.setLeft(room.left() + side + 8)
        font = theme.text_font(bold=self.isChecked())
        painter.setFont(font)
        painter.setPen(theme.color("action" if self.isChecked() else "text" if self._mark else "text-2"))
        painter.drawText(room, left, self.words)
        room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(self.words) + _GAP)
        painter.setFont(theme.text_font("font-2"))
        painter.setPen(theme.color("action" if self.isChecked() else "text-3"))
        painter.drawText(room, left, str(self.count))
