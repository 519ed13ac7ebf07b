"""信函格式 (10.1): its mark and double rules at fixed places of the first page, its number at the right below them."""

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import Masthead
from xiaoxie_desktop.core.pages import Alignment, Line, Role, Stroke, StyledParagraph, TabStop
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.masthead import ink_below_line_top, mark_size
from xiaoxie_desktop.official.paragraphs import Typesetter
from xiaoxie_desktop.official.strips import Sheet

_TWIPS_PER_POINT = 20


def letter_paragraphs(masthead: Masthead, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    """The mark, and below the rule the corner elements at the left with the number at the right of the first line."""
    mark = _mark(masthead.issuing_authority_mark, typesetter)
    corner = [
        (Role.COPY_NUMBER, masthead.copy_number),
        (Role.SECRECY_LEVEL, masthead.secrecy_level),
        (Role.URGENCY, masthead.urgency),
    ]
    lines = [(role, text) for role, text in corner if text] or [(Role.DOCUMENT_NUMBER, "")]
    right = TabStop(typesetter.measures.page.text_width, Alignment.RIGHT)
    paragraphs = []
    for index, (role, text) in enumerate(lines):
        number = f"\t{masthead.document_number}" if not index and masthead.document_number else ""
        face = typesetter.measures.formats[Role.DOCUMENT_NUMBER].face
        paragraphs.append(
            typesetter.paragraph(
                role,
                text,
                (number, face),
                alignment=Alignment.LEFT,
                tab_stops=(right,),
                rule_below=None,
                space_before=0 if index else _text_top(mark, typesetter.measures),
            )
        )
    return (mark, *paragraphs)


def _mark(text: str, typesetter: Typesetter) -> StyledParagraph:
    mark = typesetter.measures.mark
    size = mark_size(text, typesetter.measures.page.text_width, mark)
    pitch = round(size * mark.line_share * _TWIPS_PER_POINT)
    return typesetter.paragraph(Role.LETTER_MARK, text.replace("\n", ""), size=size, line_pitch=pitch)


def letter_mark_top(mark: StyledParagraph, measures: Measures) -> int:
    """Upper edge of the mark's line, so that its ink begins 30 mm below the sheet's edge."""
    style = mark.format
    return measures.letter.mark_top - round(ink_below_line_top(style.size, style.line_pitch, measures.mark))


def letter_rule_top(mark: StyledParagraph, measures: Measures) -> int:
    """Upper edge of the first double rule, 4 mm below the mark's ink."""
    style, rules = mark.format, measures.letter
    baseline = letter_mark_top(mark, measures) + round(measures.mark.baseline_share * style.line_pitch)
    descent = round(rules.descent_share * style.size * _TWIPS_PER_POINT)
    return baseline + descent + rules.rule_below_mark


def _text_top(mark: StyledParagraph, measures: Measures) -> int:
    """Space above the first line of text, so that its ink stands the clause's distance below the rule."""
    rules, body = measures.letter, measures.formats[Role.BODY]
    rule_bottom = letter_rule_top(mark, measures) + rules.thick + rules.between + rules.thin
    lead = ink_below_line_top(body.size, body.line_pitch, measures.mark)
    return max(0, rule_bottom + rules.text_below_rule - round(lead) - measures.page.top)


def put_letter_head(
    mark: StyledParagraph, index: int, sheet: Sheet, measures: Measures, setter: LineSetter
) -> None:
    """Put the mark (paragraph ``index``) and both double rules on the first sheet."""
    page, rules = measures.page, measures.letter
    y = letter_mark_top(mark, measures)
    for line in setter.lines(mark, page.left, page.text_width):
        sheet.lines.append(Line(mark.role, line, y, index, mark.place))
        y += line.pitch
    top = letter_rule_top(mark, measures)
    whole = rules.thick + rules.between + rules.thin
    _rule(top, rules.thick, sheet, measures)
    _rule(top + rules.thick + rules.between, rules.thin, sheet, measures)
    _rule(rules.lower_rule - whole, rules.thin, sheet, measures)
    _rule(rules.lower_rule - rules.thick, rules.thick, sheet, measures)


def _rule(top: int, width: int, sheet: Sheet, measures: Measures) -> None:
    rules, y = measures.letter, top + width // 2
    sheet.strokes.append(
        Stroke(rules.rule_left, y, rules.rule_left + rules.rule_width, y, width, rules.colour)
    )
