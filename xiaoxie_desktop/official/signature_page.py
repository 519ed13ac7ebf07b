"""Signature and date never stand alone on a page (7.3.5.5): the page before is set tighter or wider until text is beside them."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Role, StyledParagraph
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.pagination import Flow, paginate_again
from xiaoxie_desktop.official.paragraphs import changed_format
from xiaoxie_desktop.official.strips import Sheet

_SIGNATURE = frozenset({Role.ISSUING_AUTHORITY_SIGNATURE, Role.DATE_OF_ISSUE})
_TEXT = frozenset(
    {Role.BODY, Role.MAIN_RECIPIENTS, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4}
)
_BODY = _TEXT - {Role.MAIN_RECIPIENTS}
_MOVED_LINES = 2


def with_text_beside_signature(flow: Flow, measures: Measures, setter: LineSetter) -> Flow:
    """``flow``, or the first of its variants in which the signature shares its page with text."""
    tail = _lonely_signature(flow)
    if tail is None:
        return flow
    for paragraphs in _variants(flow, tail, measures, setter):
        first = next(at for at, one in enumerate(paragraphs) if one is not flow.given[at])
        changed = paginate_again(paragraphs, measures, setter, flow, first)
        if _lonely_signature(changed) is None and _first_text_sheet(changed) == _first_text_sheet(flow):
            return changed
    return flow


def _first_text_sheet(flow: Flow) -> int:
    """The sheet the text begins on: the first page must not lose it (7.3.3)."""
    return next(
        (sheet for one, sheet in zip(flow.given, flow.first_sheets, strict=True) if one.role in _BODY), 0
    )


def _lonely_signature(flow: Flow) -> int | None:
    """The first paragraph of note, signature and date if these begin their page although text stands before them."""
    roles = [one.role for one in flow.given]
    signature = next((index for index, role in enumerate(roles) if role in _SIGNATURE), 0)
    tail = signature
    while tail and roles[tail - 1] is Role.ANNEX_NOTE:
        tail -= 1
    if not tail:
        return None
    sheet = flow.sheets[flow.first_sheets[signature]]
    return tail if sheet.lines[0].paragraph >= tail else None


def _variants(
    flow: Flow, tail: int, measures: Measures, setter: LineSetter
) -> Iterator[tuple[StyledParagraph, ...]]:
    """Tighter lines if that brings the tail back, else wider ones or a page break that take text to it."""
    sheet = flow.sheets[flow.first_sheets[tail] - 1]
    on_sheet = {line.paragraph for line in sheet.lines}
    begun = {
        index
        for index in on_sheet
        if flow.first_sheets[index] == flow.first_sheets[tail] - 1 and _is_text(flow.given[index], measures)
    }
    lines = sum(line.paragraph in begun for line in sheet.lines)
    yield from (
        _with_pitch(flow.given, begun, pitch) for pitch in _pitches(flow, tail, sheet, lines, measures)
    )
    last = flow.given[tail - 1]
    column = (measures.page.left, measures.page.text_width)
    moved = tail - 1
    while moved and flow.given[moved - 1].keep_with_next:
        moved -= 1
    text_stays = any(one.role is Role.BODY for one in flow.given[:moved])
    if text_stays and len(setter.lines(last, *column)) <= measures.signature.kept_text_lines:
        first = replace(flow.given[moved], page_break_before=True)
        yield (*flow.given[:moved], first, *flow.given[moved + 1 :])
    if len(setter.lines(last, *column)) > _MOVED_LINES:
        cut = setter.lines(last, *column)[-_MOVED_LINES].start
        yield (*flow.given[: tail - 1], *_parted(last, cut), *flow.given[tail:])


def _parted(paragraph: StyledParagraph, cut: int) -> tuple[StyledParagraph, StyledParagraph]:
    """Two paragraphs that look like one, the second beginning with the ``cut``th character on a new page."""
    upper, lower, done = [], [], 0
    for run in paragraph.runs:
        at = min(len(run.text), max(0, cut - done))
        upper.append(replace(run, text=run.text[:at]))
        lower.append(replace(run, text=run.text[at:]))
        done += len(run.text)
    style = replace(paragraph.format, first_line=0, space_before=0)
    return (
        replace(paragraph, runs=tuple(run for run in upper if run.text), continued=True),
        replace(
            paragraph,
            runs=tuple(run for run in lower if run.text),
            format=style,
            page_break_before=True,
        ),
    )


def _pitches(flow: Flow, tail: int, sheet: Sheet, lines: int, measures: Measures) -> Iterator[int]:
    """Line pitches for the last page of text that may help, tighter first."""
    if not lines:
        return
    pitch, limits = measures.line_pitch, measures.signature
    free = measures.page.text_height - sheet.used
    tighter = pitch - -(-(_height(flow.given[tail:]) - free) // lines)
    if tighter >= limits.tightest_pitch:
        yield tighter
    for moved in (1, 2):
        wider = pitch + -(-(free + pitch * (2 * moved - 1) // 2) // lines)
        if wider <= limits.widest_pitch:
            yield wider


def _height(tail: tuple[StyledParagraph, ...]) -> int:
    """Height of note, signature and date, each on one line."""
    kept = takewhile(lambda one: one.role in _SIGNATURE or one.role is Role.ANNEX_NOTE, tail)
    return sum(one.format.space_before + one.format.line_pitch for one in kept)


def _is_text(paragraph: StyledParagraph, measures: Measures) -> bool:
    return paragraph.format.line_pitch == measures.line_pitch and paragraph.role in _TEXT


def _with_pitch(
    paragraphs: tuple[StyledParagraph, ...], chosen: set[int], pitch: int
) -> tuple[StyledParagraph, ...]:
    return tuple(
        replace(one, format=changed_format(one.format, (("line_pitch", pitch),))) if index in chosen else one
        for index, one in enumerate(paragraphs)
    )
