"""Foreign JSON that is wrong: one Chinese sentence each, naming the field and what to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.small_kind import YEAR
from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.facts import FactBinding, FactList, PeriodPreset
from xiaoxie_desktop.core.report import Choice, Derivation, DerivationKind, Field, FieldType
from xiaoxie_desktop.core.value_json import edited_text_from_json, from_json, to_json

CHOICES = (Choice("quality", "质量"), Choice("price", "价格"))
BOUND = FactBinding("accepted", list=FactList.CCA.value, period=PeriodPreset.DAY_315)
COUNT = Field("accepted", FieldType.COUNT, "受理投诉", units=("件",), fact=BOUND)
BARE = Field("bare", FieldType.COUNT, "个数")
MONEY = Field("money", FieldType.MONEY, "挽回损失", units=("元", "万元"))
THINGS = Field("things", FieldType.QUANTITY, "物品")
PERCENT = Field("percent", FieldType.PERCENT, "回收率", units=("%",))
TEXT = Field("theme", FieldType.TEXT, "年主题")
DAY = Field("day", FieldType.DATE, "日期")
SPAN = Field("span", FieldType.DATE_RANGE, "期间")
TRUTH = Field("sealed", FieldType.BOOL, "加盖公章")
CHOICE = Field("nature", FieldType.CHOICE, "性质", choices=CHOICES)
MANY = Field("natures", FieldType.CHOICES, "性质", choices=CHOICES)
LIST = Field("schools", FieldType.LIST, "学校")
LETTER = Field("letter", FieldType.DOCUMENT_REFERENCE, "依据")
CONTACT = Field("contact", FieldType.CONTACT, "联系人")
RATE = Field(
    "rate", FieldType.COMPUTED, "调解率", derive=Derivation(DerivationKind.SHARE, ("resolved", "accepted"))
)
TABLE = Field("table", FieldType.ROWS, "活动", columns=(TEXT, COUNT, RATE))
EVERY = (
    COUNT,
    THINGS,
    BARE,
    MONEY,
    PERCENT,
    TEXT,
    DAY,
    SPAN,
    TRUTH,
    CHOICE,
    MANY,
    LIST,
    LETTER,
    CONTACT,
    RATE,
    TABLE,
)

NUMBER = '应是数字，请写成 42 的样子，带小数的写成 {"value": "4.5"}。'
NO_NUMBER = "不是数字，请写成 42 的样子。"
NO_DATE = "不是日期，请写成 2026-03-15 的样子，并核对月、日。"

BAD = [
    pytest.param(4.5, COUNT, NUMBER, id="binary fraction"),
    pytest.param(True, COUNT, NUMBER, id="truth value as figure"),
    pytest.param(None, COUNT, NUMBER, id="null"),
    pytest.param([42], COUNT, NUMBER, id="list as figure"),
    pytest.param({"unit": "件"}, COUNT, NUMBER, id="no value"),
    pytest.param("四十二", COUNT, NO_NUMBER, id="words"),
    pytest.param({"value": True}, COUNT, NO_NUMBER, id="truth value inside"),
    pytest.param({"value": "NaN"}, COUNT, NO_NUMBER, id="NaN"),
    pytest.param({"value": "Infinity"}, COUNT, NO_NUMBER, id="Infinity"),
    pytest.param({"value": "1e5"}, COUNT, NO_NUMBER, id="exponent"),
    pytest.param({"value": "1_000"}, COUNT, NO_NUMBER, id="underscore"),
    pytest.param({"value": "４２"}, COUNT, NO_NUMBER, id="full width"),
    pytest.param({"value": "9" * 41}, COUNT, NO_NUMBER, id="41 digits"),
    pytest.param({"value": "9" * 40}, COUNT, "超出范围，请核对这个数。", id="40 digits"),
    pytest.param(10**400, COUNT, "超出范围，请核对这个数。", id="huge whole number"),
    pytest.param(-1, COUNT, "超出范围，请核对这个数。", id="below nothing"),
    pytest.param({"value": "4.5"}, COUNT, "应是整数。", id="half a complaint"),
    pytest.param({"value": "0.1234567"}, MONEY, "小数点后最多 6 位，请核对这个数。", id="seven decimals"),
    pytest.param({"value": "101"}, PERCENT, "超过 100%，请核对。", id="above 100 %"),
    pytest.param({"value": "4", "unit": "斤"}, MONEY, "的单位只能是元、万元。", id="another unit"),
    pytest.param({"value": "4", "unit": ["元"]}, MONEY, "的单位只能是元、万元。", id="list as unit"),
    pytest.param(
        {"value": "4", "unit": "件"}, BARE, "不带单位，请删去 unit。", id="unit where there is none"
    ),
    pytest.param({"value": "4", "unit": "台" * 11}, THINGS, "的单位最多 10 字，请改短。", id="long unit"),
    pytest.param({"value": "4", "unit": 7}, THINGS, "应是文字，请加上引号。", id="number as unit"),
    pytest.param(
        {"value": "4", "qualifier": "左右"},
        COUNT,
        "的约数词只能是准确、余、多、约、近。",
        id="another qualifier",
    ),
    pytest.param(
        {"value": "4", "qualifier": ["余"]},
        COUNT,
        "的约数词只能是准确、余、多、约、近。",
        id="list as qualifier",
    ),
    pytest.param({"value": "4", "unti": "件"}, COUNT, "没有“unti”这一项，是不是“unit”？", id="misspelt part"),
    pytest.param(
        {"value": "4", "list": "12315"}, COUNT, "的 list 与这一项不符，请核对这个数该填在哪一项。", id="list"
    ),
    pytest.param(
        {"value": "4", "period": {"preset": "year"}},
        COUNT,
        "的 period 与这一项不符，请核对这个数该填在哪一项。",
        id="another period",
    ),
    pytest.param(
        {"value": "4", "scope": "own"},
        MONEY,
        "的 scope 与这一项不符，请核对这个数该填在哪一项。",
        id="no fact",
    ),
    pytest.param(42, TEXT, "应是文字，请加上引号。", id="figure as text"),
    pytest.param("长" * 21_000, TEXT, "太长，最多 20000 字，请删短。", id="21,000 characters"),
    pytest.param("甲\x07乙", TEXT, "里有看不见的控制字符，请删去后再用。", id="control character"),
    pytest.param("甲\ud800乙", TEXT, "里有看不见的控制字符，请删去后再用。", id="lone surrogate"),
    pytest.param("甲\u202e乙", TEXT, "里有看不见的控制字符，请删去后再用。", id="turned direction"),
    pytest.param("2026-13-01", DAY, NO_DATE, id="13月"),
    pytest.param("2026-02-30", DAY, NO_DATE, id="2月30日"),
    pytest.param("2026-W11-7", DAY, NO_DATE, id="week date"),
    pytest.param("2026/03/15", DAY, NO_DATE, id="slashes"),
    pytest.param("--02-29", DAY, NO_DATE, id="no leap year"),
    pytest.param(20260315, DAY, NO_DATE, id="date as a number"),
    pytest.param("2026-03-15", SPAN, "应是开始、结束两个日期。", id="one date of two"),
    pytest.param(["2026-03-15"], SPAN, "应是开始、结束两个日期。", id="half a range"),
    pytest.param(
        ["2026-03-15", "2026-03-10"], SPAN, "的结束日期早于开始日期，请对调或改正。", id="out of order"
    ),
    pytest.param(1, TRUTH, "应填 true 或 false。", id="one as truth"),
    pytest.param("是", TRUTH, "应填 true 或 false。", id="word as truth"),
    pytest.param("qualty", CHOICE, "没有“qualty”这个选项，是不是“quality”？", id="misspelt choice"),
    pytest.param("𠮷", CHOICE, "没有“𠮷”这个选项。", id="unknown choice"),
    pytest.param(["price", "x"], MANY, "没有“x”这个选项。", id="one choice unknown"),
    pytest.param({"0": "甲"}, LIST, "应是一列文字，请放在 [ ] 里。", id="dict where a list goes"),
    pytest.param("甲、乙", LIST, "应是一列文字，请放在 [ ] 里。", id="text where a list goes"),
    pytest.param([1], LIST, "应是文字，请加上引号。", id="figures in a list"),
    pytest.param(["条"] * 3000, LIST, "太多，最多 2000 条，请删减。", id="3,000 items"),
    pytest.param("方案", LETTER, "应写成 title 和 number 两项。", id="bare title"),
    pytest.param({"titel": "方案"}, LETTER, "应写成 title 和 number 两项。", id="misspelt title"),
    pytest.param({}, CONTACT, "应写成 name 和 phone 两项。", id="empty contact"),
    pytest.param({"value": "98.2"}, RATE, "由程序自动算出，不能填写，请从文件里删去。", id="rate typed"),
    pytest.param({"theme": "甲"}, TABLE, "应是一行一行的表，请放在 [ ] 里。", id="one row alone"),
    pytest.param(["甲"], TABLE, "第 1 行应是一组填写项。", id="text where a row goes"),
    pytest.param([{}] * 3000, TABLE, "太多，最多 2000 行，请删减。", id="3,000 rows"),
    pytest.param(
        [{}, {"acepted": 1}], TABLE, "第 2 行里没有“acepted”这一列，是不是“accepted”？", id="misspelt column"
    ),
    pytest.param(
        [{"accepted": "很多"}],
        TABLE,
        "第 1 行：“受理投诉”（accepted）不是数字，请写成 42 的样子。",
        id="cell not a number",
    ),
    pytest.param(
        [{"rate": 98}],
        TABLE,
        "第 1 行：“调解率”（rate）由程序自动算出，不能填写，请从文件里删去。",
        id="rate typed in a row",
    ),
    pytest.param({"typed": "四十二"}, COUNT, NUMBER, id="unread input from outside"),
]


@pytest.mark.parametrize(("data", "field", "said"), BAD)
def test_bad_value(data: object, field: Field, said: str):
    with pytest.raises(BadInput) as caught:
        from_json(data, field, year=YEAR)
    assert str(caught.value) == f"“{field.label}”（{field.id}）{said}"


def test_a_long_foreign_name_is_cut_in_the_sentence():
    with pytest.raises(BadInput) as caught:
        from_json("甲\n" + "乙" * 9000, CHOICE, year=YEAR)
    assert str(caught.value) == f"“性质”（nature）没有“甲 {'乙' * 28}…”这个选项。"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "unit", "qualifier", "uid", "typed", "theme", "name", "period"]), inner
        )
    ),
    max_leaves=8,
)


@given(JSON, st.sampled_from(EVERY), st.booleans())
def test_whatever_comes_is_a_value_or_one_sentence(data: object, field: Field, trusted: bool):
    try:
        value = from_json(data, field, year=YEAR, trusted=trusted)
    except BadInput as error:
        sentence = str(error)
        assert sentence.endswith(("。", "？"))
        assert not sentence.endswith(("。。", "？。"))
        assert "\n" not in sentence
    else:
        assert from_json(to_json(value), field, year=YEAR, trusted=True) == value


BAD_TEXTS = [
    pytest.param(7, id="a number"),
    pytest.param({"pieces": "文字"}, id="text where pieces go"),
    pytest.param({"pieces": [], "clauses": "c"}, id="text where clauses go"),
    pytest.param({"pieces": [], "clauses": [7]}, id="number as clause"),
    pytest.param([7], id="number as piece"),
    pytest.param([{"field": ""}], id="no field"),
    pytest.param([{"field": "accepted", "row": None}], id="null as row"),
    pytest.param([{"field": ["accepted"]}], id="list as field"),
    pytest.param([{"field": "accepted", "colour": "red"}], id="unknown part"),
]


@pytest.mark.parametrize("data", BAD_TEXTS)
def test_bad_edited_text(data: object):
    with pytest.raises(BadInput, match=r"^改过的文字.*texts 这一部分。$"):
        edited_text_from_json(data)
