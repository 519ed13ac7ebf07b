"""Puts set lines and strips on sheets: headings stay with their text, space above is dropped at the top of a page.

Where an office program's own flow would end the page elsewhere, the paragraph gets ``page_break_before``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xiaoxie_desktop.core.measures import Measures, PageMeasures
from xiaoxie_desktop.core.pages import Line, Role, SetLine, Stroke, StyledParagraph
from xiaoxie_desktop.official.block_setting import BlockStrips, block_strips, fitted
from xiaoxie_desktop.official.letter import put_letter_head
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.paragraphs import changed_format
from xiaoxie_desktop.official.strips import Sheet

_TWIPS_PER_POINT = 20
_EIGHTHS_PER_POINT = 8


@dataclass(frozen=True, slots=True)
class Start:
    """Where a paragraph found its sheet: the sheet's number, what was used of it, and how much stood on it."""

    sheet: int
    used: int
    counts: tuple[int, int, int, int, int]


@dataclass(frozen=True, slots=True)
class Flow:
    """The paragraphs as they were given and as they were put on the sheets, and the sheet each begins on."""

    given: tuple[StyledParagraph, ...]
    paragraphs: tuple[StyledParagraph, ...]
    sheets: tuple[Sheet, ...]
    first_sheets: tuple[int, ...]
    starts: tuple[Start, ...]


