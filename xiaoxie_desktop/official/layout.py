"""Lays styled paragraphs out on pages: the one layout that Word file, PDF, print and preview show.

Integer twips throughout; no fonts and no toolkit are needed, widths come from the measures.
"""

from collections.abc import Sequence
from dataclasses import replace

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import IMPRINT_ROLES, Page, PagedDocument, StyledParagraph
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.page_foot import imprint_height, page_number_line, put_imprint
from xiaoxie_desktop.official.pagination import Flow, Sheet, paginate
from xiaoxie_desktop.official.signature_page import with_text_beside_signature

_LEAST_CHARACTERS = 4
_TWIPS_PER_POINT = 20


def lay_out(
    styled: Sequence[StyledParagraph], measures: Measures, setter: LineSetter | None = None
) -> PagedDocument:
    """All pages of ``styled``; give the same ``setter`` again and only changed paragraphs are set anew.

    Raises DefinitionError when the measures leave no room for a line of four characters.
    """
    _expect_room(measures)
    setter = setter or LineSetter(measures)
    text = [one for one in styled if one.role not in IMPRINT_ROLES]
    imprint = tuple(one for one in styled if one.role in IMPRINT_ROLES)
    flow = with_text_beside_signature(paginate(text, measures, setter), measures, setter)
    sheets, imprint = _with_imprint(flow, imprint, measures, setter)
    pages = tuple(_page(number, sheet, measures, setter) for number, sheet in enumerate(sheets, start=1))
    return PagedDocument((*flow.paragraphs, *imprint), pages)


def _expect_room(measures: Measures) -> None:
    page, pitches = measures.page, {style.line_pitch for style in measures.formats.values()}
    widest = max(style.size for style in measures.formats.values()) * _TWIPS_PER_POINT
    if min(pitches) <= 0 or page.text_height < max(pitches) or page.text_width < _LEAST_CHARACTERS * widest:
        raise DefinitionError("版式的页面、页边距或行距排不下一行字，请在版式设置里改正。")


def _with_imprint(
    flow: Flow, imprint: tuple[StyledParagraph, ...], measures: Measures, setter: LineSetter
) -> tuple[tuple[Sheet, ...], tuple[StyledParagraph, ...]]:
    if not imprint:
        return flow.sheets, ()
    sheets = list(flow.sheets)
    taken = sheets[-1].used + measures.imprint.anchor_height
    if taken + imprint_height(imprint, measures, setter) > measures.page.text_height:
        sheets.append(Sheet([], []))
        imprint = (replace(imprint[0], page_break_before=True), *imprint[1:])
    put_imprint(imprint, len(flow.paragraphs), sheets[-1], measures, setter)
    return tuple(sheets), imprint


def _page(number: int, sheet: Sheet, measures: Measures, setter: LineSetter) -> Page:
    return Page(
        number=number,
        width=measures.page.width,
        height=measures.page.height,
        landscape=False,
        lines=tuple(sheet.lines),
        strokes=tuple(sheet.strokes),
        page_number=page_number_line(number, measures, setter),
    )
