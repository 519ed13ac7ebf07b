"""Tables, pictures and charts as WordprocessingML: fixed grids, rows of exact height, alternative texts."""

from collections.abc import Iterable, Sequence

from docx.oxml.xmlchemy import BaseOxmlElement

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import StyledChart, StyledParagraph, StyledPictures, StyledTable
from xiaoxie_desktop.export.docx_drawings import Drawings
from xiaoxie_desktop.export.docx_elements import w
from xiaoxie_desktop.export.docx_lines import CellLines, spaced_runs
from xiaoxie_desktop.export.docx_paragraphs import paragraph_element

_SIDES = ("top", "left", "bottom", "right")
_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_TWIPS_PER_EIGHTH = 2.5


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
        """Frames without borders: a row of pictures over a row of captions."""
        columns = max(map(len, block.rows))
        widths = (block.frame_width,) * columns
        rows = []
        for number, row in enumerate(block.rows):
            frames = [
                self._frame(self._drawings.picture(one), break_before and not (number or column))
                for column, one in enumerate(row)
            ]
            captions = [
                self._cell(one.caption, index, (number, column), block.frame_width, False)
                for column, one in enumerate(row)
            ]
            lines = max(
                sum(line.pitch for line in self._cells.get((index, (number, column)), ()))
                for column in range(len(row))
            )
            empty = [self._frame(None, False) for _ in range(columns - len(row))]
            rows.append(_row([*frames, *empty], block.frame_height, False))
            empty = [self._frame(None, False) for _ in range(columns - len(row))]
            rows.append(_row([*captions, *empty], lines or self._measures.line_pitch, False))
        return _table(widths, rows, 0, 0)

    def _cell(
        self, paragraph: StyledParagraph, index: int, cell: tuple[int, int], width: int, break_before: bool
    ) -> BaseOxmlElement:
        runs = spaced_runs(paragraph, self._cells.get((index, cell), ()), self._final)
        element = paragraph_element(paragraph, runs, self._measures)
        if break_before:
            element[0].insert(1, w("pageBreakBefore", val=1))
        return _boxed(element, width)

    def _frame(self, drawing: BaseOxmlElement | None, break_before: bool) -> BaseOxmlElement:
        """A cell whose line is as high as the picture needs: an exact line would cut it off in Word."""
        properties = w("pPr")
        if break_before:
            properties.append(w("pageBreakBefore", val=1))
        properties.extend((w("spacing", before=0, after=0, line=240, lineRule="auto"), w("jc", val="center")))
        run = [w("r", drawing)] if drawing is not None else []
        return _boxed(w("p", properties, *run), None)

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


def _boxed(paragraph: BaseOxmlElement, width: int | None) -> BaseOxmlElement:
    size = [w("tcW", w=width, type="dxa")] if width is not None else []
    return w("tc", w("tcPr", *size, w("vAlign", val="center")), paragraph)


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
