"""Finds the page the imprint stands on (7.4.1): the last one, a new one if it has no room, an even one if so wished."""

from dataclasses import replace

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import StyledParagraph
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.page_foot import ImprintPlace, imprint_height, put_imprint
from xiaoxie_desktop.official.strips import Sheet


def with_imprint(
    imprint: tuple[StyledParagraph, ...],
    place: ImprintPlace,
    sheets: list[Sheet],
    measures: Measures,
    setter: LineSetter,
) -> tuple[tuple[StyledParagraph, ...], int]:
    """Put the imprint on the last of ``sheets``, adding what is needed.

    Returns it with its page break, and how many pages carry a number: none from a blank page on (7.5).
    """
    last, on_even = sheets[-1], measures.imprint.on_even_page
    height = measures.imprint.anchor_height + imprint_height(imprint, place, measures, setter)
    has_room = not last.landscape and last.used + height <= measures.page.text_height
    if has_room and (not on_even or len(sheets) % 2 == 0 or len(sheets) == 1):
        put_imprint(imprint, place, last, measures, setter)
        return imprint, len(sheets)
    numbered = len(sheets) + 1
    if on_even and len(sheets) % 2 == 0:
        sheets.append(Sheet.empty())
        numbered = len(sheets) - 1
    sheets.append(Sheet.empty())
    put_imprint(imprint, place, sheets[-1], measures, setter)
    return (replace(imprint[0], page_break_before=True), *imprint[1:]), numbered
