"""Sets a table in rows whose heights are whole multiples of its row pitch, so that every office program agrees on them."""

from dataclasses import replace
from itertools import accumulate

from xiaoxie_desktop.core.measures import PageMeasures
from xiaoxie_desktop.core.pages import Run, SetLine, Stroke, StyledParagraph, StyledTable
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.strips import Strip, StripLine


def table_left(table: StyledTable, page: PageMeasures) -> int:
    """Left edge of the table from that of the type area: tables stand in its middle."""
    return max(0, (page.text_width - sum(table.widths)) // 2)


def row_height(table: StyledTable, row: int, page: PageMeasures, setter: LineSetter) -> int:
    """Height of a row in twips, a whole multiple of the row pitch."""
    tallest = max(sum(line.pitch for line in cell) for cell in _cells(table, row, page, setter))
    return max(1, -(-tallest // table.row_pitch)) * table.row_pitch


def table_strips(table: StyledTable, page: PageMeasures, setter: LineSetter) -> tuple[Strip, ...]:
    """One strip a row, with its borders."""
    if table.joined_last:
        return (_joined_strip(table, page, setter),)
    return tuple(_strip(table, row, page, setter) for row in range(len(table.rows)))


def fitted_table(table: StyledTable, page: PageMeasures, setter: LineSetter) -> StyledTable:
    """``table`` with rows higher than a page cut into several."""
    head = sum(row_height(table, row, page, setter) for row in range(table.head_rows))
    room = page.text_height - head - table.border
    if room < table.row_pitch:
        return fitted_table(replace(table, head_rows=0), page, setter) if table.head_rows else table
    if all(row_height(table, row, page, setter) <= room for row in range(table.head_rows, len(table.rows))):
        return table
    rows: list[tuple[StyledParagraph, ...]] = []
    for number, row in enumerate(table.rows):
        if number < table.head_rows or row_height(table, number, page, setter) <= room:
            rows.append(row)
        else:
            rows.extend(_cut_row(table, number, room, page, setter))
    return replace(table, rows=tuple(rows))


def _cut_row(
    table: StyledTable, row: int, room: int, page: PageMeasures, setter: LineSetter
) -> list[tuple[StyledParagraph, ...]]:
    """The row as several, each of as many lines as fit in ``room``."""
    pieces = [
        _cut_cell(paragraph, lines, room // table.row_pitch * table.row_pitch)
        for paragraph, lines in zip(table.rows[row], _cells(table, row, page, setter), strict=True)
    ]
    count = max(map(len, pieces))
    empty = [replace(cell, runs=()) for cell in table.rows[row]]
    return [
        tuple(cell[at] if at < len(cell) else empty[column] for column, cell in enumerate(pieces))
        for at in range(count)
    ]


def _cut_cell(paragraph: StyledParagraph, lines: tuple[SetLine, ...], room: int) -> list[StyledParagraph]:
    per_piece = max(1, room // lines[0].pitch)
    starts = [lines[at].start for at in range(0, len(lines), per_piece)]
    ends = [*starts[1:], len(paragraph.text)]
    return [
        replace(paragraph, runs=_part(paragraph.runs, start, end), continued=end < len(paragraph.text))
        for start, end in zip(starts, ends, strict=True)
    ]


def _part(runs: tuple[Run, ...], start: int, end: int) -> tuple[Run, ...]:
    parts, at = [], 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            parts.append(replace(run, text=text))
    return tuple(parts)


def _cells(table: StyledTable, row: int, page: PageMeasures, setter: LineSetter) -> list[tuple[SetLine, ...]]:
    lefts = accumulate(table.widths, initial=page.left + table_left(table, page) + table.padding)
    return [
        setter.lines(cell, left, width - 2 * table.padding)
        for cell, left, width in zip(table.rows[row], lefts, table.widths, strict=False)
    ]


def _strip(table: StyledTable, row: int, page: PageMeasures, setter: LineSetter) -> Strip:
    height = row_height(table, row, page, setter)
    lines: list[StripLine] = []
    for column, cell in enumerate(_cells(table, row, page, setter)):
        y = table.border + (height - sum(line.pitch for line in cell)) // 2
        for line in cell:
            lines.append(StripLine(table.rows[row][column].role, line, y, (row, column)))
            y += line.pitch
    return Strip(height, tuple(lines), tuple(_borders(table, height, page)))


def _joined_strip(table: StyledTable, page: PageMeasures, setter: LineSetter) -> Strip:
    """All rows as one strip, the last column's text in the middle of their whole height."""
    strips = [_strip(table, row, page, setter) for row in range(len(table.rows))]
    whole, last = sum(strip.height for strip in strips), len(table.widths) - 1
    lines: list[StripLine] = []
    strokes: list[Stroke] = []
    top = 0
    for strip in strips:
        for line in strip.lines:
            joined = line.cell is not None and line.cell[1] == last
            lines.append(replace(line, y=line.y + (whole - strip.height) // 2 if joined else line.y + top))
        strokes += [replace(one, y=one.y + top, to_y=one.to_y + top) for one in strip.strokes]
        top += strip.height
    return Strip(whole, tuple(lines), tuple(strokes))


def _borders(table: StyledTable, height: int, page: PageMeasures) -> list[Stroke]:
    if not table.border:
        return []
    edges = list(accumulate(table.widths, initial=table_left(table, page)))
    top, bottom, width = table.border // 2, height + table.border // 2, table.border
    across = [Stroke(edges[0], y, edges[-1], y, width) for y in (top, bottom)]
    return across + [Stroke(x, top, x, bottom, width) for x in edges]
