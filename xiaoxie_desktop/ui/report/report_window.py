"""The report being written: steps, form, composed text and findings over one open draft."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from xiaoxie_desktop.core.arithmetic import effective_answers
from xiaoxie_desktop.core.composed import stored_pieces
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import Field, Section
from xiaoxie_desktop.core.value_text import PrintContext, value_text
from xiaoxie_desktop.ui.check_answers.check_page import CheckPage
from xiaoxie_desktop.ui.components.banner import Banner, Weight
from xiaoxie_desktop.ui.components.buttons import Kind
from xiaoxie_desktop.ui.components.dialogs import Choice, Question, ask
from xiaoxie_desktop.ui.components.toast import Toast
from xiaoxie_desktop.ui.fields.composition import commit_composition
from xiaoxie_desktop.ui.fields.section_form import SectionForm
from xiaoxie_desktop.ui.keys import KEYS
from xiaoxie_desktop.ui.report.autosave import Autosave, SaveState
from xiaoxie_desktop.ui.report.export_deed import ExportDeed
from xiaoxie_desktop.ui.report.finding_words import RENEW, ordered
from xiaoxie_desktop.ui.report.findings_panel import FindingsPanel
from xiaoxie_desktop.ui.report.section_page import SectionPage
from xiaoxie_desktop.ui.report.steps_pane import CHECK, StepsPane
from xiaoxie_desktop.ui.report.strip import Strip
from xiaoxie_desktop.ui.report.top_bar import TopBar
from xiaoxie_desktop.workflow.drafting import DraftSession

TEXT = "text"
"""The place of the composed text among those waiting to be saved; fields go by their ids."""


class ReportWindow(QWidget):
    """One draft. Everything typed is saved by itself; `left` is emitted to go back to the list."""

    left = Signal()

    def __init__(self, session: DraftSession, toast: Toast | None = None, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.autosave = Autosave(session.save, self)
        self.bar, self.steps = TopBar(session.kind.badge), StepsPane()
        self.page, self.strip = SectionPage(), Strip(session.kind)
        self.findings_panel = FindingsPanel(session.kind)
        self.check = CheckPage(session)
        self.deed = ExportDeed(session, toast, self)
        self.step = ""
        self._forms: dict[str, SectionForm] = {}
        self._failure: Banner | None = None
        self._current: Finding | None = None
        self._came_from_check = False
        self._pages, self._column = QStackedWidget(), QVBoxLayout()
        self._lay_out()
        self._connect()
        self._add_shortcuts()
        self.go_to(session.draft.step or next(session.kind.steps()).id)

    # What the window of the program asks

    def title(self) -> str:
        """The title of the report."""
        return self.session.draft.title or self.session.composed.title

    def leave(self) -> bool:
        """Finish what is being composed and save everything; whether it is all stored."""
        self._finish_typing()
        if not self.autosave.save():
            return False
        try:
            self.session.close()
        except StorageError:
            return False
        return True

    # Steps

    def go_to(self, step: str) -> None:
        """Go to a section or to 核对; what is being typed here is finished and saved first."""
        self._finish_typing()
        self.autosave.save()
        section = self.session.kind.step(step)
        self.step = section.id if section else CHECK
        self._pages.setCurrentWidget(self.page if section else self.check)
        if self.session.draft.step != self.step:
            self.autosave.now("step", lambda: self.session.go_to(self.step))
        else:
            self.refresh()

    def go_by(self, distance: int) -> None:
        """Go to the step this many after (or before) the current one; 核对 is the last."""
        order = [*(section.id for section in self.session.kind.steps()), CHECK]
        place = order.index(self.step) + distance
        if 0 <= place < len(order):
            self.go_to(order[place])
            self.enter_step()

    def enter_step(self) -> None:
        """Put the cursor where the step begins."""
        if self.step == CHECK:
            self.check.enter()
        elif self.step in self._forms and not self._is_omitted(self.step):
            self._forms[self.step].go_to_first()
        else:
            self.page.omitted.setFocus()

    def go_to_field(self, field_id: str, row: str = "") -> None:
        """Go to a field, in whatever section it is."""
        section = next((one for one, field in self.session.kind.fields() if field.id == field_id), None)
        if section is None:
            return
        if self.step != section.id:
            self.go_to(section.id)
        form = self._form(section)
        if form.go_to(field_id, row) and (area := self.page.form_area()) is not None:
            area.ensureWidgetVisible(form.rows[field_id], 0, 24)

    # Findings

    def go_to_finding(self, finding: Finding) -> None:
        """Go to the place of a finding."""
        self._current = finding
        if finding.field and self.session.kind.field(finding.field):
            self.go_to_field(finding.field, finding.row)
        elif finding.section:
            self.go_to(finding.section)
            self.page.composed.edit.setFocus()
        self._show_findings()

    def next_finding(self, step: int) -> None:
        """Go to the next finding (F8) or the one before, round the list."""
        found = ordered(self.session.findings)
        if not found:
            return
        at = found.index(self._current) + step if self._current in found else (0 if step > 0 else -1)
        self.go_to_finding(found[at % len(found)])

    def unfold_findings(self, unfolded: bool) -> None:
        """Open or close the list of findings."""
        self.findings_panel.setVisible(unfolded)
        self.strip.set_unfolded(unfolded)
        self._show_findings()
        if unfolded:
            self.findings_panel.enter()

    # Showing

    def refresh(self) -> None:
        """Show what follows from the draft as it is now; editors with the cursor in them are left alone."""
        session = self.session
        section = session.kind.step(self.step)
        if section is not None:
            self._refresh_section(section)
        else:
            self.check.refresh()
        self.steps.show_steps(session.steps, self.step, _errors(session.findings))
        self.bar.show_title(session.composed.title)
        self.bar.show_history(can_undo=session.can_undo, can_redo=session.can_redo)
        self.bar.show_deeds(section is not None)
        self.strip.setVisible(section is not None)
        self._show_findings()
        self._show_saved()

    def _refresh_section(self, section: Section) -> None:
        draft = self.session.draft
        form, omitted = self._form(section), self._is_omitted(section.id)
        form.show_answers(draft.answers, effective_answers(self.session.kind, draft))
        self.page.show_section(section, form, omitted=omitted)
        order = [one.id for one in self.session.kind.steps()]
        self.page.set_neighbours(before=section.id != order[0], after=True)
        composed = self.session.composed.section(section.id)
        self.page.composed.edit.show_section(composed)
        edited = any(paragraph.edited for paragraph in composed.paragraphs) if composed else False
        self.page.composed.restore.setEnabled(edited)

    def _show_findings(self) -> None:
        found = ordered(self.session.findings)
        if self._current not in found:
            self._current = None
        shown = self._current or next(iter(found), None)
        self.strip.show_findings(found, shown)
        if self.findings_panel.isVisibleTo(self):
            self.findings_panel.show_findings(found, len(self.session.ignored), shown)
            self._fit_findings()
        if self.step in self._forms:
            self._forms[self.step].show_findings(one for one in found if one.section == self.step)
            wrong = frozenset(one.field for one in found if one.severity is Severity.ERROR and one.field)
            self.page.composed.edit.show_wrong(wrong)

    def _fit_findings(self) -> None:
        most = max(120, (self.height() - self.bar.height() - self.strip.height()) // 2)
        self.findings_panel.setFixedHeight(min(most, self.findings_panel.wanted_height()))

    def _show_saved(self) -> None:
        self.bar.show_saved(self.autosave.state, self.session.saved_at, self.autosave.sentence)
        if self._failure is not None:
            self._column.removeWidget(self._failure)
            self._failure.deleteLater()
            self._failure = None
        if self.autosave.state is SaveState.FAILED:
            self._failure = Banner(f"没有保存：{self.autosave.sentence}", Weight.ERROR, "再存一次")
            self._failure.followed.connect(self.autosave.save)
            self._column.insertWidget(0, self._failure)

    # Edits

    def _typed(self, field_id: str) -> None:
        self.autosave.soon(field_id, lambda: self._answer(field_id))

    def _field_left(self, field_id: str) -> None:
        if field_id:
            self.autosave.now(field_id, lambda: self._answer(field_id))
        elif not self.autosave.save():
            return
        self._show_findings()

    def _answer(self, field_id: str) -> None:
        form = next(one for one in self._forms.values() if field_id in one.rows)
        self.session.answer(field_id, form.value(field_id))

    def _text_typed(self) -> None:
        self.autosave.soon(TEXT, self._save_text)

    def _save_text(self) -> None:
        edit = self.page.composed.edit
        for key, pieces in edit.unsaved().items():
            edit.mark_saved(key)
            self.session.edit_text((self.step, key), stored_pieces(pieces))

    def _restore_text(self) -> None:
        question = Question(
            title="恢复这一节的原文？",
            text="您在这一节改过的字会换回按填写项写成的文字。恢复以后还可以撤销。",
            choices=(Choice("keep", "不恢复(&N)"), Choice("restore", "恢复原文(&R)", Kind.PRIMARY)),
            safe="keep",
        )
        if ask(self, question) == "restore":
            self._change(lambda: self.session.restore_text(self.step))

    def _restore_paragraph(self, key: str) -> None:
        self._change(lambda: self.session.restore_paragraph((self.step, key)))

    def _mend_text(self, finding: Finding, deed: str) -> None:
        """Take into an edited paragraph what came since, or give it back to the facts."""
        key = (finding.section, finding.paragraph)
        if deed == RENEW:
            self._change(lambda: self.session.restore_paragraph(key))
            return
        section = self.session.composed.section(finding.section)
        paragraph = next((one for one in section.paragraphs if one.place == key), None) if section else None
        for clause in paragraph.came if paragraph else ():
            self._change(partial(self.session.insert_clause, key, clause.id))

    def _omit(self, section: str, omitted: bool) -> None:
        self._change(lambda: self.session.omit(section, omitted))

    def _put_aside(self, finding: Finding) -> None:
        self._change(lambda: self.session.ignore(finding))

    def _change(self, deed: Callable[[], object]) -> None:
        """Do something to the draft that is stored at once, and show what follows."""
        self._finish_typing()
        self.autosave.now("", lambda: _without_result(deed))

    def _undo(self, deed: Callable[[], str | None]) -> None:
        self._finish_typing()
        if not self.autosave.save():
            return
        changed: list[str] = []
        self.autosave.now("", lambda: changed.extend(filter(None, [deed()])))
        if changed and changed[0] != self.step:
            self.go_to(changed[0])
        if self.step in self._forms:
            self._forms[self.step].put_answers(self.session.draft.answers)
        self.refresh()

    def _finish_typing(self) -> None:
        commit_composition()
        if self.step in self._forms:
            self._forms[self.step].finish()

    # Parts

    def _form(self, section: Section) -> SectionForm:
        form = self._forms.get(section.id)
        if form is None:
            form = self._forms[section.id] = SectionForm(section, self.session.draft.year, self._last_year)
            form.edited.connect(self._typed)
            form.left.connect(self._field_left)
        return form

    def _last_year(self, field: Field) -> str:
        value = self.session.last_year(field.id)
        return value_text(value, field, "", PrintContext(self.session.draft.year - 1)) if value is not None else ""

    def _is_omitted(self, section: str) -> bool:
        return section in self.session.draft.omitted

    def _leave(self) -> None:
        if self.step != CHECK and self._came_from_check:
            self._came_from_check = False
            self.go_to(CHECK)
        else:
            self.left.emit()

    def _edit_from_check(self, section: str, field_id: str) -> None:
        self._came_from_check = True
        if field_id:
            self.go_to_field(field_id)
        else:
            self.go_to(section)
            self.enter_step()

    def _export(self) -> None:
        self._finish_typing()
        if self.autosave.save() and self.deed.export() == "fix":
            self.next_finding(1)
        self.refresh()

    def _print(self) -> None:
        self._finish_typing()
        self.autosave.save()
        self.deed.print()
        self.refresh()

    def _move_area(self, step: int) -> None:
        areas = [area for area in self._areas() if area.isVisible()]
        focused = self.focusWidget()
        here = next((n for n, one in enumerate(areas) if focused and (one is focused or one.isAncestorOf(focused))), -1)
        target = areas[(here + step) % len(areas)]
        if target is self.page.forms and self.step in self._forms:
            self._forms[self.step].go_to_first()
        else:
            _first_stop(target).setFocus(Qt.FocusReason.TabFocusReason)

    def _areas(self) -> list[QWidget]:
        if self.step == CHECK:
            return [self.bar, self.steps.check, self.check]
        return [self.bar, self.steps.list, self.page.forms, self.page.composed.edit, self.findings_panel, self.strip]

    def _connect(self) -> None:
        bar, page, edit = self.bar, self.page, self.page.composed.edit
        bar.back.connect(self.left)
        bar.undo_asked.connect(lambda: self._undo(self.session.undo))
        bar.redo_asked.connect(lambda: self._undo(self.session.redo))
        bar.print_asked.connect(self._print)
        bar.export_asked.connect(self._export)
        self.steps.chosen.connect(self._step_chosen)
        self.steps.omit_asked.connect(self._omit)
        page.previous_asked.connect(lambda: self.go_by(-1))
        page.next_asked.connect(lambda: self.go_by(1))
        page.omit_asked.connect(lambda omitted: self._omit(self.step, omitted))
        edit.edited.connect(self._text_typed)
        edit.left.connect(self.autosave.save)
        edit.figure_chosen.connect(self._go_to_figure)
        edit.paragraph_restored.connect(self._restore_paragraph)
        page.composed.restore_asked.connect(self._restore_text)
        self.strip.next_asked.connect(lambda: self.next_finding(1))
        self.strip.unfolded.connect(self.unfold_findings)
        self.strip.followed.connect(self._follow_strip)
        self.findings_panel.followed.connect(self.go_to_finding)
        self.findings_panel.put_aside.connect(self._put_aside)
        self.findings_panel.text_asked.connect(self._mend_text)
        self.findings_panel.folded.connect(lambda: self.unfold_findings(False))
        self.check.edit_asked.connect(self._edit_from_check)
        self.check.finding_followed.connect(self._follow_from_check)
        self.check.finding_put_aside.connect(self._put_aside)
        self.check.ticked.connect(lambda name, on: self._change(lambda: self.session.tick(name, on)))
        self.check.print_asked.connect(self._print)
        self.check.export_asked.connect(self._export)
        self.autosave.saved.connect(self.refresh)
        self.autosave.state_changed.connect(self._show_saved)

    def _step_chosen(self, step: str) -> None:
        self._came_from_check = False
        self.go_to(step)
        self.enter_step()

    def _follow_strip(self) -> None:
        shown = self._current or next(iter(ordered(self.session.findings)), None)
        if shown is not None:
            self.go_to_finding(shown)

    def _follow_from_check(self, finding: Finding) -> None:
        self._came_from_check = True
        self.go_to_finding(finding)

    def _go_to_figure(self, ref: TokenRef) -> None:
        self.go_to_field(ref.parent or ref.field, ref.row)

    def _add_shortcuts(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "leave": self._leave,
            "undo": lambda: self._undo(self.session.undo),
            "redo": lambda: self._undo(self.session.redo),
            "next_step": lambda: self.go_by(1),
            "previous_step": lambda: self.go_by(-1),
            "check": lambda: self._step_chosen(CHECK),
            "next_finding": lambda: self.next_finding(1),
            "previous_finding": lambda: self.next_finding(-1),
            "export": self._export,
            "print": self._print,
            "next_area": lambda: self._move_area(1),
            "previous_area": lambda: self._move_area(-1),
        }
        for number, section in zip(range(1, 10), self.session.kind.steps(), strict=False):
            deeds[f"step_{number}"] = partial(self._step_chosen, section.id)
        for name, deed in deeds.items():
            shortcut = QShortcut(QKeySequence(KEYS[name].keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(deed)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.page)
        self._pages.addWidget(self.check)
        self.findings_panel.hide()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self.findings_panel)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.steps)
        middle.addLayout(self._column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(middle, 1)
        whole.addWidget(self.strip)


def _errors(findings: tuple[Finding, ...]) -> int:
    return sum(finding.severity is Severity.ERROR for finding in findings)


def _without_result(deed: Callable[[], object]) -> None:
    deed()


def _first_stop(area: QWidget) -> QWidget:
    """The first widget in an area that Tab would reach."""
    if area.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return area
    inside = area.findChildren(QWidget)
    return next((one for one in inside if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus), area)
