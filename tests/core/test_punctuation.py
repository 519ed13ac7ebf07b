"""Marks around and after typed words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xiaoxie_desktop.core.punctuation import (
    before_mark,
    book_title,
    inside_quotes,
    inside_title_marks,
    phrase,
    without_brackets,
)

PHRASES = [
    pytest.param(" 开展培训。", "开展培训", id="full stop"),
    pytest.param("；开展培训；", "开展培训", id="both ends"),
    pytest.param("开展培训，\n加强指导", "开展培训，加强指导", id="line break"),
    pytest.param("您了解多少？", "您了解多少？", id="question stays"),
    pytest.param("。", "", id="a mark alone"),
]


@pytest.mark.parametrize(("typed", "text"), PHRASES)
def test_phrase(typed: str, text: str):
    assert phrase(typed) == text


MARKS = [
    pytest.param("工作有序", "。", "工作有序。", id="plain"),
    pytest.param("工作有序。", "。", "工作有序。", id="no second full stop"),
    pytest.param("工作有序。", "，", "工作有序，", id="a pause instead"),
    pytest.param("工作有序。。", "。", "工作有序。", id="typed twice"),
    pytest.param("工作有序；", "。", "工作有序。", id="a full stop instead"),
    pytest.param("成效如何？", "。", "成效如何？", id="question"),
    pytest.param("他说：“很好。”", "。", "他说：“很好。”", id="stop inside the quotation"),
    pytest.param("培训、检查……", "。", "培训、检查……", id="ellipsis"),
    pytest.param("主题“提升消费品质”", "。", "主题“提升消费品质”。", id="quotation without a stop"),
    pytest.param("工作有序。\n", "；", "工作有序；", id="line break at the end"),
    pytest.param("总结如下：", "：", "总结如下：", id="colon once"),
    pytest.param("工作有序", "", "工作有序", id="no mark"),
]


@pytest.mark.parametrize(("text", "mark", "closed"), MARKS)
def test_before_mark(text: str, mark: str, closed: str):
    assert "".join(before_mark(text, mark)) == closed


WORDS = st.text("消费维权工作。，；！？：“”", min_size=1, max_size=12)


@given(WORDS, st.sampled_from(["。", "，", "；", "："]))
def test_no_mark_is_doubled(text: str, mark: str):
    kept, closing = before_mark(text, mark)
    assert not f"{kept}{closing}".endswith(("。。", "，，", "；；", "，。", "；。", "：。", "。，", "。；"))


TITLES = [
    pytest.param("消费者权益保护法", "《消费者权益保护法》", id="plain"),
    pytest.param("《消费者权益保护法》", "《消费者权益保护法》", id="typed with marks"),
    pytest.param("关于印发《方案》的通知", "《关于印发〈方案〉的通知》", id="title inside"),
    pytest.param(
        "《关于印发《方案》的通知》", "《关于印发〈方案〉的通知》", id="title inside, typed with marks"
    ),
    pytest.param("《方案》起草说明", "《〈方案〉起草说明》", id="title at the beginning"),
    pytest.param("《条例》和《办法》", "《条例》和《办法》", id="two titles"),
    pytest.param("《条例", "《条例》", id="half a mark"),
    pytest.param("", "", id="nothing"),
    pytest.param("《》", "", id="marks alone"),
]


@pytest.mark.parametrize(("typed", "title"), TITLES)
def test_book_title(typed: str, title: str):
    assert book_title(typed) == title


INSIDE = [
    pytest.param(inside_quotes, "提升消费品质", "提升消费品质", id="plain"),
    pytest.param(inside_quotes, "“提升消费品质”", "提升消费品质", id="own quotes"),
    pytest.param(inside_quotes, "“甲”与“乙”", "‘甲’与‘乙’", id="quotations inside"),
    pytest.param(inside_title_marks, "《方案》", "方案", id="own title marks"),
    pytest.param(inside_title_marks, "关于《方案》", "关于〈方案〉", id="title inside"),
]


@pytest.mark.parametrize(("fit", "typed", "text"), INSIDE)
def test_inside_marks(fit, typed: str, text: str):
    assert fit(typed) == text


BRACKETS = [
    pytest.param("（此件公开发布）", "此件公开发布", id="a pair"),
    pytest.param("(此件公开发布)", "此件公开发布", id="a narrow pair"),
    pytest.param("（联系人：王女士（0000-1234567））", "联系人：王女士（0000-1234567）", id="a pair inside"),
    pytest.param("联系人：王女士（0000-1234567）", "联系人：王女士（0000-1234567）", id="pair at the end"),
    pytest.param("（一）和（二）", "（一）和（二）", id="two pairs"),
    pytest.param("", "", id="nothing"),
]


@pytest.mark.parametrize(("typed", "text"), BRACKETS)
def test_without_brackets(typed: str, text: str):
    assert without_brackets(typed) == text
