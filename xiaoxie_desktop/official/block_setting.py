"""Sets tables, pictures and charts as strips that pagination puts on sheets."""

from dataclasses import dataclass
from typing import assert_never

from xiaoxie_desktop.core.measures import Measures, PageMeasures
from xiaoxie_desktop.core.pages import StyledBlock, StyledChart, StyledPictures, StyledTable
from xiaoxie_desktop.official.chart_setting import chart_strip, fitted_chart
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.picture_setting import picture_strips
from xiaoxie_desktop.official.strips import Strip
from xiaoxie_desktop.official.table_setting import fitted_table, table_strips


@dataclass(frozen=True, slots=True)
class BlockStrips:
    """A block cut into strips; ``head`` is repeated on each sheet, ``extra`` what its borders add to its height."""

    head: tuple[Strip, ...]
    strips: tuple[Strip, ...]
    extra: int = 0

    @property
    def height(self) -> int:
        """Height of the whole block."""
        return sum(strip.height for strip in (*self.head, *self.strips)) + self.extra

    @property
    def least_height(self) -> int:
        """Height of the head and the first strip, which are never parted."""
        first = self.strips[0].height if self.strips else 0
        return sum(strip.height for strip in self.head) + first + self.extra


def fitted(block: StyledBlock, page: PageMeasures, measures: Measures, setter: LineSetter) -> StyledBlock:
    """``block`` with what is higher than a page cut into pieces that are not, and a chart as high as it must be."""
    match block:
        case StyledTable():
            return fitted_table(block, page, setter)
        case StyledChart():
            return fitted_chart(block, page, measures, setter)
        case StyledPictures():
            return block
        case _:
            assert_never(block)


def block_strips(
    block: StyledBlock, page: PageMeasures, measures: Measures, setter: LineSetter
) -> BlockStrips:
    """The strips of ``block`` on a page of ``page``."""
    match block:
        case StyledTable():
            strips = table_strips(block, page, setter)
            return BlockStrips(strips[: block.head_rows], strips[block.head_rows :], block.border)
        case StyledPictures():
            return BlockStrips((), picture_strips(block, page, setter))
        case StyledChart():
            return BlockStrips((), (chart_strip(block, page, measures, setter),))
        case _:
            assert_never(block)
