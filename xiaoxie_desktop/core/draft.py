"""A draft as it stands: answers, edited texts, omitted sections and its own history number, all frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from xiaoxie_desktop.core.answers import Answers
from xiaoxie_desktop.core.draft_rows import DraftState


@dataclass(frozen=True, slots=True)
class TokenRef:
    """A live figure inside an edited text: which hole it shows. ``row`` is the permanent uid of a row."""

    field: str
    format: str = ""
    parent: str = ""
    row: str = ""


TextPiece = str | TokenRef


@dataclass(frozen=True, slots=True)
class EditedText:
    """A paragraph whose words the writer changed: its pieces, and the clause ids it was made from."""

    pieces: tuple[TextPiece, ...]
    clauses: tuple[str, ...] = ()


ParagraphKey = tuple[str, str]
"""(section id, paragraph key); the key of a paragraph made per row is ``<paragraph id>:<row uid>``."""

Texts = Mapping[ParagraphKey, EditedText]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft. Moments are UTC; ``omitted`` lists optional sections that are not written."""

    uid: str
    organization: str
    """uid of the organization it belongs to."""
    report: str
    version: int
    year: int
    title: str = ""
    """The title shown in lists: the given one, else the computed one at the last save."""
    answers: Answers = field(default_factory=lambda: MappingProxyType({}))
    texts: Texts = field(default_factory=lambda: MappingProxyType({}))
    omitted: tuple[str, ...] = ()
    step: str = ""
    """Section id of the step it was left at; ``check`` for 核对."""
    state: DraftState = DraftState.EDITING
    changed_since: bool = False
    """之后又改过: edited after it was exported, printed or submitted."""
    revision: int = 0
    created_at: datetime | None = None
    updated_at: datetime | None = None
    copied_from: str = ""
    """uid of the draft it was started from, whose values stand beside the fields as 去年."""
