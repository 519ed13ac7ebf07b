"""The mark and the double rules of a letter (10.1): tables that float at fixed places of the first page and its footer."""

from dataclasses import replace

from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Page, StyledParagraph
from xiaoxie_desktop.export.docx_elements import w

_TWIPS_PER_EIGHTH = 2.5
_SIDES = ("top", "left", "bottom", "right")


def in_type_area(mark: StyledParagraph, measures: Measures) -> StyledParagraph:
    """``mark`` indented so that it stands in the middle of the type area although its table is wider."""
    page, rules = measures.page, measures.letter
    off = 2 * page.left + page.text_width - 2 * rules.rule_left - rules.rule_width
    style = mark.format
    side = {"left": style.left + off} if off > 0 else {"right": style.right - off}
    return replace(mark, format=replace(style, **side))  # type: ignore[arg-type]


def letter_head(mark: BaseOxmlElement, index: int, page: Page, measures: Measures) -> BaseOxmlElement:
    """The mark over a thick and a thin rule, at its place on ``page``."""
    rules = measures.letter
    top = next(line.y for line in page.lines if line.paragraph == index)
    thick = page.strokes[0]
    rule_top = thick.y - thick.width // 2
    head = [
        _row(mark, rule_top - top, measures, bottom=rules.thick),
        _row(_tiny(), rules.between, measures, bottom=rules.thin),
    ]
    return _table(head, top, measures)


def letter_foot(measures: Measures) -> BaseOxmlElement:
    """A thin and a thick rule 20 mm above the sheet's lower edge, for the footer of the first page."""
    rules = measures.letter
    foot = [_row(_tiny(), rules.between, measures, top=rules.thin, bottom=rules.thick)]
    return _table(foot, rules.lower_rule - rules.thin - rules.between - rules.thick, measures)


def _table(rows: list[BaseOxmlElement], top: int, measures: Measures) -> BaseOxmlElement:
    rules = measures.letter
    place = w(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        vertAnchor="page",
        horzAnchor="page",
        tblpX=rules.rule_left,
        tblpY=top,
    )
    properties = w(
        "tblPr",
        place,
        w("tblW", w=rules.rule_width, type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in _SIDES)),
    )
    return w("tbl", properties, w("tblGrid", w("gridCol", w=rules.rule_width)), *rows)


def _row(
    paragraph: BaseOxmlElement, height: int, measures: Measures, top: int = 0, bottom: int = 0
) -> BaseOxmlElement:
    colour = measures.letter.colour
    borders = w(
        "tcBorders",
        *(
            w(side, val="single", sz=round(width / _TWIPS_PER_EIGHTH), space=0, color=colour)
            for side, width in (("top", top), ("bottom", bottom))
            if width
        ),
    )
    cell = w("tc", w("tcPr", w("tcW", w=measures.letter.rule_width, type="dxa"), borders), paragraph)
    return w("tr", w("trPr", w("cantSplit", val=1), w("trHeight", val=height, hRule="exact")), cell)


def _tiny() -> BaseOxmlElement:
    return w("p", w("pPr", w("spacing", before=0, after=0, line=20, lineRule="exact")))
