"""The list of drafts: the state of each and the row the home screen shows, read without any answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DraftState(StrEnum):
    """What has happened to a draft; 已报送 freezes it."""

    EDITING = "editing"
    EXPORTED = "exported"
    PRINTED = "printed"
    SUBMITTED = "submitted"

    @property
    def label(self) -> str:
        """The Chinese word staff read."""
        labels = {"editing": "填写中", "exported": "已导出", "printed": "已打印", "submitted": "已报送"}
        return labels[self.value]


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One line of the list of drafts: all that the home screen shows, read without any answer."""

    uid: str
    report: str
    title: str
    year: int
    state: DraftState
    changed_since: bool
    updated_at: datetime
    steps_done: int
    steps_total: int
    errors: int
    warnings: int
    deleted_at: datetime | None = None
