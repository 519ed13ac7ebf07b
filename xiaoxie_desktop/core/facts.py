"""Facts: what a figure means, independent of the report it stands in (台账)."""

from dataclasses import dataclass
from enum import StrEnum


class PeriodPreset(StrEnum):
    """The periods figures are asked for; the dates behind them are dated data."""

    DAY_315 = "day_315"
    CAMPAIGN_315 = "campaign_315"
    HALF_YEAR = "half_year"
    YEAR = "year"

    @property
    def label(self) -> str:
        """The Chinese words staff read."""
        labels = {"day_315": "3月15日当天", "campaign_315": "3·15期间", "half_year": "上半年", "year": "全年"}
        return labels[self.value]


class FactList(StrEnum):
    """Which complaint statistics a figure belongs to; the two are never mixed."""

    CCA = "cca"
    HOTLINE_12315 = "12315"


@dataclass(frozen=True, slots=True)
class FactBinding:
    """What a field fixes of a fact's key; organization and year come from the draft.

    ``scope`` is own | main_venue | sub_venues | town | county | other:<text>.
    """

    fact: str
    item: str = ""
    list: str = ""
    scope: str = "own"
    period: PeriodPreset = PeriodPreset.YEAR


@dataclass(frozen=True, slots=True)
class FactKey:
    """The whole key of a fact: two values for one key contradict each other."""

    organization: str
    year: int
    fact: str
    item: str = ""
    list: str = ""
    scope: str = "own"
    period: PeriodPreset = PeriodPreset.YEAR


def key_of(binding: FactBinding, *, organization: str, year: int) -> FactKey:
    """The fact a bound field of this organization's report on ``year`` shows and edits."""
    return FactKey(
        organization, year, binding.fact, binding.item, binding.list, binding.scope, binding.period
    )
