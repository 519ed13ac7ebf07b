"""The unit profile as a form: saved when a line is left, at the latest when the page is left."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from xiaoxie_desktop.core.errors import UserError
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.inputs import Picker
from xiaoxie_desktop.ui.components.labels import Label, Role, StateLabel, Tone
from xiaoxie_desktop.ui.settings.profile_fields import GROUPS, ProfileField, from_text, to_text
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance
from xiaoxie_desktop.workflow.workspace import Workspace

LABEL_EM = 7


class ProfileForm(QWidget):
    """All lines of the unit profile; `saved` is emitted after each one that was changed."""

    saved = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.lines: dict[str, QLineEdit] = {}
        self._grids: list[QGridLayout] = []
        self.state = StateLabel("自动保存", "circle-check", Tone.MUTED, small=True)
        self.problem = Label("", Role.ERROR, wrap=True)
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for title, help_text, fields in GROUPS:
            column.addWidget(self._group(title, help_text, fields))
        appearance.changed.connect(self._fit)
        self._fit()

    def save(self) -> bool:
        """Save what differs from the stored profile; says so, or says why not; whether all is stored."""
        stored = self._workspace.organization
        typed: dict[str, Any] = {name: from_text(name, line.text()) for name, line in self.lines.items()}
        if all(getattr(stored, name) == value for name, value in typed.items()):
            return True
        try:
            self._workspace.save_organization(replace(stored, **typed))
        except UserError as error:
            self._say("没有保存", Tone.ERROR, str(error))
            return False
        now = datetime.now().astimezone()
        self._say(f"已保存 {now.hour}:{now.minute:02d}", Tone.OK)
        self.saved.emit()
        return True

    def _say(self, words: str, tone: Tone, problem: str = "") -> None:
        self.state.show_state(words, "state-problem" if problem else "circle-check", tone)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))

    def _group(self, title: str, help_text: str, fields: tuple[ProfileField, ...]) -> QWidget:
        card = Frame("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(24, 16, 24, 20)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(Label(title, Role.H3))
        head.addStretch(1)
        if not self._grids:
            head.addWidget(self.state)
        column.addLayout(head)
        column.addWidget(Label(help_text, Role.HELP, wrap=True))
        if not self._grids:
            column.addWidget(self.problem)
        column.addSpacing(8)
        column.addLayout(self._grid(fields))
        return card

    def _grid(self, fields: tuple[ProfileField, ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for place, field in enumerate(fields):
            self._add_line(grid, 3 * place, field)
        self._grids.append(grid)
        return grid

    def _add_line(self, grid: QGridLayout, row: int, field: ProfileField) -> None:
        value = to_text(getattr(self._workspace.organization, field.name))
        editor, line = _editor(field)
        line.setText(value)
        line.setPlaceholderText(f"例如：{field.example}" if field.example else "")
        line.setAccessibleName(field.label)
        line.setAccessibleDescription(field.help)
        line.editingFinished.connect(self.save)
        self.lines[field.name] = line
        label = Label(field.label)
        label.setBuddy(editor)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(editor, row, 1)
        grid.addWidget(Label(field.help, Role.HELP), row + 1, 1)
        grid.setRowMinimumHeight(row + 2, 6)

    def _fit(self) -> None:
        for grid in self._grids:
            grid.setColumnMinimumWidth(0, theme.em(LABEL_EM))


def _editor(field: ProfileField) -> tuple[QWidget, QLineEdit]:
    """The widget of a line and the line edit inside it."""
    if not field.choices:
        line = QLineEdit()
        return line, line
    picker = Picker([(word, word) for word in field.choices], name=field.label)
    inner = QLineEdit()
    picker.setEditable(True)
    picker.setLineEdit(inner)
    picker.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    picker.setFixedWidth(theme.em(12))
    picker.activated.connect(lambda _place: inner.editingFinished.emit())
    return picker, inner
