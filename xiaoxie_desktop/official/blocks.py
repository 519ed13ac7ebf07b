"""Tables, pictures and charts of the text as styled paragraphs that hold them, with their titles."""

from dataclasses import replace

from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.official_document import Chart, Picture, Pictures, Table
from xiaoxie_desktop.core.pages import (
    Alignment,
    Role,
    StyledBlock,
    StyledChart,
    StyledParagraph,
    StyledPicture,
    StyledPictures,
    StyledTable,
)
from xiaoxie_desktop.official.paragraphs import Typesetter
from xiaoxie_desktop.official.widths import em_width

_TWIPS_PER_POINT = 20
_NARROWEST = 3
"""A column is never narrower than so many characters of its text."""


def table_paragraphs(table: Table, typesetter: Typesetter) -> list[StyledParagraph]:
    """Title and note over the table, and the paragraph that holds it; a table without columns is nothing."""
    if not table.columns:
        return []
    above = [(Role.TABLE_TITLE, table.title), (Role.TABLE_NOTE, table.note)]
    paragraphs = [
        replace(typesetter.paragraph(role, text), keep_with_next=True) for role, text in above if text
    ]
    held = _holding(_styled_table(table, typesetter), typesetter)
    return [replace(one, place=table.place) for one in (*paragraphs, held)]


def picture_paragraphs(pictures: Pictures, typesetter: Typesetter) -> list[StyledParagraph]:
    """The paragraph that holds the pictures, in frames that fit so many on a page.

    Raises BadInput for a number on a page that is not built.
    """
    rules = typesetter.measures.pictures
    columns = rules.columns.get(pictures.per_page)
    if columns is None:
        raise BadInput("一页的照片数只能是1、2、4或6，请改一下。")
    if not pictures.pictures:
        return []
    width = typesetter.measures.page.text_width // columns
    height = rules.frame_lines[pictures.per_page] * typesetter.measures.line_pitch
    room = (width - 2 * rules.margin, height - 2 * rules.margin)
    styled = [_styled_picture(one, room, typesetter) for one in pictures.pictures]
    rows = tuple(tuple(styled[at : at + columns]) for at in range(0, len(styled), columns))
    return [replace(_holding(StyledPictures(rows, width, height), typesetter), place=pictures.place)]


def chart_paragraphs(chart: Chart, typesetter: Typesetter) -> list[StyledParagraph]:
    """The paragraph that holds the chart, and its title below; a chart without values is nothing."""
    if not chart.values:
        return []
    styled = StyledChart(
        kind=chart.kind,
        labels=tuple(_chart_text(text, Alignment.RIGHT, typesetter) for text in chart.labels),
        values=chart.values,
        value_texts=tuple(_chart_text(text, Alignment.LEFT, typesetter) for text in chart.value_texts),
        height=typesetter.measures.line_pitch * len(chart.values),
        colours=typesetter.measures.charts.colours,
        alt_text=_alt_text(chart),
    )
    held = _holding(styled, typesetter)
    paragraphs = [replace(held, keep_with_next=bool(chart.title))]
    if chart.title:
        paragraphs.append(typesetter.paragraph(Role.CAPTION, chart.title))
    return [replace(one, place=chart.place) for one in paragraphs]


def _holding(block: StyledBlock, typesetter: Typesetter) -> StyledParagraph:
    return replace(typesetter.paragraph(Role.FIGURE), holds=block)


def _styled_table(table: Table, typesetter: Typesetter) -> StyledTable:
    rules, count = typesetter.measures.tables, len(table.columns)
    head = tuple(typesetter.paragraph(Role.TABLE_HEAD, column.heading) for column in table.columns)
    rows = [
        tuple(
            _cell(text, Alignment.RIGHT if column.figures else Alignment.LEFT, typesetter)
            for text, column in zip((*row, *("",) * count)[:count], table.columns, strict=True)
        )
        for row in table.rows
    ]
    has_head = any(column.heading for column in table.columns)
    return StyledTable(
        widths=_widths(table, typesetter),
        rows=(head, *rows) if has_head or not rows else tuple(rows),
        head_rows=int(has_head and bool(rows)),
        row_pitch=rules.row_pitch,
        padding=rules.padding,
        border=rules.border,
    )


def _cell(text: str, alignment: Alignment, typesetter: Typesetter) -> StyledParagraph:
    return typesetter.paragraph(Role.TABLE_TEXT, text, alignment=alignment)


def _chart_text(text: str, alignment: Alignment, typesetter: Typesetter) -> StyledParagraph:
    return typesetter.paragraph(Role.CHART_TEXT, text, alignment=alignment)


def _widths(table: Table, typesetter: Typesetter) -> tuple[int, ...]:
    """Widths in twips: those given, the others by their longest text, all scaled to the type area if too wide."""
    measures = typesetter.measures
    em = measures.formats[Role.TABLE_TEXT].size * _TWIPS_PER_POINT
    room = measures.page.text_width
    wanted: list[float] = []
    for index, column in enumerate(table.columns):
        texts = [column.heading, *(row[index] for row in table.rows if index < len(row))]
        longest = max(em_width(line) for text in texts for line in text.split("\n"))
        needed = max(_NARROWEST, longest + 1) * em + 2 * measures.tables.padding
        wanted.append(column.width * measures.char_width if column.width > 0 else min(needed, room / 2))
    open_columns = [at for at, column in enumerate(table.columns) if column.width <= 0]
    spare = room - sum(wanted)
    if spare > 0 and open_columns:
        for at in open_columns:
            wanted[at] += spare / len(open_columns)
    scale = min(1.0, room / sum(wanted))
    least = round(_NARROWEST * em / 2) + 2 * measures.tables.padding
    widths = [max(least, int(one * scale)) for one in wanted]
    over = sum(widths) - room
    if over > 0:
        widths[widths.index(max(widths))] -= over
    return tuple(max(one, 1) for one in widths)


def _styled_picture(picture: Picture, room: tuple[int, int], typesetter: Typesetter) -> StyledPicture:
    """Scaled to fill its frame without losing its shape."""
    if picture.width <= 0 or picture.height <= 0:
        raise BadInput("有一张照片没有宽度或高度，请换一张照片。")
    scale = min(room[0] / picture.width, room[1] / picture.height)
    return StyledPicture(
        source=picture.source,
        alt_text=picture.alt_text or picture.caption or "照片",
        width=max(1, int(picture.width * scale)),
        height=max(1, int(picture.height * scale)),
        caption=typesetter.paragraph(Role.CAPTION, picture.caption),
    )


def _alt_text(chart: Chart) -> str:
    values = "，".join(f"{label}{text}" for label, text in zip(chart.labels, chart.value_texts, strict=False))
    return f"{chart.title}：{values}" if chart.title else values
