"""Composing: clauses vanish with their facts, sentences close rightly, headings count what is printed."""

import pytest

from tests.core.small_kind import (
    FULL,
    about,
    clause,
    composed,
    count,
    exact,
    kind_of,
    more_than,
    rows,
    section_text,
    wording,
)
from xiaoxie_desktop.core.answers import DocumentReference, Items, Unreadable, Value
from xiaoxie_desktop.core.composed import Figure
from xiaoxie_desktop.core.conditions import Filled
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.report import Field, FieldType, ParagraphTemplate, Section, Sentence

SAID = [
    pytest.param({"accepted": exact(42, "件")}, "全年，受理投诉42件。", id="one clause, with the lead"),
    pytest.param({"recovered": more_than(4, "万元")}, "全年，挽回损失4万余元。", id="another clause alone"),
    pytest.param(
        {"accepted": exact(114, "件"), "recovered": exact(217326, "元")},
        "全年，受理投诉114件，挽回损失217326元。",
        id="the middle one vanishes",
    ),
    pytest.param(
        {"accepted": exact(114, "件"), "resolved": exact(112, "件")},
        "全年，受理投诉114件，调解成功112件，调解率98.2%。",
        id="first wording",
    ),
    pytest.param(
        {"accepted": about(114, "件"), "resolved": exact(112, "件")},
        "全年，受理投诉约114件，调解成功112件。",
        id="second wording without a rate",
    ),
    pytest.param({"resolved": Unreadable("很多")}, "", id="not understood is not said"),
    pytest.param({"accepted": exact(0, "件")}, "全年，受理投诉0件。", id="nothing is said as 0"),
    pytest.param(
        {**FULL, "referred": exact(2, "件")},
        "全年，受理投诉114件，调解成功112件，调解率98.2%，建议其他途径解决2件，挽回损失217326元。",
        id="a computed 0 is not said where the clause asks for one at least",
    ),
    pytest.param(
        {**FULL},
        "全年，受理投诉114件，调解成功112件，调解率98.2%，建议其他途径解决1件，尚在调解1件，挽回损失217326元。",
        id="all clauses",
    ),
    pytest.param(
        {"doubled": exact(1, "件"), "doubled_amount": exact(1200, "元")},
        "加倍赔偿1200元。",
        id="a sentence with a condition",
    ),
    pytest.param({"doubled": exact(0, "件"), "doubled_amount": exact(1200, "元")}, "", id="hidden answer"),
]


@pytest.mark.parametrize(("answers", "text"), SAID)
def test_sentences(answers: dict[str, Value], text: str):
    assert section_text(composed(answers), "complaints") == text


QUALITY, PRICE = (
    {"nature": nature, "number": exact(number, "件")} for nature, number in (("quality", 87), ("price", 27))
)
ROWS = [
    pytest.param({"natures": rows(QUALITY)}, "其中质量问题87件等。", id="one row between its words"),
    pytest.param({"natures": rows(QUALITY, PRICE)}, "其中质量问题87件、价格问题27件等。", id="rows joined"),
    pytest.param(
        {"natures": rows(QUALITY, {"nature": "contract"}, {}, PRICE)},
        "其中质量问题87件、价格问题27件等。",
        id="half and empty rows left out",
    ),
    pytest.param({"natures": rows({"number": exact(3, "件")})}, "", id="half row alone"),
]


@pytest.mark.parametrize(("answers", "text"), ROWS)
def test_rows(answers: dict[str, Value], text: str):
    assert section_text(composed(answers), "complaints") == text


def test_computed_columns_are_said():
    text = section_text(composed({"accepted": exact(114, "件"), "natures": rows(QUALITY)}), "complaints")
    assert text.endswith("其中质量问题87件（占76.3%）等。")


ITEMS = [
    pytest.param(("人手不足",), "还有一些不足：人手不足。", id="one item is not numbered"),
    pytest.param(
        ("人手不足。", " ", "；经费少；"), "还有一些不足：一是人手不足；二是经费少。", id="two, tidied"
    ),
    pytest.param(("甲", "乙", "丙"), "还有一些不足：一是甲；二是乙；三是丙。", id="three"),
    pytest.param((" ", "。"), "", id="no item"),
]


@pytest.mark.parametrize(("texts", "text"), ITEMS)
def test_numbered_items(texts: tuple[str, ...], text: str):
    assert section_text(composed({"problems": Items(texts)}), "problems") == text


