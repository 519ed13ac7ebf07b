"""Where the preview stands in the report window: beside the form, in its place, or folded to a tab."""

from dataclasses import dataclass
from enum import Enum, auto

WINDOW_LEAST = 1200
"""In narrower windows the preview is folded until it is asked for."""
FORM_LEAST = 560
FIELDS_WIDTH = 672
PREVIEW_LEAST = 340
TAB_WIDTH = 46


class Stand(Enum):
    """Where it is."""

    FOLDED = auto()
    BESIDE = auto()
    """Right of the form with its composed text."""
    FOR_COMPOSED = auto()
    """Right of the fields, in place of the composed text."""
    FOR_FORM = auto()
    """In place of the whole form."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the window offers, in pixels: its width, what is left of the steps, and whether text is large."""

    window: int
    beside_steps: int
    large: bool

    @property
    def is_wide(self) -> bool:
        """Whether the preview is open unless it was folded by hand."""
        return self.window >= WINDOW_LEAST and not self.large


def stand(room: Room, wanted_width: int, *, opened: bool) -> tuple[Stand, int]:
    """Where an opened or folded preview stands, and how wide it is."""
    if not opened:
        return Stand.FOLDED, TAB_WIDTH
    if room.is_wide:
        most = room.beside_steps - FORM_LEAST
        return Stand.BESIDE, max(PREVIEW_LEAST, min(wanted_width, most))
    for fields in (FIELDS_WIDTH, FORM_LEAST):
        if room.beside_steps - fields >= PREVIEW_LEAST:
            return Stand.FOR_COMPOSED, min(max(wanted_width, PREVIEW_LEAST), room.beside_steps - fields)
    return Stand.FOR_FORM, room.beside_steps
