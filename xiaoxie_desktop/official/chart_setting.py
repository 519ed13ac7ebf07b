"""Sets a bar or pie chart as boxes, wedges and lines of text."""

from dataclasses import replace

from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.measures import Measures, PageMeasures
from xiaoxie_desktop.core.pages import Box, ChartKind, StyledChart, StyledParagraph, Wedge
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.strips import Strip, StripLine

_FULL_CIRCLE = 3600


def fitted_chart(
    chart: StyledChart, page: PageMeasures, measures: Measures, setter: LineSetter
) -> StyledChart:
    """``chart`` as high as its labels need, in whole lines.

    Raises BadInput when it has more values than fit on a page.
    """
    row = max(_row_heights(chart, page, measures, setter), default=measures.line_pitch)
    height = max(row * len(chart.values), measures.charts.pie_height if chart.kind is ChartKind.PIE else 0)
    height = -(-height // measures.line_pitch) * measures.line_pitch
    if height > page.text_height:
        raise BadInput("这个图的项目太多，一页排不下，请减少项目或改用表格。")
    return replace(chart, height=height)


def chart_strip(chart: StyledChart, page: PageMeasures, measures: Measures, setter: LineSetter) -> Strip:
    """The whole chart, never parted by a page's end."""
    if chart.kind is ChartKind.BAR:
        return _bars(chart, page, measures, setter)
    return _pie(chart, page, measures, setter)


def _row_heights(chart: StyledChart, page: PageMeasures, measures: Measures, setter: LineSetter) -> list[int]:
    rules = measures.charts
    width = rules.label_width - rules.gap if chart.kind is ChartKind.BAR else _key_width(page, measures)
    return [
        sum(line.pitch for line in setter.lines(paragraph, page.left, room))
        for paragraphs, room in ((chart.labels, width), (chart.value_texts, rules.value_width))
        for paragraph in paragraphs
    ]


def _key_width(page: PageMeasures, measures: Measures) -> int:
    rules = measures.charts
    return page.text_width // 2 - rules.bar_height - rules.gap - rules.value_width


def _bars(chart: StyledChart, page: PageMeasures, measures: Measures, setter: LineSetter) -> Strip:
    """A row for each value: label, bar, value."""
    rules = measures.charts
    row = chart.height // max(1, len(chart.values))
    room = page.text_width - rules.label_width - rules.value_width - rules.gap
    greatest = max((abs(value) for value in chart.values), default=0) or 1
    lines: list[StripLine] = []
    boxes: list[Box] = []
    for index, value in enumerate(chart.values):
        y, width = index * row, round(abs(value) / greatest * room)
        colour = chart.colours[index % len(chart.colours)]
        boxes.append(
            Box(rules.label_width, y + (row - rules.bar_height) // 2, width, rules.bar_height, colour)
        )
        label_room, value_left = rules.label_width - rules.gap, rules.label_width + width + rules.gap
        lines += _words(chart.labels[index], (0, y, label_room, row), index, page, setter)
        lines += _words(
            chart.value_texts[index], (value_left, y, rules.value_width, row), index, page, setter
        )
    return Strip(chart.height, tuple(lines), boxes=tuple(boxes))


def _pie(chart: StyledChart, page: PageMeasures, measures: Measures, setter: LineSetter) -> Strip:
    """A circle at the left, its key at the right."""
    rules, half = measures.charts, page.text_width // 2
    radius = min(chart.height, half) // 2 - rules.gap
    whole = sum(abs(value) for value in chart.values) or 1
    row = chart.height // max(1, len(chart.values))
    done, wedges, boxes, lines = 0.0, [], [], []
    for index, value in enumerate(chart.values):
        start = round(done / whole * _FULL_CIRCLE)
        done += abs(value)
        colour, y = chart.colours[index % len(chart.colours)], index * row
        span = round(done / whole * _FULL_CIRCLE) - start
        wedges.append(Wedge(half // 2, chart.height // 2, radius, start, span, colour))
        boxes.append(Box(half, y + (row - rules.bar_height) // 2, rules.bar_height, rules.bar_height, colour))
        x, width = half + rules.bar_height + rules.gap, _key_width(page, measures)
        lines += _words(chart.labels[index], (x, y, width, row), index, page, setter)
        lines += _words(chart.value_texts[index], (x + width, y, rules.value_width, row), index, page, setter)
    return Strip(chart.height, tuple(lines), boxes=tuple(boxes), wedges=tuple(wedges))


def _words(
    paragraph: StyledParagraph,
    frame: tuple[int, int, int, int],
    index: int,
    page: PageMeasures,
    setter: LineSetter,
) -> list[StripLine]:
    """The lines of ``paragraph`` in a frame (left, top, width, height), in the middle of its height."""
    left, top, width, height = frame
    set_lines = setter.lines(paragraph, page.left + left, width)
    y = top + (height - sum(line.pitch for line in set_lines)) // 2
    found: list[StripLine] = []
    for line in set_lines:
        found.append(StripLine(paragraph.role, line, y, (index, 0)))
        y += line.pitch
    return found
