"""成文: the composed text of a section with its head, below or beside the fields."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.composed import ComposedSection
from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.composed_text.composed_edit import ComposedEdit

LEAST_HEIGHT = 64
SHORT_HINT = "蓝底数字跟着填写项变，虚线处是您改过的字"
LONG_HINT = "蓝底数字跟着填写项变，其余的字可以直接改。虚线处是您改过的字。"


class ComposedPanel(Frame):
    """The pane of the composed text; the head never scrolls."""

    restore_asked = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("composed-pane", parent=parent)
        self.edit = ComposedEdit()
        self.edit.setMinimumHeight(LEAST_HEIGHT)
        self._hint = Label(SHORT_HINT, Role.HELP)
        self._below = Label(LONG_HINT, Role.HELP, wrap=True)
        self.restore = Button(
            "恢复原文", Kind.QUIET, "rotate-ccw", small=True, on_click=self.restore_asked.emit
        )
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Label("成文", Role.H3))
        head.addWidget(self._hint)
        head.addStretch(1)
        head.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 16, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.edit, 1)
        column.addWidget(self._below)
        self.stand(Qt.Orientation.Vertical)

    def show_section(self, section: ComposedSection | None) -> None:
        """Bring the text up to date; 恢复原文 can be asked for once a word was changed."""
        self.edit.show_section(section)
        self.restore.setEnabled(section is not None and any(one.edited for one in section.paragraphs))

    def stand(self, orientation: Qt.Orientation) -> None:
        """Below the fields (vertical) the hint stands in the head, beside them under the text."""
        below = orientation is Qt.Orientation.Vertical
        self._hint.setVisible(below)
        self._below.setVisible(not below)
