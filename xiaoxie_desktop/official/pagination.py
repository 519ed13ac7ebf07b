"""Puts set lines on pages: headings stay with their text, a title's or signature's space is dropped at the top of a page.

Where an office program's own flow would end the page elsewhere, the paragraph gets ``page_break_before``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Line, SetLine, Stroke, StyledParagraph
from xiaoxie_desktop.official.line_setting import LineSetter

_TWIPS_PER_POINT = 20
_EIGHTHS_PER_POINT = 8


@dataclass(slots=True)
class Sheet:
    """A page being filled; ``used`` is the height taken from the top of the type area, in twips."""

    lines: list[Line]
    strokes: list[Stroke]
    used: int = 0


@dataclass(frozen=True, slots=True)
class Flow:
    """The paragraphs as they were given and as they were put on the sheets, and the sheet each begins on."""

    given: tuple[StyledParagraph, ...]
    paragraphs: tuple[StyledParagraph, ...]
    sheets: tuple[Sheet, ...]
    first_sheets: tuple[int, ...]


class _Paginator:
    """Fills sheets with the paragraphs of one flow."""

    def __init__(self, paragraphs: Sequence[StyledParagraph], measures: Measures, setter: LineSetter) -> None:
        self._given = tuple(paragraphs)
        self._paragraphs = list(paragraphs)
        self._measures = measures
        self._height = measures.page.text_height
        page = measures.page
        self._lines = [setter.lines(one, page.left, page.text_width) for one in self._paragraphs]
        self._sheets = [Sheet([], [])]
        self._first_sheets: list[int] = []

    def flow(self) -> Flow:
        """Everything on sheets; there is always at least one."""
        for index in range(len(self._paragraphs)):
            self._begin(index)
            self._put(index)
        return Flow(self._given, tuple(self._paragraphs), tuple(self._sheets), tuple(self._first_sheets))

    def _begin(self, index: int) -> None:
        """Open a new sheet where the paragraph needs one, and the space above it."""
        sheet, paragraph = self._sheets[-1], self._paragraphs[index]
        before = paragraph.format.space_before
        if sheet.lines:
            if paragraph.page_break_before:
                self._sheets.append(Sheet([], []))
            elif sheet.used + before + self._needed(index) > self._height:
                first = self._lines[index][0].pitch
                if before or sheet.used + first <= self._height:
                    style = replace(paragraph.format, space_before=0)
                    self._paragraphs[index] = replace(paragraph, format=style, page_break_before=True)
                    before = 0
                self._sheets.append(Sheet([], []))
        self._sheets[-1].used += before

    def _needed(self, index: int) -> int:
        """Height of what must not be parted: kept paragraphs and the first line of the text after them."""
        paragraphs, total = self._paragraphs, 0
        first = self._lines[index][0].pitch
        while paragraphs[index].keep_with_next and index + 1 < len(paragraphs):
            if paragraphs[index + 1].page_break_before:
                break
            total += _height(self._lines[index]) + paragraphs[index + 1].format.space_before
            index += 1
        total += self._lines[index][0].pitch
        return total if total <= self._height else first

    def _put(self, index: int) -> None:
        paragraph, top = self._paragraphs[index], self._measures.page.top
        share = self._measures.mark.baseline_share
        role, place = paragraph.role, paragraph.place
        sheet = self._sheets[-1]
        for number, line in enumerate(self._lines[index]):
            if sheet.used + line.pitch > self._height and sheet.lines:
                sheet = Sheet([], [])
                self._sheets.append(sheet)
            if number == 0:
                self._first_sheets.append(len(self._sheets) - 1)
            y = top + sheet.used
            sheet.lines.append(Line(role, line, y, y + round(share * line.pitch), index, place))
            sheet.used += line.pitch
        if paragraph.format.rule_below:
            self._rule(paragraph, sheet)

    def _rule(self, paragraph: StyledParagraph, sheet: Sheet) -> None:
        page, rule = self._measures.page, paragraph.format.rule_below
        if rule is None:
            return
        width = rule.width * _TWIPS_PER_POINT // _EIGHTHS_PER_POINT
        y = page.top + sheet.used + rule.distance * _TWIPS_PER_POINT + width // 2
        right = page.left + page.text_width
        sheet.strokes.append(Stroke(page.left, y, right, y, width, rule.colour))
        sheet.used += rule.distance * _TWIPS_PER_POINT + width


def paginate(paragraphs: Sequence[StyledParagraph], measures: Measures, setter: LineSetter) -> Flow:
    """Put ``paragraphs`` on sheets of the type area of ``measures``, one line below the other."""
    return _Paginator(paragraphs, measures, setter).flow()


def _height(lines: tuple[SetLine, ...]) -> int:
    return sum(line.pitch for line in lines)
