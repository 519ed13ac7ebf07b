"""The settings page: unit profile and display."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.ui.components.frames import Scroller
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.settings.display_form import DisplayForm
from xiaoxie_desktop.ui.settings.profile_form import ProfileForm
from xiaoxie_desktop.workflow.workspace import Workspace

CONTENT_WIDTH = 820  # widest content, pixels: wider fields only carry the eye too far


class SettingsPage(QWidget):
    """Emits `profile_saved` when the unit profile changed."""

    profile_saved = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.profile = ProfileForm(workspace)
        self.profile.saved.connect(self.profile_saved)
        self.display = DisplayForm(workspace)
        content = QWidget()
        content.setMaximumWidth(CONTENT_WIDTH)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 12, 18)
        column.setSpacing(16)
        column.addWidget(self.profile)
        column.addWidget(self.display)
        column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(content, 1)
        row.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 12, 0)
        whole.setSpacing(14)
        whole.addWidget(Label("设置", Role.H1))
        whole.addWidget(Scroller(holder), 1)

    def show_first(self) -> None:
        """Put the cursor into the first line that is still empty, else into the first."""
        lines = list(self.profile.lines.values())
        next((line for line in lines if not line.text()), lines[0]).setFocus()

    def leave(self) -> bool:
        """Finish a word still being composed and save, before another page is shown; whether all is stored."""
        QGuiApplication.inputMethod().commit()
        return self.profile.save()
