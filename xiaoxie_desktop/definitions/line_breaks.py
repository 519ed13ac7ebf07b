"""The shape of ``line_breaks.toml`` and its values as the layout reads them."""

from types import MappingProxyType
from typing import Self

from pydantic import model_validator

from xiaoxie_desktop.core.line_breaks import Break, LineBreaks, SpacingStage
from xiaoxie_desktop.definitions.strict_table import StrictTable


class StageTable(StrictTable):
    """One of ``stages``."""

    lowest_twips: int
    highest_twips: int
    safety_twips: int


class LineBreaksTable(StrictTable):
    """The whole of the line break file."""

    hanzi: str
    digit: str
    letter: str
    hanging: str
    gaps_em: tuple[float, float]
    space_shrink_em: float
    pinned_above_twips: int
    stages: tuple[StageTable, ...]
    classes: tuple[str, ...]
    pairs: tuple[str, ...]

    @model_validator(mode="after")
    def _square(self) -> Self:
        """Every class has its row and column, and every letter is known."""
        size = len(self.classes)
        if len(self.pairs) != size or any(len(row) != size for row in self.pairs):
            raise ValueError("pairs")
        if set("".join(self.pairs)) - {one.value for one in Break}:
            raise ValueError("pairs")
        if not self.stages or any(one not in "".join(self.classes) for one in self._representatives()):
            raise ValueError("classes")
        return self

    def _representatives(self) -> tuple[str, str, str]:
        return (self.hanzi, self.digit, self.letter)

    def line_breaks(self) -> LineBreaks:
        """The values as the layout reads them."""
        classes = {one: index for index, group in enumerate(self.classes) for one in group}
        return LineBreaks(
            classes=MappingProxyType(classes),
            pairs=tuple(tuple(Break(one) for one in row) for row in self.pairs),
            hanzi=classes[self.hanzi],
            digit=classes[self.digit],
            letter=classes[self.letter],
            hanging=frozenset(self.hanging),
            gaps=self.gaps_em,
            space_shrink=self.space_shrink_em,
            pinned_above=self.pinned_above_twips,
            stages=tuple(
                SpacingStage(one.lowest_twips, one.highest_twips, one.safety_twips) for one in self.stages
            ),
        )
