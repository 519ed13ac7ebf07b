"""Drafts made, copied, taken in and opened: the part of the workspace that needs report kinds and sentences."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from types import MappingProxyType

from xiaoxie_desktop.core.answers import Answers
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.storage.records import DraftRecord, KnownFact, StoredDraft
from xiaoxie_desktop.storage.store import Store
from xiaoxie_desktop.workflow.counting import count
from xiaoxie_desktop.workflow.draft_view import DraftView
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.kinds import load_kind
from xiaoxie_desktop.workflow.known_facts import answers_from, facts_of_answers
from xiaoxie_desktop.workflow.starting import carried_over, first_answers, first_omitted, new_draft
from xiaoxie_desktop.workflow.stored_values import answers_of, draft_of, record_of, stored_of


class DraftShelf:
    """Makes and opens the drafts of one organization in one data file."""

    def __init__(self, store: Store, organization: Organization) -> None:
        self._store = store
        self._organization = organization

    def create(self, report: str, year: int) -> str:
        """Start a report on this year with what is known already; its uid."""
        kind = load_kind(report)
        answers = {**first_answers(kind, self._organization, year), **self._known(kind, year)}
        draft = new_draft(kind, self._organization, year, answers)
        last = self._draft_of_year(report, year - 1)
        before = self._with_kind(last) if last else (None, None)
        draft = replace(draft, omitted=first_omitted(kind, *before))
        return self._store_new(kind, draft, facts=self._unknown_facts(kind, draft))

    def take_in(self, draft: Draft) -> str:
        """Take in a draft read from outside; its new uid."""
        kind = load_kind(draft.report, draft.version)
        fresh = new_draft(kind, self._organization, draft.year, draft.answers)
        fresh = replace(fresh, texts=draft.texts, omitted=draft.omitted)
        facts = facts_of_answers(kind, fresh.answers, organization=fresh.organization, year=fresh.year)
        return self._store_new(kind, fresh, facts=facts)

    def copy(self, uid: str, *, year: int | None = None) -> str:
        """Copy a draft as it is, or (with ``year``) start that year's report from it; the new uid.

        Started from an old one, a report keeps structure, omitted sections and standing answers; facts known
        of its year come in; the rest is blank, and the old values stand beside the fields.
        """
        source = self._store.read_draft(uid)
        return self._copy(source) if year is None else self._start_from(source, year)

    def _copy(self, source: StoredDraft) -> str:
        old, kind = self._with_kind(source)
        draft = new_draft(kind, self._organization, old.year, old.answers)
        draft = replace(
            draft, texts=old.texts, omitted=old.omitted, step=old.step, copied_from=old.copied_from
        )
        return self._store_new(kind, draft, title=f"{old.title}（副本）")

    def _start_from(self, source: StoredDraft, year: int) -> str:
        kind = load_kind(source.record.report)
        kept = carried_over(kind, answers_of(source.answers, kind, year=source.record.year))
        answers = {**first_answers(kind, self._organization, year), **kept, **self._known(kind, year)}
        draft = new_draft(kind, self._organization, year, answers)
        omitted = first_omitted(kind, *self._with_kind(source))
        draft = replace(draft, omitted=omitted, copied_from=source.record.uid)
        return self._store_new(kind, draft, facts=self._unknown_facts(kind, draft))

    @staticmethod
    def _with_kind(stored: StoredDraft) -> tuple[Draft, ReportKind]:
        kind = load_kind(stored.record.report, stored.record.version)
        return draft_of(stored, kind), kind

    def _known(self, kind: ReportKind, year: int) -> Answers:
        own = self._organization.uid
        return answers_from(kind, self._store.facts(own, year), organization=own, year=year)

    def _unknown_facts(self, kind: ReportKind, draft: Draft) -> tuple[KnownFact, ...]:
        """What the draft starts with and the fact base does not say yet; what it says stays as it is."""
        known = self._store.facts(draft.organization, draft.year)
        facts = facts_of_answers(kind, draft.answers, organization=draft.organization, year=draft.year)
        return tuple(fact for fact in facts if fact.key not in known)

    def _store_new(
        self, kind: ReportKind, draft: Draft, *, facts: tuple[KnownFact, ...] = (), title: str = ""
    ) -> str:
        counts = count(draft, DraftView(kind, draft, self._organization))
        record = record_of(draft, title=title)
        stored = stored_of(draft, replace(record, **counts.changing(record)))
        self._store.create_draft(stored, facts=facts, text=counts.text)
        return draft.uid

    def open(self, uid: str) -> DraftSession:
        """Open a draft for writing, with the version of its kind it was made with."""
        stored = self._store.read_draft(uid)
        kind = load_kind(stored.record.report, stored.record.version)
        return DraftSession(
            self._store, kind, stored, self._organization, self._last_year_of(stored.record, kind)
        )

    def _last_year_of(self, record: DraftRecord, kind: ReportKind) -> Callable[[], Answers]:
        def read() -> Answers:
            last = self._draft_copied(record) or self._draft_of_year(record.report, record.year - 1)
            return answers_of(last.answers, kind, year=last.record.year) if last else MappingProxyType({})

        return read

    def _draft_copied(self, record: DraftRecord) -> StoredDraft | None:
        with suppress(StorageError):
            source = self._store.read_draft(record.copied_from) if record.copied_from else None
            return source if source and source.record.report == record.report else None
        return None

    def _draft_of_year(self, report: str, year: int) -> StoredDraft | None:
        """The last changed report of this kind on this year, if there is one."""
        rows = (row for row in self._store.list_drafts() if (row.report, row.year) == (report, year))
        found = next(rows, None)
        return self._store.read_draft(found.uid) if found else None

    def title_from_report(self, uid: str) -> None:
        """Give a draft its report's own title and counts again."""
        stored = self._store.read_draft(uid)
        draft, kind = self._with_kind(stored)
        counts = count(draft, DraftView(kind, draft, self._organization, stored.record.ignored))
        self._store.save(uid, [], counts.changing, text=counts.text)
