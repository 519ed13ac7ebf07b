"""What the window does to the draft: answers, words, sections left out, findings put aside, undo and redo."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from xiaoxie_desktop.core.composed import stored_pieces
from xiaoxie_desktop.core.findings import Finding
from xiaoxie_desktop.ui.components.buttons import Kind
from xiaoxie_desktop.ui.components.dialogs import Choice, Question, ask
from xiaoxie_desktop.ui.composed_text.composed_edit import ComposedEdit
from xiaoxie_desktop.ui.fields.section_form import SectionForm
from xiaoxie_desktop.ui.report.autosave import Autosave
from xiaoxie_desktop.ui.report.finding_words import RENEW
from xiaoxie_desktop.workflow.drafting import DraftSession

TEXT = "composed text"
"""The place of the composed text among those waiting to be saved; fields go by their ids."""

RESTORE = Question(
    title="恢复这一节的原文？",
    text="您在这一节改过的字会换回按填写项写成的文字。恢复以后还可以撤销。",
    choices=(Choice("keep", "不恢复(&N)"), Choice("restore", "恢复原文(&R)", Kind.PRIMARY)),
    safe="keep",
)


class DraftEdits(QObject):
    """Every change goes through the autosave, which says whether it was stored and tries again."""

    def __init__(self, session: DraftSession, autosave: Autosave, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._autosave, self._window = session, autosave, window

    def answer_soon(self, form: SectionForm, field_id: str) -> None:
        """Store what stands in a field shortly: someone is typing."""
        self._autosave.soon(field_id, partial(self._answer, form, field_id))

    def answer_now(self, form: SectionForm, field_id: str) -> None:
        """Store what stands in a field; with no field, what still waits."""
        if field_id:
            self._autosave.now(field_id, partial(self._answer, form, field_id))
        else:
            self._autosave.save()

    def text_soon(self, edit: ComposedEdit, section: str) -> None:
        """Store the words of a section shortly."""
        self._autosave.soon(TEXT, partial(self._save_text, edit, section))

    def restore_text(self, section: str) -> None:
        """Give the text of a section back to the facts, if that is really wanted."""
        if ask(self._window, RESTORE) == "restore":
            self.do(lambda: self._session.restore_text(section))

    def restore_paragraph(self, section: str, key: str) -> None:
        """Give one paragraph back to the facts."""
        self.do(lambda: self._session.restore_paragraph((section, key)))

    def mend_text(self, finding: Finding, deed: str) -> None:
        """Take into an edited paragraph what came since, or give it back to the facts."""
        key = (finding.section, finding.paragraph)
        if deed == RENEW:
            self.do(lambda: self._session.restore_paragraph(key))
            return
        section = self._session.composed.section(finding.section)
        paragraph = next((one for one in section.paragraphs if one.place == key), None) if section else None
        for clause in paragraph.came if paragraph else ():
            self.do(partial(self._session.insert_clause, key, clause.id))

    def omit(self, section: str, omitted: bool) -> None:
        """Leave an optional section out, or take it in again."""
        self.do(lambda: self._session.omit(section, omitted))

    def put_aside(self, finding: Finding) -> None:
        """Take a finding for no problem."""
        self.do(lambda: self._session.ignore(finding))

    def tick(self, name: str, on: bool) -> None:
        """Set or clear a tick made by hand."""
        self.do(lambda: self._session.tick(name, on))

    def undo(self) -> str:
        """Take back the last edit; the section it was in, empty when there was none."""
        return self._through_history(self._session.undo)

    def redo(self) -> str:
        """Bring back the edit last taken back; the section it was in, empty when there was none."""
        return self._through_history(self._session.redo)

    def do(self, deed: Callable[[], None]) -> bool:
        """Do something to the draft now; whether everything is stored."""
        return self._autosave.now("", deed)

    def _through_history(self, move: Callable[[], str | None]) -> str:
        changed: list[str] = []
        if self._autosave.save():
            self.do(lambda: changed.append(move() or ""))
        return changed[0] if changed else ""

    def _answer(self, form: SectionForm, field_id: str) -> None:
        self._session.answer(field_id, form.value(field_id))

    def _save_text(self, edit: ComposedEdit, section: str) -> None:
        for key, pieces in edit.unsaved().items():
            edit.mark_saved(key)
            self._session.edit_text((section, key), stored_pieces(pieces))
