"""The one frame around the parts of a field: its edge is 1 px, and 2 px while a part has the focus or is wrong."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.repolish import set_look
from xiaoxie_desktop.ui.style.theme import appearance


class GroupFrame(Frame):
    """A row of borderless parts inside one edge."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("group", parent=parent)
        self._wrong = self._focused = False
        self.setProperty("state", "")
        self.row = QHBoxLayout(self)
        self.row.setSpacing(0)
        appearance.changed.connect(self._look)
        self._look()

    def add(self, part: QWidget, stretch: int = 0) -> None:
        """Put one more part at the right and follow its focus."""
        self.row.addWidget(part, stretch)
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Thicken the edge while a part has the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._focused = event.type() is QEvent.Type.FocusIn
            self._look()
        return False

    def set_wrong(self, wrong: bool) -> None:
        """Draw the edge in crimson."""
        if wrong != self._wrong:
            self._wrong = wrong
            self._look()

    def _look(self) -> None:
        state = "error" if self._wrong else "focus" if self._focused else ""
        edge = 2 if state else 1
        self.row.setContentsMargins(edge, edge, edge, edge)
        self.setFixedHeight(theme.size("control"))
        set_look(self, "state", state)
