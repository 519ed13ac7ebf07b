"""Lays styled paragraphs out on pages: the one layout that Word file, PDF, print and preview show.

Integer twips throughout; no fonts and no toolkit are needed, widths come from the measures.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import IMPRINT_ROLES, Page, PagedDocument, Role, StyledParagraph
from xiaoxie_desktop.official.first_page import with_recipients_in_imprint
from xiaoxie_desktop.official.imprint_page import with_imprint
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.page_foot import ImprintPlace, imprint_height, page_number_line
from xiaoxie_desktop.official.pagination import Flow, paginate
from xiaoxie_desktop.official.signature_page import with_text_beside_signature
from xiaoxie_desktop.official.strips import Sheet

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
    text = tuple(one for one in styled if one.role not in IMPRINT_ROLES)
    imprint = tuple(one for one in styled if one.role in IMPRINT_ROLES)
    flows = _flows(text, measures, setter)
    is_letter = any(one.role is Role.LETTER_MARK for one in text)
    moved = with_recipients_in_imprint(text, flows[0], imprint, measures)
    if moved is not None and _fits_a_page(moved.imprint, not is_letter, measures, setter):
        text, imprint = moved.text, moved.imprint
        flows = _flows(text, measures, setter)
    paragraphs = tuple(one for flow in flows for one in flow.paragraphs)
    sheets = [sheet for flow in flows for sheet in flow.sheets]
    numbered = len(sheets)
    if imprint:
        place = ImprintPlace(len(paragraphs), ruled=not is_letter)
        imprint, numbered = with_imprint(imprint, place, sheets, measures, setter)
    pages = tuple(
        _page(number, sheet, is_letter < number <= numbered, measures, setter)
        for number, sheet in enumerate(sheets, start=1)
    )
    return PagedDocument((*paragraphs, *imprint), pages)


def _fits_a_page(
    imprint: tuple[StyledParagraph, ...], ruled: bool, measures: Measures, setter: LineSetter
) -> bool:
    """Recipients too many for the imprint stay above the text, where they go on on the next page."""
    height = imprint_height(imprint, ImprintPlace(0, ruled), measures, setter)
    return height + measures.imprint.anchor_height <= measures.page.text_height


def _expect_room(measures: Measures) -> None:
    page, pitches = measures.page, {style.line_pitch for style in measures.formats.values()}
    widest = max(style.size for style in measures.formats.values()) * _TWIPS_PER_POINT
    if min(pitches) <= 0 or page.text_height < max(pitches) or page.text_width < _LEAST_CHARACTERS * widest:
        raise DefinitionError("版式的页面、页边距或行距排不下一行字，请在版式设置里改正。")


def _flows(text: tuple[StyledParagraph, ...], measures: Measures, setter: LineSetter) -> list[Flow]:
    """Upright and landscape parts, each on sheets of its own; signature and date are in the first."""
    parts = [tuple(part) for _, part in groupby(text, key=lambda one: one.landscape)] or [()]
    first = with_text_beside_signature(paginate(parts[0], measures, setter), measures, setter)
    flows, done = [first], len(first.paragraphs)
    for part in parts[1:]:
        flow = paginate(part, measures, setter, done)
        done += len(flow.paragraphs)
        flows.append(flow)
    return flows


def _page(number: int, sheet: Sheet, numbered: bool, measures: Measures, setter: LineSetter) -> Page:
    page = measures.page.on_its_side if sheet.landscape else measures.page
    line = page_number_line(number, measures, setter) if numbered else None
    if line is not None and sheet.landscape:
        line = replace(line, turned=True)
    return sheet.page(number, page.width, page.height, line)
