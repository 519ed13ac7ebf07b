"""Whatever is answered, composed text is whole sentences, and nothing is said that was not answered."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.small_kind import KIND, composed
from xiaoxie_desktop.core.answers import (
    Amount,
    DateRange,
    DocumentReference,
    Items,
    Qualifier,
    Row,
    Rows,
    Unreadable,
    Value,
)
from xiaoxie_desktop.core.composed import ComposedReport, Figure
from xiaoxie_desktop.core.conditions import fields_of
from xiaoxie_desktop.core.report import AMOUNT_TYPES, Field, FieldType

DOUBLED = (
    "，。",
    "。。",
    "，，",
    "；。",
    "；；",
    "、。",
    "、、",
    "：。",
    "。，",
    "。；",
    "{",
    "}",
    "““",
    "””",
    "《《",
)
WORDS = st.text("消费维权工作培训检查", min_size=1, max_size=6)
PHRASES = st.builds(
    lambda words, end: words + end, WORDS, st.sampled_from(["", "。", "；", "，", "、", "？", "！", " "])
)
LONG = st.lists(PHRASES, min_size=1, max_size=3).map("\n".join)
THEMES = st.builds(lambda words, marks: marks.format(words), WORDS, st.sampled_from(["{}", "“{}”", "{}“新”"]))
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


def amounts(field: Field) -> st.SearchStrategy[Value]:
    numbers = st.integers(0, 500_000).map(Decimal)
    return st.builds(Amount, numbers, st.sampled_from(field.units), st.sampled_from(list(Qualifier)))


def cells(field: Field) -> st.SearchStrategy[dict[str, Value]]:
    columns = [column for column in field.columns if not column.derive]
    return st.fixed_dictionaries({}, optional={column.id: values(column) for column in columns})


def tables(field: Field) -> st.SearchStrategy[Value]:
    return st.lists(cells(field), max_size=4).map(
        lambda listed: Rows(tuple(Row(f"r{number}", one) for number, one in enumerate(listed)))
    )


def values(field: Field) -> st.SearchStrategy[Value]:
    if field.type in AMOUNT_TYPES:
        return amounts(field) | st.just(Unreadable("很多"))
    simple: dict[FieldType, st.SearchStrategy[Value]] = {
        FieldType.LONG_TEXT: LONG,
        FieldType.DATE: DAYS,
        FieldType.DATE_RANGE: st.tuples(DAYS, DAYS).map(lambda days: DateRange(min(days), max(days))),
        FieldType.LIST: st.lists(PHRASES, max_size=4).map(lambda texts: Items(tuple(texts))),
        FieldType.DOCUMENT_REFERENCE: st.builds(DocumentReference, PHRASES, st.just("消协〔2026〕3号")),
        FieldType.CHOICE: st.sampled_from([choice.id for choice in field.choices] or [""]),
    }
    if field.type is FieldType.ROWS:
        return tables(field)
    return simple.get(field.type, THEMES if field.id == "theme" else PHRASES)


ASKED = {
    field.id: field
    for section, field in KIND.fields()
    if section.id != KIND.document_section and not field.derive
}
ANSWERS = st.fixed_dictionaries({}, optional={name: values(field) for name, field in ASKED.items()})
OMITTED = st.sampled_from([(), ("publicity",), ("complaints", "lead")])


def figures_of(report: ComposedReport) -> set[str]:
    """The fields whose figures stand in the text."""
    pieces = [
        piece for section in report.sections for paragraph in section.paragraphs for piece in paragraph.pieces
    ]
    return {piece.ref.parent or piece.ref.field for piece in pieces if isinstance(piece, Figure)}


@given(ANSWERS, OMITTED)
@settings(max_examples=150)
def test_every_paragraph_is_whole_sentences(answers: dict[str, Value], omitted: tuple[str, ...]):
    report = composed(answers, omitted=omitted)
    for section in report.sections:
        for paragraph in section.paragraphs:
            assert paragraph.heading or paragraph.text
            assert not paragraph.text or paragraph.text.endswith(("。", "？", "！", "："))
            assert not any(
                marks in paragraph.text.replace("\n", "") for marks in DOUBLED if "。" not in marks
            )
            assert not any(marks in line for line in paragraph.text.split("\n") for marks in DOUBLED)


@given(ANSWERS, OMITTED)
def test_every_heading_is_numbered_in_its_turn(answers: dict[str, Value], omitted: tuple[str, ...]):
    report = composed(answers, omitted=omitted)
    first = [section.heading[:2] for section in report.sections if section.level == 1]
    assert len(first) < 2 or first == ["一、", "二、"]
    second = [section.heading[:3] for section in report.sections if section.level == 2]
    assert len(second) < 2 or second == ["（一）", "（二）"]
    assert not (len(first) == 1 and first[0].startswith("一、"))
    assert not (len(second) == 1 and second[0].startswith("（一）"))


@given(ANSWERS, st.data())
def test_removing_an_answer_never_adds_what_names_it(answers: dict[str, Value], data: st.DataObject):
    if not answers:
        assert composed(answers).sections == ()
        return
    removed = data.draw(st.sampled_from(sorted(answers)))
    rest = {name: value for name, value in answers.items() if name != removed}
    before, after = figures_of(composed(answers)), figures_of(composed(rest))
    assert removed not in after
    set_free = {name for name, field in ASKED.items() if removed in fields_of(field.visible_when)}
    assert after - before <= set_free


@given(ANSWERS)
def test_composing_twice_says_the_same(answers: dict[str, Value]):
    assert composed(answers) == composed(dict(reversed(answers.items())))


@given(ANSWERS)
def test_an_omitted_section_says_nothing(answers: dict[str, Value]):
    everything = ("lead", "complaints", "publicity", "problems")
    assert composed(answers, omitted=everything).sections == ()
