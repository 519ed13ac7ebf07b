"""版记 (7.4) at the foot of the last page: a table floating on the type area's lower edge, and its anchor."""

from collections.abc import Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Role, Rule
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_properties import border

_NO_MARGIN_SIDES = ("top", "left", "bottom", "right")


def imprint_elements(
    paragraphs: Sequence[tuple[Role, BaseOxmlElement]], measures: Measures, on_new_page: bool, ruled: bool
) -> list[BaseOxmlElement]:
    """The table of ``paragraphs`` (``w:p``), and the paragraph that must follow it.

    LibreOffice loses a floating table that ends the body. 主送机关 and 抄送机关 share a row, no rule between them.
    """
    width = measures.page.text_width
    rows: list[BaseOxmlElement] = []
    joined = False
    for role, paragraph in paragraphs:
        if joined:
            rows[-1][-1].append(paragraph)
        else:
            rows.append(_row(paragraph, width))
        joined = role is Role.IMPRINT_RECIPIENTS
    grid = w("tblGrid", w("gridCol", w=width))
    table = w("tbl", _table_properties(measures, width, ruled), grid, *rows)
    # A page break on the anchor alone leaves the table behind in LibreOffice.
    before = [_anchor(measures, True)] if on_new_page else []
    return [*before, table, _anchor(measures, False)]


def _table_properties(measures: Measures, width: int, ruled: bool) -> BaseOxmlElement:
    outer, inner = measures.imprint.outer_rule, measures.imprint.inner_rule
    return w(
        "tblPr",
        w(
            "tblpPr",
            leftFromText=0,
            rightFromText=0,
            vertAnchor="margin",
            horzAnchor="page",
            tblpX=measures.page.left,
            tblpYSpec="bottom",
        ),
        w("tblW", w=width, type="dxa"),
        w("tblBorders", *(_borders(outer, inner) if ruled else ())),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(side, w=0, type="dxa") for side in _NO_MARGIN_SIDES)),
    )


def _borders(outer: Rule, inner: Rule) -> tuple[BaseOxmlElement, ...]:
    return (
        border("top", outer),
        w("left", val="nil"),
        border("bottom", outer),
        w("right", val="nil"),
        border("insideH", inner),
        w("insideV", val="nil"),
    )


def _row(paragraph: BaseOxmlElement, width: int) -> BaseOxmlElement:
    cell = w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph)
    return w("tr", w("trPr", w("cantSplit", val=1)), cell)


def _anchor(measures: Measures, on_new_page: bool) -> BaseOxmlElement:
    line = w("spacing", before=0, after=0, line=measures.imprint.anchor_height, lineRule="exact")
    page_break = [w("pageBreakBefore", val=1)] if on_new_page else []
    return w("p", w("pPr", *page_break, line))
