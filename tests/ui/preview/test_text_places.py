"""From a piece of text to its place on a page and back, figures and findings included."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoxie_desktop.core.composed import ComposedParagraph, ComposedReport, ComposedSection, Figure, Piece
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.pages import PagedDocument, Role
from xiaoxie_desktop.ui.preview.marks import Marks, ReportMap
from xiaoxie_desktop.ui.preview.text_places import TextPlaces, figures_in, first

PLACE = ("lead", "p3")


def line_text(document: PagedDocument, page: int, y: int) -> str:
    return next(line.text for line in document.pages[page].lines if line.y == y)


@pytest.mark.parametrize("excerpt", ["第3段", "42件", "宣讲", "挽回经济损失21.6万元；开展“3·15”活动——共3次"])
def test_excerpt_is_found_where_it_is_printed(laid_out: Callable[[int], PagedDocument], excerpt: str) -> None:
    document = laid_out(12)
    places = TextPlaces(document)
    start = places.text(PLACE).find(excerpt)
    assert start >= 0
    spots = list(places.spots(PLACE, start, start + len(excerpt)))
    assert spots
    read = ""
    for spot in spots:
        line = next(one for one in document.pages[spot.page].lines if one.y == spot.y)
        xs = [x for run in line.runs for x in run.xs]
        read += "".join(
            character for character, x in zip(line.text, xs, strict=True) if spot.x <= x < spot.x + spot.width
        )
    assert read == excerpt


def test_every_character_hit_is_the_one_painted_there(laid_out: Callable[[int], PagedDocument]) -> None:
    document = laid_out(12)
    places = TextPlaces(document)
    tried = 0
    for number, page in enumerate(document.pages):
        for line in page.lines:
            if line.place != PLACE:
                continue
            xs = [x for run in line.runs for x in run.xs]
            for index, x in enumerate(xs):
                hit = places.at(number, x + 20, line.y + 100)
                assert hit is not None
                assert hit.place == PLACE
                assert places.text(PLACE)[hit.character] == line.text[index]
                tried += 1
    assert tried == len(places.text(PLACE)) > 100


@pytest.mark.parametrize(
    ("x", "y"), [(200, 5000), (6000, 200), (11800, 16000)], ids=["left", "top", "corner"]
)
def test_margins_are_nothing(laid_out: Callable[[int], PagedDocument], x: int, y: int) -> None:
    assert TextPlaces(laid_out(3)).at(0, x, y) is None


def test_pages_that_are_not_there(laid_out: Callable[[int], PagedDocument]) -> None:
    assert TextPlaces(laid_out(3)).at(99, 5000, 5000) is None


def test_section_has_a_bar_on_every_page_it_is_on(laid_out: Callable[[int], PagedDocument]) -> None:
    document = laid_out(12)
    bars = list(TextPlaces(document).section_bars("lead"))
    assert [bar.page for bar in bars] == list(range(len(bars)))
    assert len(bars) >= 2
    for bar in bars:
        lines = [line for line in document.pages[bar.page].lines if line.place[0] == "lead"]
        assert (bar.y, bar.y + bar.height) == (lines[0].y, lines[-1].y + lines[-1].setting.pitch)
    assert list(TextPlaces(document).section_bars("gone")) == []


def test_title_is_found_by_its_role(laid_out: Callable[[int], PagedDocument]) -> None:
    document = laid_out(3)
    spots = list(TextPlaces(document).of_role(Role.TITLE))
    assert "".join(line_text(document, spot.page, spot.y) for spot in spots).endswith("2026年工作总结")


def paragraph(*pieces: Piece, heading: str = "") -> ComposedParagraph:
    return ComposedParagraph("lead", "p3", pieces, heading=heading)


def figure(text: str, field: str = "count", row: str = "") -> Figure:
    return Figure(TokenRef(field, row=row), text)


CASES = [
    pytest.param(paragraph("受理", figure("42件"), "。"), "受理42件。", [(2, 5)], id="plain"),
    pytest.param(
        paragraph("受理", figure("42件"), heading="一是抓投诉。"),
        "一是抓投诉。受理42件。",
        [(8, 11)],
        id="heading",
    ),
    pytest.param(
        paragraph("甲\n", figure("42件"), "\n乙", figure("3次")), "甲42件乙3次", [(1, 4), (5, 7)], id="lines"
    ),
    pytest.param(paragraph(" 甲 \n ", figure("42件")), "甲42件", [(1, 4)], id="spaces at the ends"),
    pytest.param(paragraph(figure(""), "甲", figure("42件")), "甲42件", [(1, 4)], id="missing figure"),
    pytest.param(paragraph("甲", figure("42件")), "另外的字", [], id="other text"),
    pytest.param(paragraph("甲", heading="一、"), "甲", [], id="other heading"),
]


@pytest.mark.parametrize(("composed", "printed", "places"), CASES)
def test_figures_in_printed_text(
    composed: ComposedParagraph, printed: str, places: list[tuple[int, int]]
) -> None:
    found = [(start, end) for _figure, start, end in figures_in(composed, printed)]
    assert found == places


@given(st.lists(st.one_of(st.text("甲乙，1 "), st.text("0123456789件", min_size=1).map(figure))))
def test_every_figure_is_found_at_its_own_text(pieces: list[Piece]) -> None:
    composed = paragraph(*pieces)
    printed = composed.text.strip()
    for found, start, end in figures_in(composed, printed):
        assert printed[start:end] == found.text


def report_map(document: PagedDocument) -> ReportMap:
    """The first figure of paragraph p3 belongs to a field."""
    text = TextPlaces(document).text(PLACE)
    at = text.find("42件")
    composed = paragraph(text[:at], figure("42件", "accepted", "r1"), text[at + 3 :])
    section = ComposedSection("lead", "导语", "", 0, (composed,))
    return ReportMap(ComposedReport("", (section,)), TextPlaces(document))


def test_figure_under_the_mouse(laid_out: Callable[[int], PagedDocument]) -> None:
    seen = report_map(laid_out(12))
    spot = first(seen.field_spots("accepted"))
    assert spot is not None
    hit = seen.places.at(spot.page, spot.x + 40, spot.y + 100)
    assert hit is not None
    found = seen.figure_at(hit)
    assert found is not None
    assert found.ref.field == "accepted"
    beside = seen.places.at(spot.page, spot.x + spot.width + 200, spot.y + 100)
    assert beside is None or seen.figure_at(beside) is None


FINDINGS = [
    pytest.param(
        Finding("r", Severity.ERROR, "", "lead", paragraph="p3", excerpt="40件"), True, False, id="words"
    ),
    pytest.param(
        Finding("r", Severity.ERROR, "", "lead", excerpt="第3段"), True, False, id="words of a section"
    ),
    pytest.param(Finding("r", Severity.WARNING, "", "lead", field="accepted"), False, True, id="field"),
    pytest.param(
        Finding("r", Severity.WARNING, "", "lead", field="accepted", row="r1"), False, True, id="row"
    ),
    pytest.param(
        Finding("r", Severity.WARNING, "", "lead", field="accepted", row="r2"), False, False, id="other row"
    ),
    pytest.param(
        Finding("r", Severity.ERROR, "", "end", field="date_of_issue"), True, False, id="date of issue"
    ),
    pytest.param(
        Finding("r", Severity.ERROR, "", "lead", excerpt="没有这几个字"), False, False, id="not printed"
    ),
    pytest.param(Finding("r", Severity.HINT, "", "lead", excerpt="40件"), False, False, id="suggestion"),
]


@pytest.mark.parametrize(("finding", "error", "warning"), FINDINGS)
def test_findings_are_marked_where_they_are_seen(
    laid_out: Callable[[int], PagedDocument], finding: Finding, error: bool, warning: bool
) -> None:
    marks = report_map(laid_out(12)).marks("lead", [finding])
    assert (bool(marks.errors), bool(marks.warnings)) == (error, warning)
    assert marks.section
    assert marks.typed == ()


def test_field_being_typed_in_is_marked(laid_out: Callable[[int], PagedDocument]) -> None:
    seen = report_map(laid_out(12))
    assert len(seen.marks("lead", (), "accepted").typed) == 1
    assert seen.marks("gone", (), "gone") == Marks()
