"""The opened data directory: unit profile, settings, the list of drafts, and drafts made, copied and opened."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakSet

from xiaoxie_desktop.core.draft_rows import DraftRow
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.definitions.kind_names import KindName, kind_name, kind_names
from xiaoxie_desktop.storage import directory as places
from xiaoxie_desktop.storage import listing, profile
from xiaoxie_desktop.storage.data_file import DataFile
from xiaoxie_desktop.storage.opening import open_data_file

if TYPE_CHECKING:
    from xiaoxie_desktop.core.draft import Draft
    from xiaoxie_desktop.storage.store import Store
    from xiaoxie_desktop.workflow.draft_shelf import DraftShelf
    from xiaoxie_desktop.workflow.drafting import DraftSession


def data_directory(named: Path | None = None) -> Path:
    """Where the data lies: the folder named, XIAOXIE_DATA, ``data`` beside ``portable.flag``, the platform's own."""
    return places.data_directory(named)


def open_workspace(directory: Path | None = None) -> "Workspace":
    """Open the data directory, making it where missing; loads no more than the first list needs.

    Raises:
        StorageError: when it cannot be made, read or written, or a newer program wrote it.
    """
    found = data_directory(directory)
    return Workspace(open_data_file(found), found)


class Workspace:
    """Everything the two shells ask of the data file. Not for use from several threads.

    Every method may raise ``StorageError``; one that changes something has then changed nothing.
    """

    def __init__(self, data_file: DataFile, directory: Path) -> None:
        self.directory = directory
        self._file = data_file
        known = profile.read_organizations(data_file)
        self._organization = known[0] if known else _blank_organization()
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
        return profile.read_setting(self._file, name, default)

    def set_setting(self, name: str, value: str) -> None:
        """Store a setting of the program."""
        self._store.set_setting(name, value)

    # the list

    def kinds(self) -> tuple[KindName, ...]:
        """The report kinds one can start."""
        return kind_names()

    def badge(self, report: str) -> str:
        """The short name of a report kind, its id where the program does not know it; reads this kind alone."""
        name = kind_name(report)
        return name.badge if name else report

    def drafts(self, *, deleted: bool = False) -> tuple[DraftRow, ...]:
        """The drafts, or those in the recycle bin, the last changed first."""
        self._settle_open()
        return listing.list_drafts(self._file, deleted=deleted)

    def _settle_open(self) -> None:
        for session in self._sessions:
            # an open draft that cannot be stored says so itself, and keeps nobody from the others
            with suppress(StorageError):
                session.settle()

    def search(self, words: str) -> frozenset[str]:
        """uids of the drafts, deleted ones included, whose title or text contains every word."""
        return listing.search(self._file, words)

    def verify(self) -> tuple[str, ...]:
        """A sentence for everything in the data file that is not as it was written."""
        return tuple(damage.sentence for damage in self._store.verify())

    # drafts

    def create_draft(self, report: str, year: int) -> str:
        """Start a report on this year with what is known already; its uid."""
        return self._shelf().create(report, year)

    def store_draft(self, draft: "Draft", organization: Organization) -> str:
        """Take in a draft read from outside; its new uid. A profile still blank takes the unit the draft names."""
        if organization.name and not self._organization.name:
            self.save_organization(replace(organization, uid=self._organization.uid))
        return self._shelf().take_in(draft)

    def copy_draft(self, uid: str, *, year: int | None = None) -> str:
        """Copy a draft as it is, or (with ``year``) start that year's report from it; the new uid.

        Started from an old one, a report keeps structure, omitted sections and standing answers; facts known
        of its year come in; the rest is blank, and the old values stand beside the fields.
        """
        return self._shelf().copy(uid, year=year)

    def open_draft(self, uid: str) -> "DraftSession":
        """Open a draft for writing, with the version of its kind it was made with."""
        self._settle_open()
        session = self._shelf().open(uid)
        self._sessions.add(session)
        return session

    # Records and checksums, report kinds, composing and checks cost more time than the rest of the start, so they are
    # imported for the first draft that is opened or written, and not for the first list.

    @cached_property
    def _store(self) -> "Store":
        from xiaoxie_desktop.storage.store import Store  # noqa: PLC0415

        return Store(self._file)

    def _shelf(self) -> "DraftShelf":
        from xiaoxie_desktop.workflow.draft_shelf import DraftShelf  # noqa: PLC0415

        if not self._organization_is_stored:
            self.save_organization(self._organization)
        return DraftShelf(self._store, self._organization)

    def rename_draft(self, uid: str, title: str) -> None:
        """Name a draft in the list; an empty name gives it its report's own title again."""
        from xiaoxie_desktop.workflow import list_changes  # noqa: PLC0415

        given = title.strip()
        list_changes.rename(self._store, uid, given)
        if not given:
            self._shelf().title_from_report(uid)
        title = self._store.read_record(uid).title
        for session in self._sessions:
            if session.draft.uid == uid:
                session.use_title(title)

    def delete_draft(self, uid: str) -> None:
        """Put a draft into the recycle bin."""
        from xiaoxie_desktop.workflow import list_changes  # noqa: PLC0415

        list_changes.delete(self._store, uid)

    def restore_draft(self, uid: str) -> None:
        """Take a draft out of the recycle bin."""
        from xiaoxie_desktop.workflow import list_changes  # noqa: PLC0415

        list_changes.restore(self._store, uid)

    def close(self) -> None:
        """Store what is left of open drafts and close the data file.

        Raises:
            StorageError: when something could not be stored; the file is closed all the same.
        """
        failures = [failure for session in self._sessions if (failure := _failure(session.close))]
        self._sessions.clear()
        self._file.close()
        if failures:
            raise failures[0]


def _blank_organization() -> Organization:
    # slow to load, and only a new data directory needs it
    from uuid import uuid4  # noqa: PLC0415

    return Organization(uuid4().hex)


def _failure(action: Callable[[], None]) -> StorageError | None:
    try:
        action()
    except StorageError as error:
        return error
    return None
