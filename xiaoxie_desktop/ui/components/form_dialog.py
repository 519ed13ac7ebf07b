"""Dialogs that ask for a few details: a question as title, the details, a deed and a way out."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.focus_ring import FocusRing
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.style import theme


class FormDialog(QDialog):
    """Subclasses fill `content`; `confirm` is the button of the deed, Esc and `cancel` leave things as they are."""

    def __init__(
        self, title: str, deed: str, *, help_text: str = "", cancel: str = "取消(&C)", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(max(480, theme.em(34)))
        self.content = QVBoxLayout()
        self.content.setSpacing(8)
        self.confirm = Button(deed, Kind.PRIMARY, on_click=self.accept)
        self.confirm.setDefault(True)
        self.cancel = Button(cancel, Kind.QUIET, on_click=self.reject)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(Label(title, Role.H3, wrap=True))
        if help_text:
            head.addWidget(Label(help_text, Role.HELP, wrap=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(16)
        whole.addLayout(head)
        whole.addLayout(self.content)
        whole.addLayout(self._button_row())
        self._ring = FocusRing(self)

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.addWidget(self.cancel)
        row.addStretch(1)
        row.addWidget(self.confirm)
        return row
