"""Writing one report: every edit is stored at once, and composed text, findings and steps follow from it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from xiaoxie_desktop.core.answers import Answers, Value
from xiaoxie_desktop.core.composed import ComposedReport
from xiaoxie_desktop.core.draft import Draft, EditedText, ParagraphKey, TextPiece
from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.findings import Finding
from xiaoxie_desktop.core.official_document import OfficialDocument
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.progress import StepProgress
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.storage.moments import now
from xiaoxie_desktop.storage.records import Change, ChangeKind, DraftRecord, RecordChanges, StoredDraft
from xiaoxie_desktop.storage.store import Store
from xiaoxie_desktop.workflow.counting import Counts, count
from xiaoxie_desktop.workflow.damage import damage_findings
from xiaoxie_desktop.workflow.draft_changes import (
    answered,
    answering,
    applied,
    fields_of,
    omitting,
    section_of,
    with_facts,
    writing_texts,
)
from xiaoxie_desktop.workflow.draft_view import DraftView, finding_key
from xiaoxie_desktop.workflow.stored_values import draft_of
from xiaoxie_desktop.workflow.text_edits import edited, with_clause
from xiaoxie_desktop.workflow.undoing import History


class DraftSession:
    """An open draft. One edit is one transaction; what could not be stored stays here and is tried again.

    Every method that changes something may raise ``StorageError``: the change then holds in memory,
    ``unsaved`` is true, and the next change or ``save`` stores it too. Not for use from several threads.
    """

    def __init__(
        self,
        store: Store,
        kind: ReportKind,
        stored: StoredDraft,
        organization: Organization,
        last_year: Callable[[], Answers],
    ) -> None:
        self.kind = kind
        self.damaged = stored.damaged
        """Answers and texts that were left out because the data file no longer holds them as written."""
        self.saved_at: datetime | None = stored.record.updated_at
        self._fields = fields_of(kind)
        self._store = store
        self._organization = organization
        self._draft = draft_of(stored, kind)
        self._ticks = frozenset(stored.record.ticks)
        self._ignored = stored.record.ignored
        self._stored_revision = stored.record.revision
        self._counted_revision = stored.record.counted_revision
        self._pending: list[Change] = []
        self._row_changed = False
        self._history: History | None = None
        self._view: DraftView | None = None
        self._find_last_year = last_year
        self._last_year: Answers | None = None

    # what it is

    @property
    def draft(self) -> Draft:
        """The draft as it stands."""
        return self._draft

    @property
    def organization(self) -> Organization:
        """The unit that writes it."""
        return self._organization

    def use_organization(self, organization: Organization) -> None:
        """Compose with a changed unit profile from now on."""
        self._organization = organization
        self._view = None

    def use_title(self, title: str) -> None:
        """Show the title the draft was given in the list."""
        self._draft = replace(self._draft, title=title)

    @property
    def composed(self) -> ComposedReport:
        """The text as facts and writer have it now."""
        return self._seen().composed

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be looked at, without what was put aside; first what the data file lost."""
        return (*damage_findings(self.kind, self._draft, self.damaged), *self._seen().findings)

    @property
    def steps(self) -> tuple[StepProgress, ...]:
        """How far each step is."""
        return self._seen().steps

    @property
    def document(self) -> OfficialDocument:
        """The official document."""
        return self._seen().document

    def _seen(self) -> DraftView:
        if self._view is None:
            self._view = DraftView(self.kind, self._draft, self._organization, self._ignored)
        return self._view

    def last_year(self, field_id: str) -> Value | None:
        """What last year's report said here, to stand beside the field."""
        if self._last_year is None:
            self._last_year = self._find_last_year()
        return self._last_year.get(field_id)

    # what changes it

    def answer(self, field_id: str, value: Value | None) -> None:
        """Give a field this value; None is a field not filled. Rows are given as a whole.

        Raises:
            ValueError: for a field the kind does not have, or a computed one.
        """
        change = answering(self._fields, self._draft, field_id, value)
        self._change(change, answered(self._draft, field_id, value))

    def edit_text(self, key: ParagraphKey, pieces: tuple[TextPiece, ...]) -> None:
        """Give a paragraph these words and figures; those the facts make anyway are no edit."""
        text = edited(self._seen().paragraph(key), self._draft.texts.get(key), pieces)
        self._write_text(key, text)

    def insert_clause(self, key: ParagraphKey, clause: str) -> None:
        """Put a clause that came after the words were changed at their end (插入)."""
        composed, before = self._seen().paragraph(key), self._draft.texts.get(key)
        came = next((one for one in composed.came if one.id == clause), None) if composed else None
        if before and came:
            self._write_text(key, with_clause(before, came))

    def keep_text(self, key: ParagraphKey) -> None:
        """Keep the changed words as they are and forget which clauses came or went since."""
        composed, before = self._seen().paragraph(key), self._draft.texts.get(key)
        if before and composed:
            self._write_text(key, EditedText(before.pieces, composed.clauses))

    def restore_paragraph(self, key: ParagraphKey) -> None:
        """Give a paragraph back to the facts (照新写)."""
        self._write_text(key, None)

    def _write_text(self, key: ParagraphKey, text: EditedText | None) -> None:
        section, paragraph = key
        self._change(writing_texts(self._draft, section, {paragraph: text}))

    def restore_text(self, section: str) -> None:
        """Give every paragraph of a section back to the facts."""
        paragraphs = [paragraph for one, paragraph in self._draft.texts if one == section]
        self._change(writing_texts(self._draft, section, dict.fromkeys(paragraphs)))

    def omit(self, section: str, omitted: bool) -> None:
        """Leave an optional section out (不写), or take it in again; its answers stay.

        Raises:
            ValueError: for a section that must be written.
        """
        step = self.kind.step(section)
        if step is None or not step.optional:
            raise ValueError(f"{section} is no optional section")
        self._change(omitting(self._draft, section, omitted))

    def mark(self, state: DraftState) -> None:
        """Note that the report was exported, printed or sent as it is now."""
        before = self._draft.state
        self._draft = replace(self._draft, state=state, changed_since=False)
        self._pending.append(Change(ChangeKind.STATE, "", before.value, state.value))
        self.save()

    def go_to(self, step: str) -> None:
        """Remember the step, to which reopening returns; the list's counts are brought up to date as well."""
        self._row_changed = self._row_changed or step != self._draft.step
        self._draft = replace(self._draft, step=step)
        self.settle()

    def tick(self, name: str, on: bool) -> None:
        """Set or clear a tick made by hand on 核对; an edited answer clears them all."""
        self._ticks = self._ticks | {name} if on else self._ticks - {name}
        self._row_changed = True
        self.save()

    @property
    def ticks(self) -> frozenset[str]:
        """The ticks that are set."""
        return self._ticks

    @property
    def ignored(self) -> tuple[str, ...]:
        """Keys of the findings put aside."""
        return self._ignored

    def ignore(self, finding: Finding, ignored: bool = True) -> None:
        """Put a finding aside as no problem (不是问题), or bring it back."""
        key = finding_key(finding)
        others = tuple(one for one in self._ignored if one != key)
        self._ignored = (*others, key) if ignored else others
        self._view = None
        self._row_changed = True
        self.save()

    # undo and redo

    def _log(self) -> History:
        if self._history is None:
            self._history = History(self._store.events(self._draft.uid))
        return self._history

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to take back, in this window or before it was last closed."""
        return self._log().can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an edit to bring back."""
        return self._log().can_redo

    def undo(self) -> str | None:
        """Take back the last edit; the section in which it can be seen, None when there is none."""
        self.save()
        return self._again(self._log().undoing())

    def redo(self) -> str | None:
        """Bring back the edit last taken back; the section in which it can be seen, None when there is none."""
        self.save()
        return self._again(self._log().redoing())

    def _again(self, change: Change | None) -> str | None:
        if change is None:
            return None
        self._change(with_facts(self._fields, self._draft, change))
        return section_of(self.kind, change)

    # storing

    @property
    def unsaved(self) -> bool:
        """Whether something is not stored yet because the last save failed."""
        return bool(self._pending) or self._row_changed

    def _change(self, change: Change | None, changed: Draft | None = None) -> None:
        if change is not None:
            self._draft = changed or applied(self._fields, self._draft, change)
            self._view = None
            if change.kind is ChangeKind.ANSWER:
                self._ticks = frozenset()
            self._pending.append(change)
        self.save()

    def save(self) -> None:
        """Store what a failed save left behind; nothing to do when there is none."""
        if self.unsaved:
            self._write(self._counts_at_hand())

    def settle(self) -> None:
        """Bring title, counts and search text of the list up to date: on a step, on leaving the report."""
        if self.unsaved or self._counted_revision != self._draft.revision:
            self._write(self._counted())

    def close(self) -> None:
        """Leave the report: nothing stays behind, or ``StorageError`` says so."""
        self.settle()

    def abandon(self) -> None:
        """Leave the report without what could not be stored; the session is of no use after that."""
        self._pending.clear()
        self._row_changed = False
        self._counted_revision = self._draft.revision

    def _counted(self) -> Counts:
        return count(self._draft, self._seen())

    def _counts_at_hand(self) -> Counts | None:
        return self._counted() if self._view and self._view.is_checked else None

    def _write(self, counts: Counts | None) -> None:
        # the log as it was before these events
        history, at = self._log() if self._pending else None, now()
        numbers = self._store.save(
            self._draft.uid,
            self._pending,
            lambda record: self._row(record, counts),
            revision=self._stored_revision,
            text=counts.text if counts else None,
            at=at,
        )
        for number, change in zip(numbers, self._pending, strict=True):
            if history:
                history.add(number, change)
        self._pending.clear()
        self._row_changed = False
        self._stored_revision = self._draft.revision
        self._counted_revision = counts.revision if counts else self._counted_revision
        self.saved_at = at

    def _row(self, record: DraftRecord, counts: Counts | None) -> RecordChanges:
        draft = self._draft
        row: RecordChanges = {
            "omitted": draft.omitted,
            "ticks": tuple(sorted(self._ticks)),
            "ignored": self._ignored,
            "step": draft.step,
            "state": draft.state,
            "changed_since": draft.changed_since,
            "revision": draft.revision,
        }
        return row | counts.changing(record) if counts else row
