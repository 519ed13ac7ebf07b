"""Texts the writer changed: figures stay alive, what came, went or was lost is told, nothing is dropped."""

import pytest

from tests.core.small_kind import FULL, composed, exact, rows, section_text
from xiaoxie_desktop.core.answers import Items, Value
from xiaoxie_desktop.core.composed import ComposedParagraph, Figure, stored_pieces, text_of
from xiaoxie_desktop.core.composing import EXTRA_PARAGRAPH
from xiaoxie_desktop.core.draft import EditedText, ParagraphKey, TokenRef

TOTALS: ParagraphKey = ("complaints", "totals")
ACCEPTED, RESOLVED = TokenRef("accepted"), TokenRef("resolved")
EDITED = EditedText(
    ("今年一共受理", ACCEPTED, "，办成", RESOLVED, "。"),
    ("accepted", "resolved", "referred", "open", "recovered"),
)


def paragraph(
    answers: dict[str, Value], edited: EditedText = EDITED, key: ParagraphKey = TOTALS
) -> ComposedParagraph:
    section = composed(answers, texts={key: edited}).section(key[0])
    assert section is not None
    return next(one for one in section.paragraphs if one.place == key)


def test_figures_follow_the_facts():
    assert paragraph(FULL).text == "今年一共受理114件，办成112件。"
    changed = paragraph({**FULL, "accepted": exact(120, "件")})
    assert changed.text == "今年一共受理120件，办成112件。"
    assert changed.edited


def test_what_the_facts_would_say_stays_at_hand():
    assert text_of(paragraph(FULL).original).startswith("全年，受理投诉114件，调解成功112件，")


def test_a_figure_whose_fact_is_gone_leaves_a_gap():
    pieces = paragraph({"accepted": exact(114, "件")}).pieces
    assert [piece.ref for piece in pieces if isinstance(piece, Figure) and piece.missing] == [RESOLVED]


def test_the_words_stay_when_every_fact_is_gone():
    assert paragraph({"theme": "提升消费品质"}).text == "今年一共受理，办成。"


def test_clauses_that_came_and_went():
    answers = {key: value for key, value in FULL.items() if key != "referred"}
    told = paragraph({**answers, "natures": rows({"nature": "quality", "number": exact(5, "件")})})
    assert [(one.id, text_of(one.pieces)) for one in told.came] == [
        ("natures", "其中质量问题5件（占4.4%）等。")
    ]
    assert told.went == ("referred", "open")


def test_figures_no_longer_in_the_words():
    assert [figure.text for figure in paragraph(FULL).lost] == ["98.2%", "1件", "1件", "217326元"]


def test_a_figure_that_came_is_not_also_lost():
    edited = EditedText(EDITED.pieces, ("accepted", "resolved"))
    told = paragraph(FULL, edited)
    assert [one.id for one in told.came] == ["referred", "open", "recovered"]
    assert [figure.text for figure in told.lost] == ["98.2%"]


ITEMS: ParagraphKey = ("problems", "problems")


def items_after(*texts: str, remembered: bool = True) -> ComposedParagraph:
    """The paragraph of two problems, reworded, after the list became these."""
    first = composed({"problems": Items(("人手不足", "经费少"))}).section("problems")
    assert first is not None
    made = first.paragraphs[0]
    clauses = made.clauses if remembered else ("problem",)
    pieces = ("不足有：", *stored_pieces(made.pieces[1:]))
    return paragraph({"problems": Items(texts)}, EditedText(pieces, clauses), ITEMS)


def test_a_row_that_came_is_offered_alone():
    told = items_after("人手不足", "经费少", "宣传不够")
    assert [(one.id, text_of(one.pieces)) for one in told.came] == [("problem:2", "宣传不够")]


def test_a_row_that_went_is_told():
    assert items_after("人手不足").went == ("problem:1",)


def test_a_text_that_remembers_no_rows_is_not_asked_about_them():
    assert items_after("人手不足", "经费少", "宣传不够", remembered=False).came == ()


def test_unchanged_rows_tell_nothing():
    told = items_after("人手不足", "经费少")
    assert (told.came, told.went, told.lost) == ((), (), ())


def test_restored_is_as_if_never_edited():
    before = composed(FULL)
    assert composed(FULL, texts={}) == before
    assert composed(FULL, texts={TOTALS: EDITED}) != before


def test_an_extra_paragraph_stands_last_and_alone():
    key = ("publicity", EXTRA_PARAGRAPH)
    extra = EditedText(("今年共", ACCEPTED, "，另有安排。"))
    report = composed({"accepted": exact(7, "件")}, texts={key: extra})
    assert section_text(report, "publicity") == "今年共7件，另有安排。"
    assert [section.heading for section in report.sections][-1] == "（二）宣传"


def test_an_extra_paragraph_of_an_omitted_section_is_not_printed():
    texts = {("publicity", EXTRA_PARAGRAPH): EditedText(("另有安排。",))}
    assert composed({}, texts=texts, omitted=("publicity",)).sections == ()


def test_a_section_whose_words_were_all_deleted_is_not_printed():
    report = composed({"problems": Items(("人手不足",))}, texts={ITEMS: EditedText((), ("problem",))})
    assert report.sections == ()


def test_the_heading_of_an_edited_paragraph_runs_on():
    key = ("publicity", "activity:r1")
    answers = {"activities": rows({"name": "进校园"})}
    section = composed(answers, texts={key: EditedText(("反响很好。",))}).section("publicity")
    assert section is not None
    assert [(one.heading, one.text) for one in section.paragraphs] == [("进校园。", "反响很好。")]


def test_a_heading_of_words_alone_goes_with_its_text():
    texts = {("publicity", "notes"): EditedText((), ("note",))}
    section = composed({"materials": exact(9, "份")}, texts=texts).section("publicity")
    assert section is not None
    assert [(one.heading, one.text) for one in section.paragraphs] == [("", "发放资料9份。"), ("", "")]


def test_the_text_of_a_row_goes_with_its_row():
    texts = {("publicity", "activity:r1"): EditedText(("反响很好。",))}
    assert composed({"activities": rows({})}, texts=texts).sections == ()


def test_quotation_marks_of_a_live_theme_are_not_doubled():
    edited = EditedText(("围绕“", TokenRef("theme"), "”主题。"), ("lead.theme", "lead.closing"))
    assert paragraph({"theme": "“提升消费品质”"}, edited, ("lead", "lead")).text == "围绕“提升消费品质”主题。"


STRAY = [
    pytest.param(TokenRef("nowhere"), id="unknown field"),
    pytest.param(TokenRef("number", "", "nowhere", "r1"), id="unknown table"),
    pytest.param(TokenRef("number", "", "natures", "r9"), id="unknown row"),
    pytest.param(TokenRef("nowhere", "", "natures", "r1"), id="unknown column"),
]


@pytest.mark.parametrize("ref", STRAY)
def test_a_stray_reference_is_a_gap(ref: TokenRef):
    answers = {**FULL, "natures": rows({"nature": "quality", "number": exact(5, "件")})}
    assert paragraph(answers, EditedText(("共", ref, "。"))).text == "共。"


def test_an_unknown_format_is_the_plain_one():
    assert paragraph(FULL, EditedText((TokenRef("accepted", "nonsense"),))).text == "114件"
    answers = {**FULL, "natures": rows({"nature": "quality", "number": exact(5, "件")})}
    assert paragraph(answers, EditedText((TokenRef("natures", "nonsense"),))).text == "1"
