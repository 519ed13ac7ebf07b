"""The report being written: steps, form, composed text and findings over one open draft."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from xiaoxie_desktop.core.arithmetic import effective_answers
from xiaoxie_desktop.core.composed import stored_pieces
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import Field, Section
from xiaoxie_desktop.core.value_text import PrintContext
from xiaoxie_desktop.ui.check_answers.answer_words import answer_words
from xiaoxie_desktop.ui.check_answers.check_page import CheckPage
from xiaoxie_desktop.ui.components.banner import Banner, Weight
from xiaoxie_desktop.ui.components.toast import Toast
from xiaoxie_desktop.ui.fields.composition import commit_composition
from xiaoxie_desktop.ui.fields.section_form import SectionForm
from xiaoxie_desktop.ui.keys import KEYS
from xiaoxie_desktop.ui.preview.folding import Room, Stand
from xiaoxie_desktop.ui.preview.live_preview import LivePreview
from xiaoxie_desktop.ui.preview.machine_fonts import typefaces
from xiaoxie_desktop.ui.preview.preview_memory import PreviewMemory
from xiaoxie_desktop.ui.preview.preview_pane import PreviewPane
from xiaoxie_desktop.ui.report.areas import enter, next_area
from xiaoxie_desktop.ui.report.autosave import Autosave, SaveState
from xiaoxie_desktop.ui.report.draft_edits import DraftEdits
from xiaoxie_desktop.ui.report.export_deed import FIX, PDF, WORD, ExportDeed, FileKind
from xiaoxie_desktop.ui.report.finding_words import count, ordered
from xiaoxie_desktop.ui.report.findings_panel import FindingsPanel
from xiaoxie_desktop.ui.report.preview_place import PreviewPlace
from xiaoxie_desktop.ui.report.section_page import SectionPage
from xiaoxie_desktop.ui.report.steps_pane import CHECK, StepsPane
from xiaoxie_desktop.ui.report.strip import Strip
from xiaoxie_desktop.ui.report.top_bar import TopBar
from xiaoxie_desktop.ui.style.theme import TextSize, appearance
from xiaoxie_desktop.workflow.drafting import DraftSession

FINDINGS_LEAST = 120
_NUMBER_KEYS = 9


class ReportWindow(QWidget):
    """One draft. Everything typed is saved by itself; `left` is emitted to go back to the list."""

    left = Signal()

    def __init__(
        self,
        session: DraftSession,
        toast: Toast | None = None,
        memory: PreviewMemory | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.autosave = Autosave(session.save, self)
        self.edits = DraftEdits(session, self.autosave, self)
        self.bar, self.steps = TopBar(session.kind.badge), StepsPane()
        self.page, self.strip = SectionPage(), Strip(session.kind)
        self.findings_panel = FindingsPanel(session.kind)
        self.check = CheckPage(session)
        self.deed = ExportDeed(session, toast, self)
        self.preview = PreviewPane(typefaces(), typefaces(embeddable=True))
        self.preview_place = PreviewPlace(self.preview, memory or PreviewMemory(), self)
        self.live = LivePreview(session, self.preview, self)
        self.step = ""
        self.finding: Finding | None = None
        """The finding one was last led to; the strip goes on from it."""
        self.failure: Banner | None = None
        """The banner that stands above everything while something is not stored."""
        self._forms: dict[str, SectionForm] = {}
        self._came_from_check = self._unfolded = False
        self._edited_answer = ("", "")
        self._pages, self._column, self._middle = QStackedWidget(), QVBoxLayout(), QHBoxLayout()
        self._lay_out()
        self._connect_edits()
        self._connect_ways()
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

    def abandon(self) -> None:
        """Give up what could not be stored: nothing tries to store it later."""
        self.session.abandon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shown to someone: the cursor stands where the step begins."""
        super().focusInEvent(event)
        self.enter_step()

    # Going about

    def form(self, section_id: str) -> SectionForm:
        """The form of a section, built when it is first asked for."""
        form = self._forms.get(section_id)
        section = self.session.kind.step(section_id)
        if form is None and section is not None:
            form = self._forms[section_id] = SectionForm(section, self.session.draft.year, self._last_year)
            form.edited.connect(partial(self.edits.answer_soon, form))
            form.edited.connect(partial(self._show_typed, form))
            form.left.connect(partial(self._field_left, form))
        if form is None:
            raise ValueError(f"no section {section_id}")
        return form

    def go_to(self, step: str) -> None:
        """Go to a section or to 核对; what is being typed here is finished and saved first."""
        self._finish_typing()
        self.autosave.save()
        section = self.session.kind.step(step)
        self.step = section.id if section else CHECK
        self._pages.setCurrentWidget(self.page if section else self.check)
        self._place_preview()
        if self.session.draft.step != self.step:
            self.edits.do(lambda: self.session.go_to(self.step))
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
        elif self._is_omitted(self.step):
            enter(self.page.omitted)
        else:
            self._enter_form()

    def go_to_field(self, field_id: str, row: str = "") -> None:
        """Go to a field, in whatever section it is."""
        section = next((one for one, field in self.session.kind.fields() if field.id == field_id), None)
        if section is None:
            return
        if self.step != section.id:
            self.go_to(section.id)
        form = self.form(section.id)
        if form.go_to(field_id, row):
            self.page.show_row(form.rows[field_id])

    def go_to_finding(self, finding: Finding) -> None:
        """Go to the place of a finding."""
        self.finding = finding
        if finding.field and self.session.kind.field(finding.field):
            self.go_to_field(finding.field, finding.row)
        elif finding.section:
            self.go_to(finding.section)
            self.page.composed.edit.go_to_paragraph(finding.paragraph)
        self._show_findings()

    def next_finding(self, step: int) -> None:
        """Go to the next finding (F8) or the one before, round the list."""
        found = ordered(self.session.findings)
        if found:
            start = 0 if step > 0 else -1
            at = found.index(self.finding) + step if self.finding in found else start
            self.go_to_finding(found[at % len(found)])

    def unfold_findings(self, unfolded: bool) -> None:
        """Open or close the list of findings."""
        self._unfolded = unfolded
        self.findings_panel.setVisible(unfolded and self.step != CHECK)
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
            self._show_section(section)
        else:
            self.check.refresh()
        self.steps.show_steps(session.steps, self.step, count(session.findings, Severity.ERROR))
        self.bar.show_title(session.composed.title)
        self.bar.show_history(can_undo=session.can_undo, can_redo=session.can_redo)
        self.bar.show_deeds(section is not None)
        self.strip.setVisible(section is not None)
        self.findings_panel.setVisible(section is not None and self._unfolded)
        self._show_findings()
        self._show_saved()
        self.live.show_stored(self.step)

    def _show_section(self, section: Section) -> None:
        draft, composed = self.session.draft, self.session.composed.section(section.id)
        form = self.form(section.id)
        form.show_answers(draft.answers, effective_answers(self.session.kind, draft))
        prints = section.id != self.session.kind.document_section
        self.page.show_section(section, form, omitted=self._is_omitted(section.id), prints=prints)
        self.page.set_neighbours(before=section.id != next(self.session.kind.steps()).id, after=True)
        self.page.composed.show_section(composed)

    def _show_findings(self) -> None:
        found = ordered(self.session.findings)
        if self.finding not in found:
            self.finding = None
        shown = self.finding or next(iter(found), None)
        self.strip.show_findings(found, shown)
        if self.findings_panel.isVisibleTo(self):
            self.findings_panel.show_findings(found, len(self.session.ignored), shown)
            room = (self.height() - self.bar.height() - self.strip.height()) // 2
            self.findings_panel.setFixedHeight(
                min(max(FINDINGS_LEAST, room), self.findings_panel.wanted_height())
            )
        if self.step != CHECK:
            self.form(self.step).show_findings(one for one in found if one.section == self.step)
            wrong = frozenset(one.field for one in found if one.severity is Severity.ERROR and one.field)
            self.page.composed.edit.show_wrong(wrong)

    def _show_saved(self) -> None:
        self.bar.show_saved(self.autosave.state, self.session.saved_at, self.autosave.sentence)
        if self.failure is not None:
            self._column.removeWidget(self.failure)
            self.failure.deleteLater()
            self.failure = None
        if self.autosave.state is SaveState.FAILED:
            self.failure = Banner(f"没有保存：{self.autosave.sentence}", Weight.ERROR, "再存一次")
            self.failure.followed.connect(self.autosave.save)
            self._column.insertWidget(0, self.failure)

    # Deeds

    def _field_left(self, form: SectionForm, field_id: str) -> None:
        self.live.leave_field()
        self.edits.answer_now(form, field_id)
        self._show_findings()

    def _after_typing(self, deed: Callable[[], object]) -> None:
        """Finish what is being typed, then do something else to the draft."""
        self._finish_typing()
        self.autosave.save()
        deed()

    def _omit_here(self, omitted: bool) -> None:
        self.edits.omit(self.step, omitted)
        self.enter_step()

    def _through_history(self, move: Callable[[], str]) -> None:
        self._finish_typing()
        section = move()
        if section and section != self.step:
            self.go_to(section)
        if self.step != CHECK:
            self.form(self.step).put_answers(self.session.draft.answers)
        self.refresh()

    def _export(self, kind: FileKind = WORD) -> None:
        self._finish_typing()
        if self.autosave.save() and self.deed.export(kind) == FIX:
            self.next_finding(1)
        self.refresh()

    def _print(self) -> None:
        self._after_typing(self.deed.print)
        self.refresh()

    def _leave_by_key(self) -> None:
        if self.step != CHECK and self._came_from_check:
            self._came_from_check = False
            self.go_to(CHECK)
            self.check.answers.return_to(*self._edited_answer)
        else:
            self.left.emit()

    def _step_chosen(self, step: str) -> None:
        self._came_from_check = False
        self.go_to(step)
        self.enter_step()

    def _edit_from_check(self, section: str, field_id: str) -> None:
        self._came_from_check = True
        self._edited_answer = (section, field_id)
        if field_id:
            self.go_to_field(field_id)
        else:
            self.go_to(section)
            self.enter_step()

    def _follow_from_check(self, finding: Finding) -> None:
        self._came_from_check = True
        self._edited_answer = (finding.section, finding.field)
        self.go_to_finding(finding)

    def _follow_strip(self) -> None:
        shown = self.finding or next(iter(ordered(self.session.findings)), None)
        if shown is not None:
            self.go_to_finding(shown)

    def _go_to_figure(self, ref: TokenRef) -> None:
        self.go_to_field(ref.parent or ref.field, ref.row)

    def _show_typed(self, form: SectionForm, field_id: str) -> None:
        self.live.type_field(field_id, lambda: form.value(field_id))

    def _show_words(self) -> None:
        edit, section = self.page.composed.edit, self.step
        self.live.type_words(
            lambda: {(section, key): stored_pieces(pieces) for key, pieces in edit.unsaved().items()}
        )

    def _follow_field(self, field_id: str, row: str) -> None:
        self.preview_place.fold_if_over_form()
        self.go_to_field(field_id, row)

    def _follow_paragraph(self, section: str, paragraph: str) -> None:
        self.preview_place.fold_if_over_form()
        self.go_to(section)
        if paragraph and self.page.composed.isVisible():
            self.page.composed.edit.go_to_paragraph(paragraph)
        else:
            self.enter_step()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the preview its place."""
        super().resizeEvent(event)
        self._place_preview()

    def _place_preview(self) -> None:
        """Beside the form where there is room, else folded or in place of something."""
        large = appearance.theme.text_size is TextSize.LARGE
        room = Room(self.width(), self.width() - self.steps.width(), large)
        checking = self.step == CHECK
        strip = 0 if checking else self.strip.height()
        self.preview_place.fit(room, self.height() - self.bar.height() - strip, checking=checking)
        where = self.preview_place.stand
        self._pages.setVisible(where is not Stand.FOR_FORM)
        self.page.give_room_to_composed(room=where is not Stand.FOR_COMPOSED, beside=where is Stand.FOLDED)
        self.bar.preview.setChecked(where is not Stand.FOLDED)
        self._middle.setStretchFactor(self._column, max(1, room.beside_steps - self.preview_place.width))
        self._middle.setStretchFactor(self.preview, self.preview_place.width)

    def _move_area(self, step: int) -> None:
        areas: list[QWidget] = [self.bar, self.steps.check, self.check]
        if self.step != CHECK:
            page = self.page
            areas = [
                self.bar,
                self.steps.list,
                page.forms,
                page.composed.edit,
                self.findings_panel,
                self.strip,
                self.preview.canvas,
            ]
        target = next_area(areas, self.focusWidget(), step)
        if target is self.page.forms:
            self._enter_form()
        else:
            enter(target)

    def _enter_form(self) -> None:
        row = self.form(self.step).go_to_first()
        if row is not None:
            self.page.show_row(row)

    def _finish_typing(self) -> None:
        commit_composition()
        if self.step in self._forms:
            self._forms[self.step].finish()

    def _last_year(self, field: Field) -> str:
        return answer_words(
            self.session.last_year(field.id), field, PrintContext(self.session.draft.year - 1)
        )

    def _is_omitted(self, section: str) -> bool:
        return section in self.session.draft.omitted

    # Parts

    def _connect_edits(self) -> None:
        edits, edit, check = self.edits, self.page.composed.edit, self.check
        edit.edited.connect(lambda: edits.text_soon(edit, self.step))
        edit.edited.connect(self._show_words)
        edit.left.connect(self.autosave.save)
        edit.paragraph_restored.connect(
            lambda key: self._after_typing(lambda: edits.restore_paragraph(self.step, key))
        )
        self.page.composed.restore_asked.connect(
            lambda: self._after_typing(lambda: edits.restore_text(self.step))
        )
        self.page.omit_asked.connect(lambda omitted: self._after_typing(lambda: self._omit_here(omitted)))
        self.steps.omit_asked.connect(
            lambda section, omitted: self._after_typing(lambda: edits.omit(section, omitted))
        )
        self.findings_panel.put_aside.connect(edits.put_aside)
        self.findings_panel.text_asked.connect(edits.mend_text)
        check.finding_put_aside.connect(edits.put_aside)
        check.ticked.connect(edits.tick)
        self.autosave.saved.connect(self.refresh)
        self.autosave.state_changed.connect(self._show_saved)

    def _connect_ways(self) -> None:
        bar, page, strip, panel, check = self.bar, self.page, self.strip, self.findings_panel, self.check
        bar.back.connect(self.left)
        bar.undo_asked.connect(lambda: self._through_history(self.edits.undo))
        bar.redo_asked.connect(lambda: self._through_history(self.edits.redo))
        for part in (bar, check):
            part.print_asked.connect(self._print)
            part.export_asked.connect(self._export)
        self.steps.chosen.connect(self._step_chosen)
        page.previous_asked.connect(lambda: self.go_by(-1))
        page.next_asked.connect(lambda: self.go_by(1))
        page.composed.edit.figure_chosen.connect(self._go_to_figure)
        strip.next_asked.connect(lambda: self.next_finding(1))
        strip.unfolded.connect(self.unfold_findings)
        strip.followed.connect(self._follow_strip)
        panel.followed.connect(self.go_to_finding)
        panel.folded.connect(lambda: self.unfold_findings(False))
        bar.preview_asked.connect(self.preview_place.toggle)
        self.preview_place.changed.connect(self._place_preview)
        self.preview.room_changed.connect(self._place_preview)
        self.preview.field_chosen.connect(self._follow_field)
        self.preview.paragraph_chosen.connect(self._follow_paragraph)
        appearance.changed.connect(self._place_preview)
        check.pdf_asked.connect(lambda: self._export(PDF))
        check.edit_asked.connect(self._edit_from_check)
        check.finding_followed.connect(self._follow_from_check)

    def _add_shortcuts(self) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "leave": self._leave_by_key,
            "undo": lambda: self._through_history(self.edits.undo),
            "redo": lambda: self._through_history(self.edits.redo),
            "next_step": lambda: self.go_by(1),
            "previous_step": lambda: self.go_by(-1),
            "check": lambda: self._step_chosen(CHECK),
            "next_finding": lambda: self.next_finding(1),
            "previous_finding": lambda: self.next_finding(-1),
            "export": self._export,
            "print": self._print,
            "preview": self.preview_place.toggle,
            "zoom_in": lambda: self.preview.zoom_by(1),
            "zoom_out": lambda: self.preview.zoom_by(-1),
            "next_area": lambda: self._move_area(1),
            "previous_area": lambda: self._move_area(-1),
        }
        for number, section in zip(range(1, _NUMBER_KEYS + 1), self.session.kind.steps(), strict=False):
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
        middle = self._middle
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.steps)
        middle.addLayout(self._column, 1)
        middle.addWidget(self.preview)
        middle.addWidget(self.preview_place.tab)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addLayout(middle, 1)
        whole.addWidget(self.strip)
