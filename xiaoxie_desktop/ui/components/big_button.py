"""The large buttons of the home page: an icon, a title, a second line and an arrow."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from xiaoxie_desktop.ui.components.enter_key import pressed_by_enter
from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.theme import appearance


class BigButton(QAbstractButton):
    """A card that is a button; `filled` is the primary one, `flat` puts both lines beside each other."""

    def __init__(
        self, icon: str, title: str, second: str, on_click: Callable[[], object], *, look: str = "plain"
    ) -> None:
        """`look` is "filled", "plain" or "flat"."""
        super().__init__()
        self._icon, self._second, self._look = icon, second, look
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda _checked=False: on_click())
        appearance.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Wide enough for its words, as high as the design says."""
        height = theme.size("big-button") - (22 if self._look == "flat" else 0)
        return QSize(theme.em(16), height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the card too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card, its icons and its words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        side, arrow = theme.size("icon-big"), theme.size("icon-big")
        middle = self.height() // 2
        ink = "on-fill" if self._look == "filled" else "action"
        painter.drawPixmap(22, middle - side // 2, icons.pixmap(self._icon, ink, side))
        mark = icons.pixmap("chevron-right", ink, arrow)
        painter.drawPixmap(self.width() - 24 - arrow, middle - arrow // 2, mark)
        self._paint_words(painter, QRect(22 + side + 17, 0, self.width() - side - arrow - 80, self.height()))

    def _paint_card(self, painter: QPainter) -> None:
        filled = self._look == "filled"
        state = "press" if self.isDown() else "hover" if self.underMouse() else ""
        if filled:
            ground = f"fill-{state}" if state else "fill"
        else:
            ground = "hover" if state == "press" else "row" if state else "surface"
        edge = ground if filled else "border" if self._look == "flat" else "border-strong"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.setBrush(theme.color(ground))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        filled, flat = self._look == "filled", self._look == "flat"
        title_font = theme.text_font("font" if flat else "h2", bold=True)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        title_room, second_room = QRect(room), QRect(room)
        if not flat:
            title_room.setHeight(theme.size("line"))
            second_room.setHeight(theme.size("line-2"))
            top = (room.height() - title_room.height() - second_room.height()) // 2
            title_room.moveTop(top)
            second_room.moveTop(top + title_room.height())
        painter.setFont(title_font)
        painter.setPen(theme.color("on-fill" if filled else "text"))
        painter.drawText(title_room, left, self.text())
        if flat:
            second_room.setLeft(room.left() + painter.fontMetrics().horizontalAdvance(self.text()) + 12)
        painter.setFont(theme.text_font("font-2"))
        painter.setPen(theme.color("on-fill-2" if filled else "text-2"))
        words = painter.fontMetrics().elidedText(
            self._second, Qt.TextElideMode.ElideRight, second_room.width()
        )
        painter.drawText(second_room, left, words)