LONG = [
    pytest.param("调解室搬进便民中心", "调解室搬进便民中心。", id="without a mark"),
    pytest.param("调解室搬进便民中心。", "调解室搬进便民中心。", id="with its full stop"),
    pytest.param("成效如何？", "成效如何？", id="with a question mark"),
    pytest.param("第一段。\n第二段。", "第一段。\n第二段。", id="two paragraphs"),
    pytest.param("培训、检查，", "培训、检查。", id="with a comma at the end"),
]


@pytest.mark.parametrize(("typed", "text"), LONG)
def test_words_of_the_writer_keep_their_marks(typed: str, text: str):
    assert section_text(composed({"overview": typed}), "lead") == f"{text}现将情况总结如下："


THEMES = [
    pytest.param("提升消费品质", "提升消费品质", id="plain"),
    pytest.param("“提升消费品质”", "提升消费品质", id="with quotation marks"),
    pytest.param("携手共治“新消费”", "携手共治‘新消费’", id="a quotation inside"),
]


@pytest.mark.parametrize(("typed", "printed"), THEMES)
def test_quotation_marks_are_not_doubled(typed: str, printed: str):
    text = section_text(composed({"theme": typed}), "lead")
    assert text == f"2026年，我分会围绕“{printed}”年主题开展工作。现将情况总结如下："


def test_a_sentence_said_always_needs_an_answer_in_its_section():
    assert composed({"accepted": exact(1, "件")}).section("lead") is None


def test_a_section_without_fields_needs_none():
    section = Section(
        "end",
        "结语",
        level=0,
        paragraphs=(ParagraphTemplate("end", (Sentence((clause("end", "特此报告"),), always=True),)),),
    )
    assert section_text(composed({}, kind=kind_of(section)), "end") == "特此报告。"


def test_counted_words_and_document_titles():
    answers: dict[str, Value] = {
        "letter": DocumentReference("关于《方案》的通知", "消协〔2026〕3号"),
        "materials": more_than(3200, "份"),
        "schools": Items(("镇小学", "镇中学")),
    }
    assert section_text(composed(answers), "publicity").split("\n")[0] == (
        "按照《关于〈方案〉的通知》（消协〔2026〕3号）要求，发放资料3200余份。走进镇小学、镇中学共两所学校。"
    )


def headings(answers: dict[str, Value], omitted: tuple[str, ...] = ()) -> list[str]:
    return [section.heading for section in composed(answers, omitted=omitted).sections if section.heading]


ONE, PAPER = exact(1, "件"), exact(9, "份")
PROBLEM = Items(("人手不足",))
HEADINGS = [
    pytest.param(
        {"accepted": ONE, "materials": PAPER, "problems": PROBLEM},
        (),
        ["一、主要工作", "（一）受理投诉1件", "（二）宣传", "二、存在的问题"],
        id="all",
    ),
    pytest.param({"resolved": ONE}, (), ["主要工作", "受理和调解消费者投诉"], id="heading without facts"),
    pytest.param({"materials": PAPER}, (), ["主要工作", "宣传"], id="the first child silent"),
    pytest.param({"problems": PROBLEM}, (), ["存在的问题"], id="no child says anything"),
    pytest.param(
        {"accepted": ONE, "materials": PAPER},
        ("publicity",),
        ["主要工作", "受理投诉1件"],
        id="omitted section",
    ),
    pytest.param({"materials": PAPER, "problems": PROBLEM}, ("work",), ["存在的问题"], id="omitted parent"),
    pytest.param({}, (), [], id="empty draft"),
]


@pytest.mark.parametrize(("answers", "omitted", "said"), HEADINGS)
def test_headings_count_what_is_printed(answers: dict[str, Value], omitted: tuple[str, ...], said: list[str]):
    assert headings(answers, omitted) == said


ACTIVITIES = rows(
    {"name": "进校园。", "people": exact(30, "人"), "said": "讲解维权知识。"},
    {"name": "进市场"},
    {"people": exact(9, "人")},
)


