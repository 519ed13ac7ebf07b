"""导出前核对: what the program has looked at itself, and what only a person can tick off."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.progress import StepProgress, StepState
from xiaoxie_desktop.ui.components.frames import Frame, line
from xiaoxie_desktop.ui.components.labels import IconLabel, Label, Role, Tone

HAND_TICKS = {
    "figures_compared": "数字与统计报表对过",
    "photos_checked": "照片是今年的，说明已写",
    "superior_read": "领导已看过",
}
"""What a person ticks off, by the name a draft keeps; an edited answer clears all."""

_PLACEHOLDER = "placeholder"
_NOT_FIGURES = ("required", _PLACEHOLDER)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the program looked at: its words, what was found (empty = nothing), whether that is an error."""

    words: str
    found: str = ""
    wrong: bool = False


def automatic_lines(steps: Sequence[StepProgress], findings: Sequence[Finding]) -> tuple[Line, ...]:
    """What the program looked at."""
    left = unfinished(steps)
    marks = sum(one.rule.startswith(_PLACEHOLDER) for one in findings)
    errors = sum(one.severity is Severity.ERROR and not one.rule.startswith(_NOT_FIGURES) for one in findings)
    return (
        Line("没有留下“××”", f"{marks} 处" if marks else "", wrong=True),
        Line("要写的章节都写完了", f"还差 {left} 节" if left else ""),
        Line("年份和数字对得上", f"{errors} 处" if errors else "", wrong=True),
    )


def unfinished(steps: Sequence[StepProgress]) -> int:
    """How many sections are to be written and not done."""
    return sum(step.state not in {StepState.DONE, StepState.OMITTED} for step in steps)


class Checklist(Frame):
    """The card with both parts and how many lines are done."""

    ticked = Signal(str, bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("card", parent=parent)
        self._count = Label("", Role.HELP)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.boxes = {name: QCheckBox(words) for name, words in HAND_TICKS.items()}
        self._lay_out()

    def show_state(self, lines: Sequence[Line], ticks: frozenset[str]) -> None:
        """Show what was found and what is ticked."""
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for one in lines:
            self._lines.addWidget(_line(one))
        for name, box in self.boxes.items():
            box.setChecked(name in ticks)
        done = sum(not one.found for one in lines) + len(ticks & self.boxes.keys())
        self._count.setText(f"{done} / {len(lines) + len(self.boxes)}")

    def count(self) -> str:
        """How many lines are done, of how many."""
        return self._count.text()

    def _lay_out(self) -> None:
        head = Frame("card-head")
        row = QHBoxLayout(head)
        row.setContentsMargins(12, 8, 12, 8)
        row.addWidget(Label("导出前核对", Role.STRONG), 1)
        row.addWidget(self._count)
        body = QVBoxLayout()
        body.setContentsMargins(12, 10, 12, 10)
        body.setSpacing(6)
        body.addLayout(self._lines)
        body.addWidget(line())
        body.addWidget(Label("请您自己看过再打勾", Role.HELP))
        for name, box in self.boxes.items():
            box.clicked.connect(lambda on, name=name: self.ticked.emit(name, on))
            body.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(body)


def _line(one: Line) -> QWidget:
    widget = QWidget()
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    icon, tone = (
        ("check", Tone.OK)
        if not one.found
        else ("state-problem", Tone.ERROR)
        if one.wrong
        else ("triangle-alert", Tone.WARN)
    )
    row.addWidget(IconLabel(icon, tone.value, "icon-small"))
    row.addWidget(Label(one.words), 1)
    state = Label(one.found or "已查", Role.HELP)
    state.set_tone(tone if one.found else Tone.PLAIN)
    row.addWidget(state)
    widget.setAccessibleName(f"{one.words}：{one.found or '已查'}")
    return widget
