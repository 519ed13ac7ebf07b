"""Dialogs that ask one question: the question as title, the consequence below, buttons named by the deed."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.focus_ring import FocusRing
from xiaoxie_desktop.ui.components.labels import IconLabel, Label, Role
from xiaoxie_desktop.ui.style import theme

CANCEL = ""  # the answer when nothing was chosen


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a question: the answer it stands for, its words ("去修改(&M)"), its kind."""

    answer: str
    words: str
    kind: Kind = Kind.SECONDARY


@dataclass(frozen=True, slots=True)
class Question:
    """What a dialog asks.

    `choices` stand at the right in reading order; `safe` is the answer of the button that has the focus first.
    `cancel` are the words of the quiet button at the left, empty for none; Esc always answers CANCEL.
    """

    title: str
    text: str
    choices: tuple[Choice, ...]
    safe: str
    details: tuple[str, ...] = ()
    cancel: str = ""
    icon: str = ""
    tone: str = "error"


class AskDialog(QDialog):
    """Shows a question over its window and emits `answered` with the chosen answer."""

    answered = Signal(str)

    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question, self.answer = question, CANCEL
        self.setWindowTitle(question.title)
        self.setAccessibleDescription(question.text)
        self.setFixedWidth(max(480, theme.em(30)))
        self.buttons: dict[str, Button] = {}
        self._lay_out()
        self._ring = FocusRing(self)
        self.finished.connect(lambda _result: self.answered.emit(self.answer))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(Label(self.question.title, Role.H3, wrap=True))
        column.addWidget(Label(self.question.text, Role.SECOND, wrap=True))
        column.addLayout(self._detail_list())
        top = QHBoxLayout()
        top.setSpacing(12)
        if self.question.icon:
            mark = IconLabel(self.question.icon, self.question.tone, "icon")
            top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(24)
        whole.addLayout(top)
        whole.addLayout(self._button_row())

    def _detail_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for detail in self.question.details:
            column.addWidget(Label(f"•  {detail}", Role.HELP, wrap=True))
        return column

    def _button_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self.question.cancel:
            self._add_button(row, Choice(CANCEL, self.question.cancel, Kind.QUIET))
        row.addStretch(1)
        for choice in self.question.choices:
            self._add_button(row, choice)
        safe = self.buttons[self.question.safe]
        safe.setDefault(True)
        safe.setFocus()
        return row

    def _add_button(self, row: QHBoxLayout, choice: Choice) -> None:
        button = Button(choice.words, choice.kind, on_click=lambda: self._choose(choice.answer))
        button.setAutoDefault(True)
        self.buttons[choice.answer] = button
        row.addWidget(button)

    def _choose(self, answer: str) -> None:
        self.answer = answer
        self.accept()


def ask(parent: QWidget, question: Question) -> str:
    """Ask and wait; the answer, or CANCEL after Esc."""
    dialog = AskDialog(question, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer


def tell_error(
    parent: QWidget | None, sentence: str, *, log: bool = False, details: Sequence[str] = ()
) -> str:
    """Show one error sentence; the answer is "log" when the user wants the error log saved."""
    choices = [Choice("log", "保存错误日志…(&L)")] if log else []
    choices.append(Choice("close", "知道了(&K)", Kind.PRIMARY))
    question = Question(
        title="没有做成", text=sentence, choices=tuple(choices), safe="close",
        details=tuple(details), icon="state-problem",
    )  # fmt: skip
    dialog = AskDialog(question, parent)
    dialog.exec()
    dialog.deleteLater()
    return dialog.answer
