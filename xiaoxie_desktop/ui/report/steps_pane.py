"""The column at the left: how far the report is, its steps, and 核对与导出 pinned below them."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from xiaoxie_desktop.core.progress import StepProgress, StepState
from xiaoxie_desktop.ui.components.frames import Frame, line
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.components.menus import Menu
from xiaoxie_desktop.ui.report.step_list import StepLine, StepList, StepLook, look_of
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

CHECK = "check"
"""The id of the step 核对与导出, as a draft remembers it."""


class StepsPane(Frame):
    """Any step can be gone to at any time."""

    chosen = Signal(str)
    omit_asked = Signal(str, bool)
    """An optional step is to be left out (true) or written (false)."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("steps", parent=parent)
        self.list = StepList("填写步骤")
        self.check = StepList("核对与导出")
        self._done, self._total = Label("", Role.STRONG), Label("", Role.HELP)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setProperty("state", "ok")
        self._bar.setAccessibleName("填写进度")
        self._steps: dict[str, StepProgress] = {}
        self._lay_out()
        self.list.chosen.connect(self.chosen)
        self.check.chosen.connect(self.chosen)
        self.list.menu_asked.connect(self._open_menu)
        appearance.changed.connect(self._size_up)
        self._size_up()

    def show_steps(self, steps: Sequence[StepProgress], current: str, errors: int) -> None:
        """Show the states of all steps; `errors` stand beside 核对与导出."""
        self._steps = {step.section: step for step in steps}
        lines = [StepLine(step.section, step.name, look_of(step)) for step in steps]
        self.list.show_lines(lines, current)
        word = f"{errors} 处" if errors else ""
        look = StepLook("list-checks", "text-2", word, "error")
        self.check.show_lines([StepLine(CHECK, "核对与导出", look)], current)
        self.check.hug()
        self._show_progress(steps)

    def progress(self) -> str:
        """How far the report is, in words."""
        return f"{self._done.text()} {self._total.text()}"

    def _show_progress(self, steps: Sequence[StepProgress]) -> None:
        written = [step for step in steps if step.state is not StepState.OMITTED]
        done = sum(step.state is StepState.DONE for step in written)
        self._done.setText(str(done))
        self._total.setText(f"/ {len(written)} 节")
        self._bar.setRange(0, max(1, len(written)))
        self._bar.setValue(done)
        self._bar.setAccessibleDescription(f"{len(written)} 节里完成了 {done} 节")

    def _open_menu(self, section: str, place: QPoint) -> None:
        step = self._steps.get(section)
        if step is None:
            return
        menu = Menu(self)
        menu.add("去这一节", lambda: self.chosen.emit(section))
        if step.optional and step.state is StepState.OMITTED:
            menu.add("要写这一节", lambda: self.omit_asked.emit(section, False))
        elif step.optional:
            menu.add("这一节不写", lambda: self.omit_asked.emit(section, True))
        menu.exec(place)
        menu.deleteLater()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(18, 10, 18, 0)
        head.setSpacing(4)
        head.addWidget(Label("填写进度", Role.HELP))
        head.addStretch(1)
        head.addWidget(self._done)
        head.addWidget(self._total)
        bar = QHBoxLayout()
        bar.setContentsMargins(18, 0, 18, 6)
        bar.addWidget(self._bar)
        rule = QHBoxLayout()
        rule.setContentsMargins(10, 0, 10, 4)
        rule.addWidget(line())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(bar)
        column.addWidget(self.list, 1)
        column.addLayout(rule)
        column.addWidget(self.check)

    def _size_up(self) -> None:
        self.setFixedWidth(theme.size("steps"))
        self.check.hug()
