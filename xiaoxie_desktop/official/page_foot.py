"""What stands at the foot of pages: the page number (7.5) and, on the last one, the imprint (7.4)."""

from collections.abc import Sequence
from dataclasses import replace

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Alignment, Line, Role, Rule, Run, SetLine, Stroke, StyledParagraph
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.pagination import Sheet

_TWIPS_PER_POINT = 20
_EIGHTHS_PER_POINT = 8


def page_number_line(number: int, measures: Measures, setter: LineSetter) -> Line:
    """— 1 —, one character in from the right on odd pages, from the left on even ones."""
    page, style = measures.page, measures.formats[Role.PAGE_NUMBER]
    style = replace(style, alignment=Alignment.RIGHT if number % 2 else Alignment.LEFT)
    paragraph = StyledParagraph(Role.PAGE_NUMBER, (Run(f"— {number} —", style.face),), style)
    line = setter.lines(paragraph, page.left, page.text_width)[0]
    y = page.height - page.footer - line.pitch
    return Line(Role.PAGE_NUMBER, line, y, y + _baseline(line.pitch, measures), -1)


def imprint_height(paragraphs: Sequence[StyledParagraph], measures: Measures, setter: LineSetter) -> int:
    """Height of the imprint with its rules, in twips."""
    lines = sum(line.pitch for one in paragraphs for line in _lines(one, measures, setter))
    outer, inner = (_thickness(one) for one in (measures.imprint.outer_rule, measures.imprint.inner_rule))
    return lines + 2 * outer + inner * (len(paragraphs) - 1)


def put_imprint(
    paragraphs: Sequence[StyledParagraph], first: int, sheet: Sheet, measures: Measures, setter: LineSetter
) -> None:
    """Put the imprint on ``sheet``, its last rule on the lower edge of the type area; ``first`` counts its first paragraph."""
    page, rules = measures.page, measures.imprint
    y = page.top + page.text_height - imprint_height(paragraphs, measures, setter)
    rule: Rule = rules.outer_rule
    for index, paragraph in enumerate(paragraphs):
        y = _put_rule(rule, y, sheet, measures)
        for line in _lines(paragraph, measures, setter):
            at = y + _baseline(line.pitch, measures)
            sheet.lines.append(Line(paragraph.role, line, y, at, first + index, paragraph.place))
            y += line.pitch
        rule = rules.inner_rule
    _put_rule(rules.outer_rule, y, sheet, measures)


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


def _baseline(pitch: int, measures: Measures) -> int:
    return round(measures.mark.baseline_share * pitch)
