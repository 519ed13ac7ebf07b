"""All answers of all sections, each with a link to change it."""

from collections.abc import Iterator, Sequence
from itertools import islice

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from xiaoxie_desktop.core.answers import Answers
from xiaoxie_desktop.core.arithmetic import effective_answers, visible_fields
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.findings import SEVERITY_ORDER, Finding
from xiaoxie_desktop.core.progress import StepProgress, StepState
from xiaoxie_desktop.core.report import Field, FieldType, ReportKind, Section
from xiaoxie_desktop.core.value_text import PrintContext
from xiaoxie_desktop.ui.check_answers.answer_words import answer_words
from xiaoxie_desktop.ui.components.buttons import Link
from xiaoxie_desktop.ui.components.frames import Frame, Scroller
from xiaoxie_desktop.ui.components.labels import IconLabel, Label, Role
from xiaoxie_desktop.ui.report.finding_words import ICONS, TONES
from xiaoxie_desktop.ui.report.step_list import look_of
from xiaoxie_desktop.ui.style import theme

LABEL_EM = 8
AT_ONCE = 20
"""Rows made in one turn of the event loop: a screenful, some 30 ms."""
LINK_MARGIN = 60
"""What is seen above and below a link one comes back to, in pixels."""
_STATE_WORDS = {
    StepState.DONE: "完成",
    StepState.STARTED: "还有必填的没填",
    StepState.EMPTY: "还没填",
    StepState.OMITTED: "这次不写",
}


class AnswersList(QWidget):
    """Sections in order with what was answered in them; `edit_asked` carries section id and field id ("" = all)."""

    edit_asked = Signal(str, str)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 16)
        self._column.setSpacing(0)
        self._links: dict[tuple[str, str], Link] = {}
        self._wanted: tuple[str, str] | None = None
        self._waiting: Iterator[QWidget] = iter(())
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(self._add_some)

    def show_answers(
        self, kind: ReportKind, draft: Draft, steps: Sequence[StepProgress], findings: Sequence[Finding]
    ) -> None:
        """Fill the page anew: what one sees at once, the rest in the next turns of the event loop."""
        self._clear()
        self._waiting = self._parts(kind, draft, steps, findings)
        self._add_some()
        self._later.start()

    def return_to(self, section: str, field_id: str) -> None:
        """Put the focus back on the link of an answer and bring it into sight, once its row is made."""
        self._wanted = (section, field_id)
        self._enter_wanted()

    def _enter_wanted(self) -> None:
        link = self._links.get(self._wanted) if self._wanted else None
        if link is None:
            return
        self._wanted = None
        link.setFocus()
        around = Scroller.around(self)
        if around is not None:
            QTimer.singleShot(0, link, lambda: around.ensureWidgetVisible(link, 0, LINK_MARGIN))

    def _parts(
        self, kind: ReportKind, draft: Draft, steps: Sequence[StepProgress], findings: Sequence[Finding]
    ) -> Iterator[QWidget]:
        answers = effective_answers(kind, draft)
        states = {step.section: step for step in steps}
        for section in kind.steps():
            yield self._head(section, states[section.id])
            if states[section.id].state is not StepState.OMITTED:
                yield from self._answers(section, draft, answers, findings)

    def _add_some(self) -> None:
        some = list(islice(self._waiting, AT_ONCE))
        for part in some:
            self._column.addWidget(part)
        if len(some) < AT_ONCE:
            self._later.stop()
            self._column.addStretch(1)
        self._enter_wanted()

    def _clear(self) -> None:
        self._later.stop()
        self._links = {}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _head(self, section: Section, step: StepProgress) -> Frame:
        head = Frame("answer-head")
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 10, 0, 6)
        row.setSpacing(10)
        look = look_of(step)
        row.addWidget(IconLabel(look.icon, look.icon_front, "icon-small"))
        row.addWidget(Label(section.name, Role.H3))
        row.addWidget(Label(_STATE_WORDS.get(step.state, f"有 {step.problems} 处错误"), Role.HELP), 1)
        link = Link("修改本节", on_click=lambda: self.edit_asked.emit(section.id, ""))
        link.setAccessibleName(f"修改本节：{section.name}")
        self._links[section.id, ""] = link
        row.addWidget(link)
        return head

    def _answers(
        self, section: Section, draft: Draft, answers: Answers, findings: Sequence[Finding]
    ) -> Iterator[Frame]:
        context = PrintContext(draft.year)
        for field in visible_fields(section, answers):
            words = answer_words(answers.get(field.id), field, context)
            found = [one for one in findings if one.field == field.id and one.section == section.id]
            worst = min(found, key=lambda one: SEVERITY_ORDER[one.severity], default=None)
            if words or worst is not None:
                yield self._answer(section, field, words, worst)

    def _answer(self, section: Section, field: Field, words: str, finding: Finding | None) -> Frame:
        frame = Frame("answer-row")
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 6, 0, 6)
        row.setSpacing(10)
        label = Label(field.label, Role.SECOND, wrap=True)
        label.setFixedWidth(theme.em(LABEL_EM))
        row.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(Label(words or "还没填", Role.BODY if words else Role.SECOND, wrap=True))
        if finding is not None:
            said.addWidget(_note(finding))
        row.addLayout(said, 1)
        if field.type is not FieldType.COMPUTED:
            link = Link("修改", on_click=lambda: self.edit_asked.emit(section.id, field.id))
            link.setAccessibleName(f"修改{field.label}")
            self._links[section.id, field.id] = link
            row.addWidget(link, 0, Qt.AlignmentFlag.AlignTop)
        return frame


def _note(finding: Finding) -> QWidget:
    note = QWidget()
    row = QHBoxLayout(note)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    mark = IconLabel(ICONS[finding.severity], TONES[finding.severity].value, "icon-small")
    words = Label(finding.message, Role.HELP, wrap=True)
    words.set_tone(TONES[finding.severity])
    row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return note
