"""The same document as plain text (UTF-8, line feeds): for messages, for comparing, for finding places."""

from collections.abc import Iterable

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import IMPRINT_ROLES, Role, StyledBlock, StyledParagraph
from xiaoxie_desktop.export.block_texts import block_rows
from xiaoxie_desktop.export.control_characters import without_control_characters

_FULL_WIDTH_SPACE = "\u3000"
_ON_ONE_LINE = frozenset({Role.TITLE, Role.ANNEX_TITLE})


def to_text(paragraphs: Iterable[StyledParagraph], measures: Measures) -> str:
    """One line per paragraph, titles unbroken, indents as full-width spaces, an empty line where space stands above."""
    lines: list[str] = []
    in_imprint = False
    for paragraph in without_control_characters(paragraphs).paragraphs:
        imprint_begins = paragraph.role in IMPRINT_ROLES and not in_imprint
        in_imprint = in_imprint or imprint_begins
        if lines and (imprint_begins or _stands_apart(paragraph, measures)):
            lines.append("")
        if paragraph.holds is None:
            lines.append(_line(paragraph, measures))
        else:
            lines.extend(_rows(paragraph.holds))
    return "".join(f"{line}\n" for line in lines)


def _stands_apart(paragraph: StyledParagraph, measures: Measures) -> bool:
    return paragraph.page_break_before or paragraph.format.space_before >= measures.line_pitch


def _rows(block: StyledBlock) -> list[str]:
    """A line for each row, cells parted by tabs."""
    return ["\t".join(cell.text.replace("\n", " ") for cell in row) for row in block_rows(block)]


def _line(paragraph: StyledParagraph, measures: Measures) -> str:
    text = paragraph.text
    if paragraph.role in _ON_ONE_LINE:
        text = text.replace("\n", "")
    between = "" if paragraph.role is Role.ANNEX_NOTE else _FULL_WIDTH_SPACE * 2
    text = text.lstrip("\t").replace("\t", between)
    return _FULL_WIDTH_SPACE * max(0, paragraph.format.first_line // measures.char_width) + text
