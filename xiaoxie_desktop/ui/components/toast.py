"""A short message about a deed that is done, at the bottom of the window; never used for errors."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPropertyAnimation, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent
from PySide6.QtWidgets import QFrame, QGraphicsOpacityEffect, QHBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Link
from xiaoxie_desktop.ui.components.labels import IconLabel, Label

STAY_MS = 6000
FADE_MS = 150


class Toast(QFrame):
    """One toast per window: shows a sentence and one link for six seconds, longer while hovered or focused."""

    def __init__(self, window: QWidget, *, above: int = 24, motion: bool = True) -> None:
        """`above` is the distance to the lower edge of the window in pixels."""
        super().__init__(window)
        self._above, self._motion = above, motion
        self._action: Callable[[], object] | None = None
        self.setProperty("role", "toast")
        self._text = Label()
        self._link = Link("", on_click=self._follow)
        self._link.setProperty("on", "toast")
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=STAY_MS)
        self._timer.timeout.connect(self._leave)
        self._effect = QGraphicsOpacityEffect(self)
        self._effect.setEnabled(False)
        self.setGraphicsEffect(self._effect)
        self._fade = QPropertyAnimation(self._effect, b"opacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.finished.connect(self._faded)
        self._link.installEventFilter(self)
        window.installEventFilter(self)
        self.hide()

    def show_message(self, text: str, link: str = "", action: Callable[[], object] | None = None) -> None:
        """Show a sentence, and a link that runs `action` and ends the toast."""
        self._text.setText(text)
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._action = action
        self.adjustSize()
        self._place()
        self._appear()
        self._timer.start()
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """The sentence shown last."""
        return self._text.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the place when the window changes its size; stay while the link has the focus."""
        if watched is self._link and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._hold(event.type() is QEvent.Type.FocusIn)
        elif event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay as long as the mouse is over the toast."""
        self._hold(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Start the six seconds again when the mouse leaves."""
        self._hold(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("circle-check", "toast-ok"))
        row.addWidget(self._text)
        row.addSpacing(24)
        row.addWidget(self._link)

    def _hold(self, hold: bool) -> None:
        if hold:
            self._timer.stop()
        elif self.isVisible():
            self._timer.start()

    def _follow(self) -> None:
        self.hide()
        if self._action is not None:
            self._action()

    def _place(self) -> None:
        window = self.parentWidget()
        if window is not None:
            left = (window.width() - self.width()) // 2
            self.move(max(0, left), window.height() - self.height() - self._above)

    def _appear(self) -> None:
        self.show()
        self.raise_()
        if self._motion:
            self._run_fade(0.0, 1.0)

    def _leave(self) -> None:
        if self._motion:
            self._run_fade(1.0, 0.0)
        else:
            self.hide()

    def _run_fade(self, start: float, end: float) -> None:
        self._fade.stop()
        self._effect.setEnabled(True)
        self._fade.setStartValue(start)
        self._fade.setEndValue(end)
        self._fade.start()

    def _faded(self) -> None:
        self._effect.setEnabled(False)
        if self._fade.endValue() == 0.0:
            self.hide()
