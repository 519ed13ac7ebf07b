"""The form of one section, made from its fields alone: no form of a report is written longhand."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xiaoxie_desktop.core.answers import Answers, Value
from xiaoxie_desktop.core.arithmetic import visible_fields
from xiaoxie_desktop.core.findings import SEVERITY_ORDER, Finding
from xiaoxie_desktop.core.report import Field, FieldType, Section
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.fields.field_row import PANE_EDGE, FieldRow
from xiaoxie_desktop.ui.fields.rows_editor import RowsEditor

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

    def __init__(
        self, section: Section, year: int, last_year: Callable[[Field], str], *, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        """`last_year` says how last year's answer to a field reads, empty when there is none."""
        super().__init__(parent)
        self.section = section
        self.rows: dict[str, FieldRow] = {}
        self._groups: dict[str, Label] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 12)
        self._column.setSpacing(0)
        for field in section.fields:
            self._add_group(field.group)
            self._add(FieldRow(field, year, last_year(field)))
        self._column.addStretch(1)

    def value(self, field_id: str) -> Value | None:
        """What stands in the editor of a field now."""
        return self.rows[field_id].editor.value()

    def show_answers(self, answers: Answers, effective: Answers) -> None:
        """Bring the form up to date; an editor someone is typing in is never written into.

        `effective` are the answers that count: they decide what applies, and hold the computed figures.
        """
        shown = {field.id for field in visible_fields(self.section, effective)}
        for field_id, row in self.rows.items():
            if not row.editor.has_focus():
                row.show_value(answers.get(field_id))
            row.editor.show_computed(effective.get(field_id))
            if row.isVisibleTo(self) is not (field_id in shown):
                row.setVisible(field_id in shown)
        self._show_groups(shown)

    def put_answers(self, answers: Answers) -> None:
        """Show these answers everywhere, also where the cursor is: after 撤销 and 重做."""
        for field_id, row in self.rows.items():
            row.show_value(answers.get(field_id))

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Put each finding under its field; of several the worst is shown."""
        by_field: dict[str, list[Finding]] = {}
        for finding in findings:
            by_field.setdefault(finding.field, []).append(finding)
        for field_id, row in self.rows.items():
            said = _shown(by_field.get(field_id, ()), row)
            problem = row.editor.problem()
            if row.editor.has_focus() and (said is None or said.rule == UNREADABLE):
                row.say("")
            elif problem:
                row.say(problem)
            elif said is not None:
                row.say(said.message, said.severity)
            else:
                row.say("")

    def go_to(self, field_id: str, row_uid: str = "") -> bool:
        """Put the cursor into a field; whether it is here and applies."""
        row = self.rows.get(field_id)
        if row is None or not row.isVisibleTo(self):
            return False
        row.touched = True
        row.editor.entrance().setFocus()
        if row_uid and isinstance(row.editor, RowsEditor):
            row.editor.go_to(row_uid)
        return True

    def go_to_first(self) -> None:
        """Put the cursor into the first field that applies and can be filled."""
        for row in self.rows.values():
            if row.isVisibleTo(self) and row.field.type is not FieldType.COMPUTED:
                row.editor.entrance().setFocus()
                return

    def finish(self) -> None:
        """Take over what stands in open table cells, before this section is left."""
        for row in self.rows.values():
            if isinstance(row.editor, RowsEditor):
                row.editor.finish()

    def _add_group(self, group: str) -> None:
        if group and group not in self._groups:
            label = self._groups[group] = Label(group, Role.H3)
            label.setContentsMargins(PANE_EDGE, 12 if self.rows else 0, PANE_EDGE, 4)
            self._column.addWidget(label)

    def _add(self, row: FieldRow) -> None:
        self.rows[row.field.id] = row
        self._column.addWidget(row)
        row.editor.edited.connect(lambda: self._edited(row))
        row.editor.left.connect(lambda: self._left(row))

    def _left(self, row: FieldRow) -> None:
        """A field that was only passed through is not saved: its answer stays exactly as it was given."""
        row.touched = True
        changed = row.has_changed()
        row.note_value()
        self.left.emit(row.field.id if changed else "")

    def _edited(self, row: FieldRow) -> None:
        row.note_value()
        self.edited.emit(row.field.id)

    def _show_groups(self, shown: set[str]) -> None:
        used = {row.field.group for field_id, row in self.rows.items() if field_id in shown}
        for group, label in self._groups.items():
            label.setVisible(group in used)


def _shown(findings: Sequence[Finding], row: FieldRow) -> Finding | None:
    seen = [one for one in findings if one.rule != REQUIRED or row.touched]
    return min(seen, key=lambda one: SEVERITY_ORDER[one.severity], default=None)
