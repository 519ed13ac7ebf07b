"""Where a line may end and how far it may be spaced: frozen values read from ``resources/official/line_breaks.toml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Break(StrEnum):
    """Which office programs may end a line between two characters."""

    EVERY = "A"
    WORD = "W"
    SOME = "S"
    NONE = "N"


@dataclass(frozen=True, slots=True)
class SpacingStage:
    """A range of spacing over a role's own, and how sure the line's end must be; all in twips."""

    lowest: int
    highest: int
    safety: int


@dataclass(frozen=True, slots=True)
class LineBreaks:
    """The union of the rules of all office programs; see the file's own head for how it was made.

    ``classes`` maps a character to its row and column in ``pairs``. ``gaps`` and ``space_shrink`` in em,
    ``pinned_above`` in twips over the role's own spacing.
    """

    classes: Mapping[str, int]
    pairs: tuple[tuple[Break, ...], ...]
    hanzi: int
    digit: int
    letter: int
    hanging: frozenset[str]
    gaps: tuple[float, float]
    space_shrink: float
    pinned_above: int
    stages: tuple[SpacingStage, ...]
