"""How the window looks: colours and text size, applied at once and kept."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout

from xiaoxie_desktop.core.errors import UserError
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.settings.appearance_setting import keep_theme
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import Scheme, TextSize, Theme, appearance
from xiaoxie_desktop.workflow.workspace import Workspace

SCHEMES = ((Scheme.SYSTEM, "跟随电脑"), (Scheme.LIGHT, "浅色"), (Scheme.DARK, "深色"))
TEXT_SIZES = ((TextSize.SMALL, "小"), (TextSize.STANDARD, "标准"), (TextSize.LARGE, "大"))


class DisplayForm(Frame):
    """Two rows of choices; a change takes effect immediately."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__("card")
        self._workspace = workspace
        self.choices: dict[StrEnum, QRadioButton] = {}
        self._problem = Label("", Role.ERROR, wrap=True)
        self._problem.hide()
        now = appearance.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnMinimumWidth(0, theme.em(7))
        grid.setColumnStretch(1, 1)
        for place, (words, options, chosen) in enumerate(
            (("颜色", SCHEMES, now.scheme), ("字号", TEXT_SIZES, now.text_size))
        ):
            grid.addWidget(Label(words), place, 0)
            grid.addLayout(self._row(words, options, chosen, self._wear), place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(Label("显示", Role.H3))
        column.addLayout(grid)
        column.addWidget(self._problem)

    def _row(
        self, words: str, options: Sequence[tuple[StrEnum, str]], chosen: StrEnum, changed: Callable[[], None]
    ) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(24)
        group = QButtonGroup(self)
        for value, label in options:
            button = QRadioButton(label)
            button.setAccessibleName(f"{words}：{label}")
            button.setChecked(value is chosen)
            group.addButton(button)
            self.choices[value] = button
            row.addWidget(button)
        row.addStretch(1)
        group.buttonClicked.connect(lambda _button: changed())
        return row

    def _wear(self) -> None:
        scheme = next(value for value, _ in SCHEMES if self.choices[value].isChecked())
        text_size = next(value for value, _ in TEXT_SIZES if self.choices[value].isChecked())
        chosen = Theme(scheme, text_size)
        app = QApplication.instance()
        if chosen == appearance.theme or not isinstance(app, QApplication):
            return
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            theme.apply(app, chosen)
        finally:
            QGuiApplication.restoreOverrideCursor()
        self._keep(chosen)

    def _keep(self, chosen: Theme) -> None:
        self._problem.hide()
        try:
            keep_theme(self._workspace, chosen)
        except UserError as error:
            self._problem.setText(str(error))
            self._problem.show()
