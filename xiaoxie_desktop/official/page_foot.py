"""What stands at the foot of pages: the page number (7.5) and, on the last one, the imprint (7.4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from xiaoxie_desktop.core.measures import Measures, PageNumberSide
from xiaoxie_desktop.core.pages import Alignment, Line, Role, Rule, Run, SetLine, Stroke, StyledParagraph
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.paragraphs import changed_format
from xiaoxie_desktop.official.strips import Sheet

_TWIPS_PER_POINT = 20
_EIGHTHS_PER_POINT = 8


def page_number_line(number: int, measures: Measures, setter: LineSetter) -> Line:
    """— 1 —, one character in from the right on odd pages, from the left on even ones."""
    page, style = measures.page, measures.formats[Role.PAGE_NUMBER]
    side = Alignment.RIGHT if number % 2 else Alignment.LEFT
    if measures.page_number_side is PageNumberSide.CENTRE:
        side = Alignment.CENTRE
    style = changed_format(style, (("alignment", side),))
    paragraph = StyledParagraph(Role.PAGE_NUMBER, (Run(f"— {number} —", style.face),), style)
    line = setter.lines(paragraph, page.left, page.text_width)[0]
    y = page.height - page.footer - line.pitch
    return Line(Role.PAGE_NUMBER, line, y, -1)


@dataclass(frozen=True, slots=True)
class ImprintPlace:
    """The number of the imprint's first paragraph, and whether it has rules: that of a letter has none (10.1)."""

    first: int
    ruled: bool = True


def imprint_height(
    paragraphs: Sequence[StyledParagraph], place: ImprintPlace, measures: Measures, setter: LineSetter
) -> int:
    """Height of the imprint with its rules, in twips."""
    lines = sum(line.pitch for one in paragraphs for line in _lines(one, measures, setter))
    if not place.ruled:
        return lines
    outer, inner = (_thickness(one) for one in (measures.imprint.outer_rule, measures.imprint.inner_rule))
    ruled = sum(_has_rule_above(paragraphs, index) for index in range(1, len(paragraphs)))
    return lines + 2 * outer + inner * ruled


def put_imprint(
    paragraphs: Sequence[StyledParagraph],
    place: ImprintPlace,
    sheet: Sheet,
    measures: Measures,
    setter: LineSetter,
) -> None:
    """Put the imprint on ``sheet``, its lower edge on that of the type area."""
    page, rules = measures.page, measures.imprint
    y = page.top + page.text_height - imprint_height(paragraphs, place, measures, setter)
    for index, paragraph in enumerate(paragraphs):
        if place.ruled and _has_rule_above(paragraphs, index):
            y = _put_rule(rules.inner_rule if index else rules.outer_rule, y, sheet, measures)
        for line in _lines(paragraph, measures, setter):
            sheet.lines.append(Line(paragraph.role, line, y, place.first + index, paragraph.place))
            y += line.pitch
    if place.ruled:
        _put_rule(rules.outer_rule, y, sheet, measures)


def _has_rule_above(paragraphs: Sequence[StyledParagraph], index: int) -> bool:
    """Not between 主送机关 and 抄送机关 (7.4.2)."""
    return not index or paragraphs[index - 1].role is not Role.IMPRINT_RECIPIENTS


def _put_rule(rule: Rule, y: int, sheet: Sheet, measures: Measures) -> int:
    """Draw a rule whose upper edge is at ``y`` and return its lower edge."""
    page, width = measures.page, _thickness(rule)
    middle = y + width // 2
    sheet.strokes.append(Stroke(page.left, middle, page.left + page.text_width, middle, width, rule.colour))
    return y + width


def _lines(paragraph: StyledParagraph, measures: Measures, setter: LineSetter) -> tuple[SetLine, ...]:
    return setter.lines(paragraph, measures.page.left, measures.page.text_width)


def _thickness(rule: Rule) -> int:
    return rule.width * _TWIPS_PER_POINT // _EIGHTHS_PER_POINT