class _Paginator:
    """Fills sheets with the paragraphs of one flow; ``first`` is the number of its first paragraph."""

    def __init__(
        self, paragraphs: Sequence[StyledParagraph], measures: Measures, setter: LineSetter, first: int
    ) -> None:
        self._given = tuple(paragraphs)
        self._paragraphs = list(paragraphs)
        self._measures, self._setter, self._first = measures, setter, first
        self._landscape = bool(paragraphs) and paragraphs[0].landscape
        self._page: PageMeasures = measures.page.on_its_side if self._landscape else measures.page
        self._height = self._page.text_height
        left, width = self._page.left, self._page.text_width
        self._lines = [setter.lines(one, left, width) for one in self._paragraphs]
        self._strips: dict[int, BlockStrips] = {}
        for index, one in enumerate(self._paragraphs):
            if one.holds is not None:
                block = fitted(one.holds, self._page, measures, setter)
                self._paragraphs[index] = replace(one, holds=block)
                self._strips[index] = block_strips(block, self._page, measures, setter)
        self._sheets = [Sheet.empty(self._landscape)]
        self._first_sheets: list[int] = []
        self._starts: list[Start] = []

    def resume(self, flow: Flow, index: int) -> None:
        """Take over from ``flow`` what stands before paragraph ``index``, which is the same in both."""
        start = flow.starts[index]
        self._sheets = [
            *flow.sheets[: start.sheet],
            flow.sheets[start.sheet].beginning(start.counts, start.used),
        ]
        self._paragraphs[:index] = flow.paragraphs[:index]
        self._first_sheets = list(flow.first_sheets[:index])
        self._starts = list(flow.starts[:index])

    def flow(self) -> Flow:
        """Everything on sheets; there is always at least one."""
        for index in range(len(self._starts), len(self._paragraphs)):
            self._begin(index)
            if self._paragraphs[index].role is Role.LETTER_MARK:
                self._first_sheets.append(len(self._sheets) - 1)
                mark = self._paragraphs[index]
                put_letter_head(mark, index + self._first, self._sheets[-1], self._measures, self._setter)
            elif index in self._strips:
                self._put_strips(index, self._strips[index])
            else:
                self._put(index)
        return Flow(
            self._given,
            tuple(self._paragraphs),
            tuple(self._sheets),
            tuple(self._first_sheets),
            tuple(self._starts),
        )

    def _begin(self, index: int) -> None:
        """Open a new sheet where the paragraph needs one, and the space above it."""
        sheet, paragraph = self._sheets[-1], self._paragraphs[index]
        self._starts.append(Start(len(self._sheets) - 1, sheet.used, sheet.counts))
        before = paragraph.format.space_before
        if not sheet.is_empty:
            if paragraph.page_break_before:
                self._turn()
            elif sheet.used + before + self._needed(index) + self._spare(index) > self._height:
                if before or sheet.used + self._first_height(index) <= self._height:
                    style = (
                        changed_format(paragraph.format, (("space_before", 0),))
                        if before
                        else paragraph.format
                    )
                    self._paragraphs[index] = replace(paragraph, format=style, page_break_before=True)
                    before = 0
                self._turn()
        self._sheets[-1].used += before

    def _turn(self) -> Sheet:
        self._sheets.append(Sheet.empty(self._landscape))
        return self._sheets[-1]

    def _needed(self, index: int) -> int:
        """Height of what must not be parted: kept paragraphs and the first line or strip of what follows them."""
        paragraphs, total = self._paragraphs, 0
        first = self._first_height(index)
        while paragraphs[index].keep_with_next and index + 1 < len(paragraphs):
            if paragraphs[index + 1].page_break_before:
                break
            total += self._whole_height(index) + paragraphs[index + 1].format.space_before
            index += 1
        total += self._first_height(index)
        return total if total <= self._height else first

    def _spare(self, index: int) -> int:
        """What must stay free below: LibreOffice lets no paragraph begin last on a sheet that a table runs on to."""
        return self._first_height(index) if self._runs_on() else 0

    def _runs_on(self) -> bool:
        """Whether the last sheet begins with the rest of a block."""
        lines, number = self._sheets[-1].lines, len(self._sheets) - 1
        if not lines:
            return False
        top = lines[0].paragraph - self._first
        return lines[0].paragraph < 0 or (top in self._strips and self._first_sheets[top] < number)

    def _first_height(self, index: int) -> int:
        strips = self._strips.get(index)
        return self._lines[index][0].pitch if strips is None else strips.least_height

    def _whole_height(self, index: int) -> int:
        strips = self._strips.get(index)
        return _height(self._lines[index]) if strips is None else strips.height

    def _put(self, index: int) -> None:
        paragraph, top, height = self._paragraphs[index], self._page.top, self._height
        role, place, number = paragraph.role, paragraph.place, index + self._first
        sheet = self._sheets[-1]
        used, lines = sheet.used, sheet.lines
        if used + self._lines[index][0].pitch > height and lines:
            sheet.used = used
            sheet = self._turn()
            used, lines = 0, sheet.lines
        self._first_sheets.append(len(self._sheets) - 1)
        for line in self._lines[index]:
            if used + line.pitch > height and lines:
                sheet.used = used
                sheet = self._turn()
                used, lines = 0, sheet.lines
            lines.append(Line(role, line, top + used, number, place))
            used += line.pitch
        sheet.used = used
        if paragraph.format.rule_below:
            self._rule(paragraph, sheet)

    def _put_strips(self, index: int, block: BlockStrips) -> None:
        """The strips of a table, pictures or a chart; a table's head is repeated on each sheet."""
        paragraph, left, top = self._paragraphs[index], self._page.left, self._page.top
        sheet = self._sheets[-1]
        if sheet.used + block.least_height > self._height and not sheet.is_empty:
            sheet = self._turn()
        self._first_sheets.append(len(self._sheets) - 1)
        for strip in block.head:
            sheet.put(strip, left, top, index + self._first, paragraph.place)
        begun = False
        for strip in block.strips:
            if begun and sheet.used + strip.height + block.extra > self._height:
                sheet.used += block.extra
                sheet = self._turn()
                for repeated in block.head:
                    sheet.put(repeated, left, top, -1, paragraph.place)
            sheet.put(strip, left, top, index + self._first, paragraph.place)
            begun = True
        sheet.used += block.extra

    def _rule(self, paragraph: StyledParagraph, sheet: Sheet) -> None:
        page, rule = self._page, paragraph.format.rule_below
        if rule is None:
            return
        width = rule.width * _TWIPS_PER_POINT // _EIGHTHS_PER_POINT
        y = page.top + sheet.used + rule.distance * _TWIPS_PER_POINT + width // 2
        right = page.left + page.text_width
        sheet.strokes.append(Stroke(page.left, y, right, y, width, rule.colour))
        sheet.used += rule.distance * _TWIPS_PER_POINT + width


def paginate(
    paragraphs: Sequence[StyledParagraph], measures: Measures, setter: LineSetter, first: int = 0
) -> Flow:
    """Put ``paragraphs`` on sheets, one below the other; all stand upright or all on their side.

    ``first`` is the number of the first of them in the whole document.
    """
    return _Paginator(paragraphs, measures, setter, first).flow()


def paginate_again(
    paragraphs: Sequence[StyledParagraph], measures: Measures, setter: LineSetter, flow: Flow, index: int
) -> Flow:
    """Like ``paginate`` where only paragraphs from ``index`` on differ from those of ``flow``."""
    paginator = _Paginator(paragraphs, measures, setter, 0)
    paginator.resume(flow, index)
    return paginator.flow()


def _height(lines: tuple[SetLine, ...]) -> int:
    return sum(line.pitch for line in lines)
