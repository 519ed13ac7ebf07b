"""The form of one section, made from its fields alone: no form of a report is written longhand."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xiaoxie_desktop.core.answers import Answers, Value
from xiaoxie_desktop.core.arithmetic import visible_fields
from xiaoxie_desktop.core.findings import SEVERITY_ORDER, Finding
from xiaoxie_desktop.core.report import Field, FieldType, Section
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.fields.amount_editor import AmountEditor
from xiaoxie_desktop.ui.fields.field_row import PANE_EDGE, FieldRow
from xiaoxie_desktop.ui.fields.rows_editor import RowsEditor

AT_ONCE, A_TURN = 8, 3
"""Rows made when a form opens, and in each turn of the event loop after that."""
UNREADABLE = "unreadable"
"""The rule of findings about input that was not understood: not shown while someone is still typing."""
REQUIRED = "required"
"""The rule of findings about fields not filled yet: shown under a field only once it was visited."""


class SectionForm(QWidget):
    """All fields of a section; what does not apply is hidden and keeps its answer.

    `edited` carries the id of the field that is being typed into, `left` that of the one that was finished,
    empty when nothing was changed in it.
    """

    edited = Signal(str)
    left = Signal(str)
    completed = Signal()
    """The last row has been made, so the form has its full height."""

    def __init__(
        self, section: Section, year: int, last_year: Callable[[Field], str], *, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        """`last_year` says how last year's answer to a field reads, empty when there is none."""
        super().__init__(parent)
        self.section = section
        self._year, self._last_year = year, last_year
        self._waiting = list(section.fields)
        self._made: dict[str, FieldRow] = {}
        self._groups: dict[str, Label] = {}
        self._answers: Answers = {}
        self._effective: Answers = {}
        self._findings: dict[str, list[Finding]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._later = QTimer(self, interval=0)
        self._later.timeout.connect(lambda: self._make(A_TURN))
        self._later.start()
        self._make(AT_ONCE)

    @property
    def rows(self) -> Mapping[str, FieldRow]:
        """All rows by the id of their field; those that still wait for their turn are made now."""
        self._make(len(self._waiting))
        return self._made

    def value(self, field_id: str) -> Value | None:
        """What stands in the editor of a field now."""
        return self.rows[field_id].editor.value()

    def show_answers(self, answers: Answers, effective: Answers) -> None:
        """Bring the form up to date; an editor someone is typing in is never written into.

        `effective` are the answers that count: they decide what applies, and hold the computed figures.
        """
        self._answers, self._effective = answers, effective
        shown = self._applying()
        for row in self._made.values():
            self._show_answer(row, shown)
        self._show_groups(shown)

    def put_answers(self, answers: Answers) -> None:
        """Show these answers everywhere, also where the cursor is: after 撤销 and 重做."""
        for field_id, row in self._made.items():
            row.show_value(answers.get(field_id))

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Put each finding under its field; of several the worst is shown."""
        self._findings = {}
        for finding in findings:
            self._findings.setdefault(finding.field, []).append(finding)
        for row in self._made.values():
            self._show_finding(row)

    def go_to(self, field_id: str, row_uid: str = "") -> bool:
        """Put the cursor into a field; whether it is here and applies."""
        row = self.rows.get(field_id)
        if row is None or not row.isVisibleTo(self):
            return False
        row.touched = True
        row.editor.entrance().setFocus()
        if isinstance(row.editor, AmountEditor):
            row.editor.number.selectAll()  # as by Tab: a figure is typed anew, not lengthened
        if row_uid and isinstance(row.editor, RowsEditor):
            row.editor.go_to(row_uid)
        return True

    def go_to_first(self) -> FieldRow | None:
        """Put the cursor into the first field that applies and can be filled; its row."""
        for field in self.section.fields:
            row = self._made.get(field.id) or self.rows[field.id]
            if row.isVisibleTo(self) and field.type is not FieldType.COMPUTED:
                row.editor.entrance().setFocus()
                return row
        return None

    def finish(self) -> None:
        """Take over what stands in open table cells, before this section is left."""
        for row in self._made.values():
            if isinstance(row.editor, RowsEditor):
                row.editor.finish()

    def _make(self, count: int) -> None:
        """Make the next rows: a screenful at once, the others in the turns of the event loop after it."""
        if not count:
            return
        fields, self._waiting = self._waiting[:count], self._waiting[count:]
        shown = self._applying()
        for field in fields:
            self._add_group(field.group)
            row = FieldRow(field, self._year, self._last_year(field))
            self._add(row)
            self._show_answer(row, shown)
            self._show_finding(row)
        self._show_groups(shown)
        if not self._waiting:
            self._later.stop()
            self.completed.emit()

    def _applying(self) -> set[str]:
        return {field.id for field in visible_fields(self.section, self._effective)}

    def _show_answer(self, row: FieldRow, shown: set[str]) -> None:
        field_id = row.field.id
        if not row.editor.has_focus():
            row.show_value(self._answers.get(field_id))
        row.editor.show_computed(self._effective.get(field_id))
        if row.isVisibleTo(self) is not (field_id in shown):
            row.setVisible(field_id in shown)

    def _show_finding(self, row: FieldRow) -> None:
        said = _shown(self._findings.get(row.field.id, ()), row)
        problem = row.editor.problem()
        if row.typing and row.editor.has_focus() and (said is None or said.rule == UNREADABLE):
            row.say("")
        elif problem:
            row.say(problem)
        elif said is not None:
            row.say(said.message, said.severity)
        else:
            row.say("")

    def _add_group(self, group: str) -> None:
        if group and group not in self._groups:
            label = self._groups[group] = Label(group, Role.H3)
            label.setContentsMargins(PANE_EDGE, 12 if self._made else 0, PANE_EDGE, 4)
            self._column.insertWidget(self._column.count() - 1, label)

    def _add(self, row: FieldRow) -> None:
        self._made[row.field.id] = row
        self._column.insertWidget(self._column.count() - 1, row)
        row.editor.edited.connect(lambda: self._edited(row))
        row.editor.left.connect(lambda: self._left(row))

    def _left(self, row: FieldRow) -> None:
        """A field that was only passed through is not saved: its answer stays exactly as it was given."""
        row.touched, row.typing = True, row.typing and row.editor.has_focus()
        changed = row.has_changed()
        row.note_value()
        self.left.emit(row.field.id if changed else "")

    def _edited(self, row: FieldRow) -> None:
        row.typing = True
        row.note_value()
        self.edited.emit(row.field.id)

    def _show_groups(self, shown: set[str]) -> None:
        used = {row.field.group for field_id, row in self._made.items() if field_id in shown}
        for group, label in self._groups.items():
            label.setVisible(group in used)


def _shown(findings: Sequence[Finding], row: FieldRow) -> Finding | None:
    seen = [one for one in findings if one.rule != REQUIRED or row.touched]
    return min(seen, key=lambda one: SEVERITY_ORDER[one.severity], default=None)
