"""Pages as laid out: what must hold for any document, and the rules of single elements."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.official.documents import BODY, DAY, FORMS, NAME, PICTURES, SENTENCE, TABLE
from xiaoxie_desktop.core.errors import BadInput, DefinitionError
from xiaoxie_desktop.core.line_breaks import Break
from xiaoxie_desktop.core.measures import Measures, PageNumberSide
from xiaoxie_desktop.core.official_document import (
    Annex,
    BodyParagraph,
    Chart,
    Imprint,
    Masthead,
    OfficialDocument,
    OfficialForm,
    Table,
    TableColumn,
)
from xiaoxie_desktop.core.pages import ChartKind, Page, PagedDocument, Role
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.styling import styled_paragraphs
from xiaoxie_desktop.resource_files import resource_path

NEVER_FIRST = "、。，．；：！？”’）》〉」』】〕〗%％"
NEVER_LAST = "“‘（《〈「『【〔〖"
SIGNATURE = {Role.ISSUING_AUTHORITY_SIGNATURE, Role.DATE_OF_ISSUE}
TEXT = {Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4}
PHRASES = (
    "组织开展", "宣传咨询", "消费者", "，", "。", "、", "“一会两站”", "《食品安全法》", "（含网络）", "——", "……",
    "126件", "3.15", "50%", "Wi-Fi", "ISO9001", "①", "25℃", "\u3000", " ", "𨙸村", "e\u0301",
)  # fmt: skip
MEASURES = load_measures(resource_path("official"))
"""For the tests with hypothesis, which would print the fixture."""
running_text = st.lists(st.sampled_from(PHRASES), max_size=60).map("".join)


def paged(document: OfficialDocument, measures: Measures) -> PagedDocument:
    return lay_out(styled_paragraphs(document, measures), measures)


def report(*texts: str, **changes: object) -> OfficialDocument:
    document = OfficialDocument(
        "关于工作情况的报告",
        tuple(BodyParagraph(text=text) for text in texts),
        issuing_authorities=(NAME,),
        date_of_issue=DAY,
    )
    return replace(document, **changes)


def lines_of(document: PagedDocument) -> list:
    return [line for page in document.pages for line in page.lines]


def expect_sound(document: PagedDocument, measures: Measures) -> None:
    """Every character once and in order, every line inside the type area, none over another, not too many."""
    for index, paragraph in enumerate(document.paragraphs):
        if paragraph.holds is None:
            own = [line for line in lines_of(document) if line.paragraph == index]
            assert "\n".join(line.text for line in own).replace("\n", "") == paragraph.text.replace("\n", "")
            assert all(
                one.setting.end + paragraph.text[one.setting.end : two.setting.start].count("\n")
                == two.setting.start
                for one, two in pairwise(own)
            )
    for page in document.pages:
        expect_sound_page(page, measures)


def expect_sound_page(page: Page, measures: Measures) -> None:
    sheet = measures.page.on_its_side if page.landscape else measures.page
    for line in page.lines:
        assert "".join(run.text for run in line.runs) == line.text.replace("\t", "")
        assert all(len(run.xs) == len(run.text) for run in line.runs)
        xs = [x for run in line.runs for x in run.xs]
        assert xs == sorted(xs)
        assert line.role is Role.LETTER_MARK or line.y >= sheet.top
        assert line.y + line.setting.pitch <= sheet.top + sheet.text_height
    flowing = sorted((one.y, one.setting.pitch) for one in page.lines if one.cell is None)
    assert all(y + pitch <= below for (y, pitch), (below, _) in pairwise(flowing))
    assert sum(line.role in TEXT for line in page.lines) <= measures.lines_per_page


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_sound(measures: Measures, name: str) -> None:
    document = paged(FORMS[name], measures)
    expect_sound(document, measures)
    assert document.pages[-1].lines


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(running_text, max_size=12), sealed=st.booleans())
def test_any_text_is_sound(texts: list[str], sealed: bool) -> None:
    document = paged(report(*texts, sealed=sealed), MEASURES)
    expect_sound(document, MEASURES)
    body = [line for line in lines_of(document) if line.role is Role.BODY]
    for line, following in pairwise(body):
        if line.paragraph == following.paragraph:
            assert following.text[0] not in NEVER_FIRST
            assert line.text[-1] not in NEVER_LAST
            assert line.text[-1] + following.text[0] not in ("——", "……")


@settings(max_examples=40, deadline=None)
@given(counts=st.lists(st.integers(1, 14), min_size=1, max_size=12), sealed=st.booleans())
def test_signature_always_has_text_beside_it(counts: list[int], sealed: bool) -> None:
    document = paged(report(*(SENTENCE * count for count in counts), sealed=sealed), MEASURES)
    page = next(page for page in document.pages if any(line.role in SIGNATURE for line in page.lines))
    roles = [line.role for line in page.lines]
    assert Role.BODY in roles
    assert {Role.ISSUING_AUTHORITY_SIGNATURE, Role.DATE_OF_ISSUE} <= set(roles)


def test_one_paragraph_longer_than_a_page_is_parted_for_the_signature(measures: Measures) -> None:
    for count in range(15, 40):
        document = paged(report(SENTENCE * count), measures)
        expect_sound(document, measures)
        last = [line.role for line in document.pages[-1].lines]
        assert last[-1] is Role.DATE_OF_ISSUE
        assert Role.BODY in last


def test_headings_are_never_last_on_a_page(measures: Measures) -> None:
    pair = (BodyParagraph(heading="一、加强领导", heading_level=1), BodyParagraph(text=SENTENCE))
    for lead in range(12):
        document = paged(report(body=(*(BodyParagraph(text="一行"),) * lead, *pair * 20)), measures)
        for page in document.pages[:-1]:
            assert page.lines[-1].role is Role.BODY


def test_22_lines_on_a_full_page(measures: Measures) -> None:
    document = paged(report(*(SENTENCE * 3,) * 40), measures)
    assert {len(page.lines) for page in document.pages[1:-2]} == {measures.lines_per_page}


def test_a_laid_out_page_as_text(measures: Measures) -> None:
    page = paged(FORMS["plain"], measures).pages[0]
    told = [f"{one.x} {one.y} {one.width} {one.spacing} {one.text}" for one in page.lines[:6]]
    assert told == [
        "2611 2098 6798 0 清溪县消费者协会2025年工作总结",
        "1588 3396 2192 -8 市消费者协会：",
        "2218 3974 3440 -8 现将有关情况报告如下：",
        "2218 4552 2504 -8 一、加强组织领导",
        "2218 5130 8214 -8 （一）健全机制。全年受理投诉126件，调解成功124件，",
        "1588 5708 4832 -8 为消费者挽回经济损失21.6万元。",
    ]


def test_places_lead_back_to_the_text(measures: Measures) -> None:
    places = {line.place for line in lines_of(paged(FORMS["plain"], measures)) if "现将" in line.text}
    assert places == {("opening", "first")}


def test_recipients_that_fill_the_first_page_go_to_the_imprint(measures: Measures) -> None:
    many = "，".join(f"第{number}乡镇消费者协会分会" for number in range(40))
    document = replace(FORMS["document"], main_recipients=many, annexes=())
    result = paged(document, measures)
    expect_sound(result, measures)
    assert any(line.role is Role.BODY for line in result.pages[0].lines)
    roles = [one.role for one in result.paragraphs]
    assert Role.MAIN_RECIPIENTS not in roles
    assert roles.index(Role.IMPRINT_RECIPIENTS) < roles.index(Role.COPY_TO)
    assert sum(many[:9] in line.text for line in lines_of(result)) == 1


def test_imprint_ends_on_the_lower_edge_of_the_last_page(measures: Measures) -> None:
    for lines in range(10, 24):
        body = (BodyParagraph(text="一行短文"),) * lines
        result = paged(report(body=body, imprint=Imprint("县政府", "镇消协", DAY)), measures)
        expect_sound(result, measures)
        last = result.pages[-1]
        lower = max(stroke.y + stroke.width // 2 for stroke in last.strokes)
        assert lower == measures.page.top + measures.page.text_height
        assert last.lines[-1].role is Role.PRINTING_AUTHORITY


def test_imprint_on_an_even_page(measures: Measures) -> None:
    even = replace(measures, imprint=replace(measures.imprint, on_even_page=True))
    for lines in (3, 30, 50, 60):
        body = (BodyParagraph(text="一行短文"),) * lines
        pages = paged(report(body=body, imprint=Imprint("县政府")), even).pages
        assert len(pages) == 1 or len(pages) % 2 == 0
        blank = [page.number for page in pages if not page.lines]
        assert [page.number for page in pages if page.page_number is None] == [
            number for number in range(1, len(pages) + 1) if blank and number >= blank[0]
        ]


def test_page_numbers_stand_outside_or_in_the_middle(measures: Measures) -> None:
    pages = paged(report(*(SENTENCE * 3,) * 20), measures).pages
    odd, even = pages[0].page_number, pages[1].page_number
    assert odd and even
    assert odd.text == "— 1 —"
    assert odd.x > measures.page.width // 2 > even.x
    centred = replace(measures, page_number_side=PageNumberSide.CENTRE)
    middle = paged(report("文"), centred).pages[0].page_number
    assert middle
    assert abs(2 * middle.x + middle.width - 2 * measures.page.left - measures.page.text_width) <= 2


def test_landscape_annexes_lie_on_their_side(measures: Measures) -> None:
    pages = paged(FORMS["document"], measures).pages
    lying = [page for page in pages if page.landscape]
    assert lying
    assert all((page.width, page.height) == (measures.page.height, measures.page.width) for page in lying)
    assert all(page.page_number and page.page_number.turned for page in lying)
    assert not pages[-1].landscape, "the imprint stands upright"


def test_tables_repeat_their_head_and_keep_every_cell(measures: Measures) -> None:
    document = paged(FORMS["blocks"], measures)
    table_pages = [
        page for page in document.pages if any(line.role is Role.TABLE_TEXT for line in page.lines)
    ]
    heads = [[line for line in page.lines if line.role is Role.TABLE_HEAD] for page in table_pages]
    assert all(len(head) == len(TABLE.columns) for head in heads[:2])
    assert [line.paragraph == -1 for line in heads[1]] == [True] * 4
    cells: dict[tuple[int, int], str] = {}
    for line in lines_of(document):
        if line.role is Role.TABLE_TEXT and line.cell and line.paragraph >= 0 and line.cell[1] == 3:
            cells[line.cell] = cells.get(line.cell, "") + line.text
    assert [text for text in cells.values() if SENTENCE in text] == [row[3] for row in TABLE.rows if row[3]]


def test_a_cell_longer_than_a_page_is_cut_into_rows(measures: Measures) -> None:
    long_text = SENTENCE * 60
    table = Table((TableColumn("项目"), TableColumn("内容")), (("长", long_text), ("后", "完")))
    document = paged(report(body=(table,)), measures)
    expect_sound(document, measures)
    told = "".join(line.text for line in lines_of(document) if line.role is Role.TABLE_TEXT)
    assert told == f"长{long_text}后完"


def test_pictures_keep_their_shape_inside_their_frames(measures: Measures) -> None:
    pictures = [one for page in paged(FORMS["blocks"], measures).pages for one in page.pictures]
    assert len(pictures) == len(PICTURES.pictures)
    for placed, given_picture in zip(pictures, PICTURES.pictures, strict=True):
        assert placed.width / placed.height == pytest.approx(
            given_picture.width / given_picture.height, rel=0.01
        )
        assert placed.x >= measures.page.left
        assert placed.y + placed.height <= measures.page.top + measures.page.text_height


def test_charts_are_boxes_and_wedges(measures: Measures) -> None:
    pages = paged(FORMS["blocks"], measures).pages
    bars = [box for page in pages for box in page.boxes if box.width > 500]
    assert [bar.width for bar in bars] == sorted((bar.width for bar in bars), reverse=True)
    spans = [wedge.span for page in pages for wedge in page.wedges]
    assert sum(spans) == 3600


def test_a_letter_has_its_rules_and_no_number_on_the_first_page(measures: Measures) -> None:
    first = paged(FORMS["letter"], measures).pages[0]
    assert first.page_number is None
    rules = [stroke for stroke in first.strokes if stroke.to_x - stroke.x == measures.letter.rule_width]
    assert [stroke.width > 20 for stroke in rules] == [True, False, False, True]
    assert rules[-1].y + rules[-1].width // 2 == pytest.approx(measures.letter.lower_rule, abs=1)


def test_the_cache_changes_nothing(measures: Measures) -> None:
    setter = LineSetter(measures)
    for document in FORMS.values():
        styled = styled_paragraphs(document, measures)
        assert (
            lay_out(styled, measures, setter)
            == lay_out(styled, measures, setter)
            == lay_out(styled, measures)
        )


@pytest.mark.parametrize(
    "document",
    [
        replace(FORMS["document"], title="关于" + "进一步加强消费维权工作" * 18 + "的通知"),
        report("见" + "x" * 300 + "。"),
        report("x" * 300),
        report("\u0301" * 200),
        report("，" * 200),
        report("“" * 200),
        report(body=(Table(tuple(TableColumn(f"列{at}") for at in range(40)), (("文",) * 40,)),)),
        report(body=(Table((TableColumn(""),), ()),)),
        report(annexes=(Annex("", ()),)),
        OfficialDocument("", ()),
        OfficialDocument("", (), OfficialForm.LETTER, Masthead("")),
        OfficialDocument("", (), OfficialForm.BRIEFING, Masthead("", compiler="某某")),
    ],
    ids=lambda document: document.title[:4] or "empty",
)  # fmt: skip
def test_hard_cases_end_and_lose_nothing(measures: Measures, document: OfficialDocument) -> None:
    expect_sound(paged(document, measures), measures)


def test_an_annex_of_400_pages(measures: Measures) -> None:
    body = tuple(BodyParagraph(text=SENTENCE * 8) for _ in range(900))
    document = paged(report("文", annexes=(Annex("材料", body),)), measures)
    assert len(document.pages) > 400
    assert sum(len(line.text) for line in lines_of(document)) == sum(
        len(one.text) for one in document.paragraphs
    )


@pytest.mark.parametrize(
    "page", [{"width": 0}, {"height": 0}, {"top": 20000}, {"left": 11000}], ids=lambda page: next(iter(page))
)
def test_measures_without_room_are_a_sentence(measures: Measures, page: dict[str, int]) -> None:
    cramped = replace(measures, page=replace(measures.page, **page))
    with pytest.raises(DefinitionError, match="排不下"):
        paged(report("文"), cramped)


def test_too_large_a_chart_is_a_sentence(measures: Measures) -> None:
    labels = tuple(f"第{at}项" for at in range(40))
    chart = Chart(ChartKind.BAR, labels, tuple(map(float, range(40))), labels)
    with pytest.raises(BadInput, match="项目太多"):
        paged(report(body=(chart,)), measures)


@pytest.mark.parametrize("profile", ["gbt33476", "office"])
def test_profiles_are_sound(profile: str) -> None:
    folder = resource_path("official")
    measures = load_measures(folder, folder / "profiles" / f"{profile}.toml")
    for document in FORMS.values():
        expect_sound(paged(document, measures), measures)
    latin = {run.latin for line in lines_of(paged(FORMS["plain"], measures)) for run in line.runs}
    assert latin == ({True, False} if profile == "office" else {False})


def test_the_day_of_a_long_date_stays_on_one_line(measures: Measures) -> None:
    document = paged(report("文", date_of_issue=date(2026, 12, 28)), measures)
    assert [line.text for line in lines_of(document)][-1] == "2026年12月28日"


def test_body_is_the_sample(measures: Measures) -> None:
    document = paged(report(body=BODY), measures)
    assert "".join(line.text for line in lines_of(document) if line.role is Role.BODY).count("126件") == 3


def test_text_is_never_taken_from_the_first_page_for_the_signature(measures: Measures) -> None:
    for count in range(1, 12):
        document = replace(
            FORMS["document"], body=(BodyParagraph(text="一行"),) * count, remarks="", imprint=None
        )
        result = paged(document, measures)
        assert any(line.role is Role.BODY for line in result.pages[0].lines)
        assert Role.MAIN_RECIPIENTS in [one.role for one in result.paragraphs]


def test_text_under_a_table_from_the_page_before_never_stands_in_the_last_place_alone(
    measures: Measures,
) -> None:
    """LibreOffice moves it to the next page, or drops the repeated head."""
    bottom = measures.page.top + measures.page.text_height
    under = 0
    for rows in range(15, 60):
        table = replace(TABLE, rows=(("1", "食品类", "37", "无"),) * rows, title="", note="")
        for extra in (1, 2, 3):
            document = replace(report(), body=(*BODY[:extra], table, BodyParagraph(text=SENTENCE * 4)))
            for page in paged(document, measures).pages:
                text = [line for line in page.lines if line.role is Role.BODY]
                if page.lines[0].paragraph < 0 and text:
                    under += 1
                    assert text[0].y + 2 * text[0].setting.pitch <= bottom
    assert under


@pytest.mark.parametrize("count", [26, 36, 42, 54, 200])
def test_recipients_never_leave_the_sheet(measures: Measures, count: int) -> None:
    recipients = "、".join(f"清溪县第{at}街道消费者协会" for at in range(count))
    document = paged(replace(FORMS["document"], main_recipients=recipients, annexes=()), measures)
    shown = "".join(line.text for line in lines_of(document))
    assert recipients in shown
    assert all(
        line.y >= measures.page.top for line in lines_of(document) if line.role is not Role.COPY_NUMBER
    )


def test_a_bracket_before_a_digit_would_not_fit_either(measures: Measures) -> None:
    """LibreOffice 7.4 sometimes leaves it at the line's end when there is room for it alone."""
    breaks = measures.line_breaks
    bracket = breaks.classes["〔"]
    assert breaks.pairs[bracket][breaks.digit] is Break.SOME
    assert breaks.pairs[bracket][breaks.hanzi] is Break.NONE
