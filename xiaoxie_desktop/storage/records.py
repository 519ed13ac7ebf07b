"""What the data file takes in and gives out: frozen rows whose answers and texts are plain JSON."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.facts import FactKey
from xiaoxie_desktop.core.json_value import JsonValue

if TYPE_CHECKING:
    from xiaoxie_desktop.core.draft import ParagraphKey


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """The row of a draft without its answers and texts; the fields are the columns, moments are UTC."""

    uid: str
    organization: str
    report: str
    version: int
    year: int
    created_at: datetime
    updated_at: datetime
    title: str = ""
    title_given: bool = False
    """Whether staff named it in the list; else the title follows the report's own."""
    omitted: tuple[str, ...] = ()
    ticks: tuple[str, ...] = ()
    """The hand ticks on 核对 that are set."""
    ignored: tuple[str, ...] = ()
    """Keys of the findings put aside as 不是问题."""
    step: str = ""
    state: DraftState = DraftState.EDITING
    changed_since: bool = False
    revision: int = 0
    copied_from: str = ""
    steps_done: int = 0
    steps_total: int = 0
    errors: int = 0
    warnings: int = 0
    counted_revision: int = -1
    """The revision the title, the counts and the search text were made from."""
    last_event: int = 0
    """Number of the draft's last event; its first is 1."""
    turn: int = 0
    """Grows with every change in the file; the list is ordered by it, for clocks of old machines are wrong."""
    deleted_at: datetime | None = None


class RecordChanges(TypedDict, total=False):
    """The columns of a draft's row that a save writes anew; numbers of events and moments are the store's own."""

    title: str
    title_given: bool
    omitted: tuple[str, ...]
    ticks: tuple[str, ...]
    ignored: tuple[str, ...]
    step: str
    state: DraftState
    changed_since: bool
    revision: int
    steps_done: int
    steps_total: int
    errors: int
    warnings: int
    counted_revision: int
    deleted_at: datetime | None


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft as stored. ``damaged`` names answers and texts that were left out because their checksum is wrong."""

    record: DraftRecord
    answers: Mapping[str, JsonValue] = field(default_factory=dict)
    texts: "Mapping[ParagraphKey, JsonValue]" = field(default_factory=dict)
    damaged: tuple[str, ...] = ()


class ChangeKind(StrEnum):
    """What an event of the log changed; the first three can be undone."""

    ANSWER = "answer"
    TEXT = "text"
    OMIT = "omit"
    CREATED = "created"
    RENAMED = "renamed"
    DELETED = "deleted"
    RESTORED = "restored"
    STATE = "state"


UNDOABLE = frozenset({ChangeKind.ANSWER, ChangeKind.TEXT, ChangeKind.OMIT})


@dataclass(frozen=True, slots=True)
class KnownFact:
    """A fact and its value; None takes the value away, if this draft was the last to give it."""

    key: FactKey
    value: JsonValue


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a draft, written as one event.

    target: the field of an answer; the section of texts (before and after then map paragraph to content,
    null = as composed) and of omitting (true or false). ``undoes`` is the number of the event taken back.
    """

    kind: ChangeKind
    target: str = ""
    before: JsonValue = None
    after: JsonValue = None
    undoes: int | None = None
    facts: tuple[KnownFact, ...] = ()


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event of the log: the change (without facts) with its number within the draft and its moment."""

    seq: int
    at: datetime
    change: Change


@dataclass(frozen=True, slots=True)
class Damage:
    """Something in the data file that is not as it was written: where, and a Chinese sentence about it."""

    table: str
    place: str
    sentence: str
    draft: str = ""