def test_a_paragraph_per_row_with_its_heading():
    section = composed({"activities": ACTIVITIES, "materials": PAPER}).section("publicity")
    assert section is not None
    assert [(one.key, one.heading, one.text) for one in section.paragraphs] == [
        ("numbers", "", "发放资料9份。"),
        ("activity:r1", "1.进校园。", "参加30人，讲解维权知识。"),
        ("activity:r2", "2.进市场", ""),
        ("notes", "3.资料管理。", "资料9份全部发完。"),
    ]
    assert [one.heading_level for one in section.paragraphs] == [0, 3, 3, 3]


def test_a_heading_without_facts_keeps_no_paragraph_alive():
    section = composed({"visitors": exact(5, "人次")}).section("publicity")
    assert section is not None
    assert [one.key for one in section.paragraphs] == ["numbers"]


def test_figures_remember_where_they_come_from():
    answers: dict[str, Value] = {"accepted": exact(114, "件"), "natures": rows(QUALITY)}
    section = composed(answers).section("complaints")
    assert section is not None
    figures = [piece for piece in section.paragraphs[0].pieces if isinstance(piece, Figure)]
    assert figures == [
        Figure(TokenRef("accepted"), "114件"),
        Figure(TokenRef("nature", "", "natures", "r1"), "质量", amount=False),
        Figure(TokenRef("number", "", "natures", "r1"), "87件"),
        Figure(TokenRef("part", "", "natures", "r1"), "76.3%"),
    ]
    assert section.paragraphs[0].clauses == ("accepted", "natures", "natures:r1")


TITLE_CASES = [
    pytest.param({}, "青禾县清溪镇消费者协会分会2026年工作总结", id="plain"),
    pytest.param(
        {"form": "document"}, "青禾县清溪镇消费者协会分会关于2026年工作情况的报告", id="with a red head"
    ),
    pytest.param({"form": "letter"}, "青禾县清溪镇消费者协会分会2026年工作总结", id="unknown form"),
    pytest.param({"title": " 我们的总结。 "}, "我们的总结", id="given"),
    pytest.param({"title": " "}, "青禾县清溪镇消费者协会分会2026年工作总结", id="given, but blank"),
]


@pytest.mark.parametrize(("answers", "title"), TITLE_CASES)
def test_title(answers: dict[str, Value], title: str):
    assert composed(answers).title == title


def test_a_title_without_facts_is_the_name_of_the_kind():
    assert composed({}, kind=kind_of()).title == "总结"


MONEY = [
    pytest.param("wan", "挽回损失21.73万元。", id="万元"),
    pytest.param("yuan", "挽回损失217326元。", id="元"),
    pytest.param("as_typed", "挽回损失217326元。", id="as typed"),
]


@pytest.mark.parametrize(("unit", "said"), MONEY)
def test_money_in_the_unit_of_the_document(unit: str, said: str):
    text = section_text(composed({"recovered": exact(217326, "元"), "money_unit": unit}), "complaints")
    assert text.endswith(said)


def test_conditions_of_paragraphs_and_empty_clauses():
    silent = ParagraphTemplate("a", (Sentence((clause("a", "总数{n}"),)),), when=Filled("other"))
    blank = ParagraphTemplate("b", (Sentence((clause("b", ""), clause("c", "共{n}"))),))
    section = Section(
        "s", "节", fields=(count("n", "数"), count("other", "别的")), paragraphs=(silent, blank)
    )
    report = composed({"n": exact(3, "件")}, kind=kind_of(section))
    assert report.text == "总结\n节\n共3件。"


def test_standing_words_and_a_field_of_the_same_name():
    section = Section(
        "s",
        "节",
        level=0,
        fields=(Field("place", FieldType.TEXT, "地点"), count("n", "数")),
        paragraphs=(ParagraphTemplate("p", (Sentence((clause("c", "{place}共{n}"),)),)),),
    )
    kind = kind_of(section)
    assert section_text(composed({"n": exact(1, "件")}, kind=kind), "s") == "全镇共1件。"
    assert section_text(composed({"n": exact(1, "件"), "place": "东街"}, kind=kind), "s") == "东街共1件。"


def test_a_missing_standing_word_makes_its_clause_vanish():
    section = Section(
        "s",
        "节",
        level=0,
        fields=(count("n", "数"),),
        paragraphs=(ParagraphTemplate("p", (Sentence((clause("c", "{signer}报告{n}", "报告{n}"),)),)),),
    )
    assert section_text(composed({"n": exact(1, "件")}, kind=kind_of(section)), "s") == "报告1件。"
    assert wording("{a:bare}份").holes[0].format == "bare"
