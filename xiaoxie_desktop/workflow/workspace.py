"""The opened data directory: unit profile, settings, the list of drafts, and drafts made, copied and opened."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4
from weakref import WeakSet

from xiaoxie_desktop.core.answers import Answers
from xiaoxie_desktop.core.draft import Draft, DraftRow
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.storage import directory as places
from xiaoxie_desktop.storage.moments import now
from xiaoxie_desktop.storage.opening import open_store
from xiaoxie_desktop.storage.records import Change, ChangeKind, DraftRecord, KnownFact, StoredDraft
from xiaoxie_desktop.storage.store import Store
from xiaoxie_desktop.workflow.counting import count
from xiaoxie_desktop.workflow.draft_view import DraftView
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.kinds import KindName, kind_names, load_kind
from xiaoxie_desktop.workflow.known_facts import answers_from, facts_of_answers
from xiaoxie_desktop.workflow.starting import carried_over, first_answers, first_omitted, new_draft
from xiaoxie_desktop.workflow.stored_values import answers_of, draft_of, record_of, stored_of


def data_directory(named: Path | None = None) -> Path:
    """Where the data lies: the folder named, XIAOXIE_DATA, ``data`` beside ``portable.flag``, the platform's own."""
    return places.data_directory(named)


def open_workspace(directory: Path | None = None) -> "Workspace":
    """Open the data directory, making it where missing; loads neither sqlite-utils nor a report kind.

    Raises:
        StorageError: when it cannot be made, read or written, or a newer program wrote it.
    """
    found = data_directory(directory)
    return Workspace(open_store(found), found)


class Workspace:
    """Everything the two shells ask of the data file. Not for use from several threads.

    Every method may raise ``StorageError``; one that changes something has then changed nothing.
    """

    def __init__(self, store: Store, directory: Path) -> None:
        self.directory = directory
        self._store = store
        known = store.organizations()
        self._organization = known[0] if known else Organization(uuid4().hex)
        self._organization_is_stored = bool(known)
        self._sessions: WeakSet[DraftSession] = WeakSet()

    # unit profile and settings

    @property
    def organization(self) -> Organization:
        """The unit profile; blank but for its uid until it is filled in."""
        return self._organization

    def save_organization(self, organization: Organization) -> None:
        """Store the unit profile; open drafts are composed with it from now on."""
        self._store.save_organization(organization)
        self._organization, self._organization_is_stored = organization, True
        for session in self._sessions:
            session.use_organization(organization)

    def setting(self, name: str, default: str = "") -> str:
        """A setting of the program."""
        return self._store.setting(name, default)

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting of the program."""
        self._store.set_setting(name, value)

    # the list

    def kinds(self) -> tuple[KindName, ...]:
        """The report kinds one can start."""
        return kind_names()

    def drafts(self, *, deleted: bool = False) -> tuple[DraftRow, ...]:
        """The drafts, or those in the recycle bin, the last changed first."""
        self._settle_open()
        return self._store.list_drafts(deleted=deleted)

    def _settle_open(self) -> None:
        for session in self._sessions:
            # an open draft that cannot be stored says so itself, and keeps nobody from the others
            with suppress(StorageError):
                session.settle()

    def search(self, words: str) -> frozenset[str]:
        """uids of the drafts, deleted ones included, whose title or text contains every word."""
        return self._store.search(words)

    def verify(self) -> tuple[str, ...]:
        """A sentence for everything in the data file that is not as it was written."""
        return tuple(damage.sentence for damage in self._store.verify())

    # drafts made

    def create_draft(self, report: str, year: int) -> str:
        """Start a report on this year with what is known already; its uid."""
        kind = load_kind(report)
        answers = {**first_answers(kind, self._organization, year), **self._known(kind, year)}
        draft = new_draft(kind, self._organization, year, answers)
        last = self._draft_of_year(report, year - 1)
        before = self._with_kind(last) if last else (None, None)
        draft = replace(draft, omitted=first_omitted(kind, *before))
        return self._store_new(kind, draft, facts=self._unknown_facts(kind, draft))

    def store_draft(self, draft: Draft, organization: Organization) -> str:
        """Take in a draft read from outside; its new uid. A profile still blank takes the unit the draft names."""
        if organization.name and not self._organization.name:
            self.save_organization(replace(organization, uid=self._organization.uid))
        kind = load_kind(draft.report, draft.version)
        fresh = new_draft(kind, self._organization, draft.year, draft.answers)
        fresh = replace(fresh, texts=draft.texts, omitted=draft.omitted)
        facts = facts_of_answers(kind, fresh.answers, organization=fresh.organization, year=fresh.year)
        return self._store_new(kind, fresh, facts=facts)

    def copy_draft(self, uid: str, *, year: int | None = None) -> str:
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
        if not self._organization_is_stored:
            self.save_organization(self._organization)
        counts = count(draft, DraftView(kind, draft, self._organization))
        stored = stored_of(draft, counts.put_into(record_of(draft, title=title)))
        self._store.create_draft(stored, facts=facts, text=counts.text)
        return draft.uid

    # drafts there are

    def open_draft(self, uid: str) -> DraftSession:
        """Open a draft for writing, with the version of its kind it was made with."""
        self._settle_open()
        stored = self._store.read_draft(uid)
        kind = load_kind(stored.record.report, stored.record.version)
        session = DraftSession(
            self._store, kind, stored, self._organization, self._last_year_of(stored.record, kind)
        )
        self._sessions.add(session)
        return session

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

    def rename_draft(self, uid: str, title: str) -> None:
        """Name a draft in the list; an empty name gives it its report's own title again."""
        before = self._store.read_record(uid)
        given = title.strip()
        change = Change(ChangeKind.RENAMED, "", before.title, given)
        self._store.save(
            uid,
            [change],
            lambda record: replace(record, title=given or record.title, title_given=bool(given)),
        )
        if not given:
            self._title_from_report(uid)
        title = self._store.read_record(uid).title
        for session in self._sessions:
            if session.draft.uid == uid:
                session.use_title(title)

    def _title_from_report(self, uid: str) -> None:
        stored = self._store.read_draft(uid)
        draft, kind = self._with_kind(stored)
        counts = count(draft, DraftView(kind, draft, self._organization, stored.record.ignored))
        self._store.save(uid, [], counts.put_into, text=counts.text)

    def delete_draft(self, uid: str) -> None:
        """Put a draft into the recycle bin."""
        moment = now()
        self._store.save(
            uid, [Change(ChangeKind.DELETED)], lambda record: replace(record, deleted_at=moment), at=moment
        )

    def restore_draft(self, uid: str) -> None:
        """Take a draft out of the recycle bin."""
        self._store.save(uid, [Change(ChangeKind.RESTORED)], lambda record: replace(record, deleted_at=None))

    def close(self) -> None:
        """Store what is left of open drafts and close the data file.

        Raises:
            StorageError: when something could not be stored; the file is closed all the same.
        """
        failures = [failure for session in self._sessions if (failure := _failure(session.close))]
        self._sessions.clear()
        self._store.close()
        if failures:
            raise failures[0]


def _failure(action: Callable[[], None]) -> StorageError | None:
    try:
        action()
    except StorageError as error:
        return error
    return None
