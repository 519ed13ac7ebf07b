"""Tables, pictures and charts as WordprocessingML: fixed grids, rows of exact height, alternative texts."""

from collections.abc import Iterable, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import (
    StyledChart,
    StyledParagraph,
    StyledPicture,
    StyledPictures,
    StyledTable,
)
from xiaoxie_desktop.export.docx_drawings import Drawings
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_lines import CellLines, spaced_runs
from xiaoxie_desktop.export.docx_paragraphs import paragraph_element

_SIDES = ("top", "left", "bottom", "right")
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_TWIPS_PER_EIGHTH = 2.5
_LINE_OVERHEAD = 30
"""What a line adds below a picture standing in it, in twips."""


class BlockWriter:
    """Writes the blocks of one document; ``heights`` are those of table rows as they were laid out."""

    def __init__(self, measures: Measures, cells: CellLines, drawings: Drawings, final: bool) -> None:
        self._measures, self._cells, self._drawings, self._final = measures, cells, drawings, final

    def table(self, table: StyledTable, index: int, break_before: bool) -> BaseOxmlElement:
        """The table that paragraph ``index`` holds; Word and LibreOffice repeat its head rows."""
        rows = []
        for number, row in enumerate(table.rows):
            cells = [
                self._cell(cell, index, (number, column), width, break_before and not (number or column))
                for column, (cell, width) in enumerate(zip(row, table.widths, strict=False))
            ]
            height = self._row_height(table, index, number)
            if table.joined_last:
                cells[-1][0].insert(1, w("vMerge", val="continue" if number else "restart"))
            rows.append(_row(cells, height, number < table.head_rows))
        return _table(table.widths, rows, table.padding, table.border)

    def pictures(self, block: StyledPictures, index: int, break_before: bool) -> BaseOxmlElement:
        """Frames without borders: picture over caption in one cell, so that no page's end parts them."""
        columns = max(map(len, block.rows))
        rows = []
        for number, row in enumerate(block.rows):
            cells = [
                self._frame(block, one, index, (number, column), break_before and not (number or column))
                for column, one in enumerate(row)
            ]
            captions = (
                sum(line.pitch for line in self._cells.get((index, (number, column)), ()))
                for column in range(len(row))
            )
            empty = [_boxed(w("p"), block.frame_width) for _ in range(columns - len(row))]
            rows.append(_row([*cells, *empty], block.frame_height + max(captions), False))
        return _table((block.frame_width,) * columns, rows, 0, 0)

    def _frame(
        self,
        block: StyledPictures,
        picture: StyledPicture,
        index: int,
        cell: tuple[int, int],
        break_before: bool,
    ) -> BaseOxmlElement:
        """The picture's line is as high as it needs: an exact one would cut the picture off in Word."""
        white = block.frame_height - picture.height
        properties = w("pPr", *([w("pageBreakBefore", val=1)] if break_before else []))
        properties.append(
            w(
                "spacing",
                before=white // 2,
                after=max(0, white - white // 2 - _LINE_OVERHEAD),
                line=240,
                lineRule="auto",
            )
        )
        properties.append(w("jc", val="center"))
        tiny = w("rPr", w("sz", val=2), w("szCs", val=2))
        run = w("r", tiny, self._drawings.picture(picture))
        runs = spaced_runs(picture.caption, self._cells.get((index, cell), ()), self._final)
        caption = paragraph_element(picture.caption, runs, self._measures)
        element = _boxed(w("p", properties, run), block.frame_width, "top")
        element.append(caption)
        return element

    def _cell(
        self, paragraph: StyledParagraph, index: int, cell: tuple[int, int], width: int, break_before: bool
    ) -> BaseOxmlElement:
        runs = spaced_runs(paragraph, self._cells.get((index, cell), ()), self._final)
        element = paragraph_element(paragraph, runs, self._measures)
        if break_before:
            element[0].insert(1, w("pageBreakBefore", val=1))
        return _boxed(element, width)

    def _row_height(self, table: StyledTable, index: int, number: int) -> int:
        tallest = max(
            sum(line.pitch for line in self._cells.get((index, (number, column)), ()))
            for column in range(len(table.widths))
        )
        return max(1, -(-tallest // table.row_pitch)) * table.row_pitch


def chart_element(
    paragraph: StyledParagraph, drawing: BaseOxmlElement, measures: Measures
) -> BaseOxmlElement:
    """A table of one cell as high as the chart, so that the lines below stand where they were laid out."""
    chart = paragraph.holds
    height = chart.height if isinstance(chart, StyledChart) else measures.line_pitch
    page = measures.page.on_its_side if paragraph.landscape else measures.page
    properties = w("pPr")
    if paragraph.page_break_before:
        properties.append(w("pageBreakBefore", val=1))
    properties.append(w("spacing", before=0, after=0, line=240, lineRule="auto"))
    cell = _boxed(w("p", properties, w("r", drawing)), page.text_width)
    return _table((page.text_width,), [_row([cell], height, False)], 0, 0)


def _boxed(paragraph: BaseOxmlElement, width: int, side: str = "center") -> BaseOxmlElement:
    size = w("tcW", w=width, type="dxa")
    return w("tc", w("tcPr", size, w("vAlign", val=side)), paragraph)


def _row(cells: Iterable[BaseOxmlElement], height: int, repeated: bool) -> BaseOxmlElement:
    properties = w("trPr", w("cantSplit", val=1), w("trHeight", val=height, hRule="exact"))
    if repeated:
        properties.append(w("tblHeader", val=1))
    return w("tr", properties, *cells)


def _table(widths: Sequence[int], rows: list[BaseOxmlElement], padding: int, border: int) -> BaseOxmlElement:
    eighths = round(border / _TWIPS_PER_EIGHTH)
    borders = [
        w(side, val="single", sz=eighths, space=0, color="000000") if border else w(side, val="nil")
        for side in _BORDERS
    ]
    margins = [w(side, w=padding if side in ("left", "right") else 0, type="dxa") for side in _SIDES]
    properties = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *borders),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *margins),
    )
    return w("tbl", properties, w("tblGrid", *(w("gridCol", w=width) for width in widths)), *rows)
