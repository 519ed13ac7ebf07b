"""A form made of given fields, shown and dressed as in the window, and what it says it saved."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from xiaoxie_desktop.core.answers import Answers, Value
from xiaoxie_desktop.core.report import Field, Section
from xiaoxie_desktop.ui.fields.section_form import SectionForm

YEAR = 2026


class Filled:
    """A form with one line below it to leave to; `answers` is what would be stored."""

    def __init__(self, qtbot: QtBot, fields: tuple[Field, ...]) -> None:
        self.form = SectionForm(Section("s", "一节", fields=fields), YEAR, lambda field: "")
        self.outside = QLineEdit()
        self.answers: dict[str, Value] = {}
        self.saved: list[str] = []
        self.form.edited.connect(self._save)
        self.form.left.connect(self._left)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.addWidget(self.form)
        column.addWidget(self.outside)
        self.window.resize(700, 600)
        qtbot.addWidget(self.window)
        self.outside.setFocus()
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.show(self.answers)

    def show(self, answers: Answers) -> None:
        """Show these answers as the stored ones."""
        self.answers = dict(answers)
        self.form.show_answers(self.answers, self.answers)

    def leave(self) -> None:
        """Go elsewhere with the keyboard."""
        self.outside.setFocus()

    def _save(self, field_id: str) -> None:
        value = self.form.value(field_id)
        self.answers.pop(field_id, None)
        if value is not None:
            self.answers[field_id] = value

    def _left(self, field_id: str) -> None:
        if field_id:
            self.saved.append(field_id)
            self._save(field_id)
        self.form.show_answers(self.answers, self.answers)


@pytest.fixture
def make_form(qtbot: QtBot) -> Callable[..., Filled]:
    """Makes a form of fields."""
    dress()
    return lambda *fields: Filled(qtbot, fields)
