"""The pages of a draft while it is being typed: what stands in editors is printed, and nothing is stored."""

from datetime import date

import pytest

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.draft import ParagraphKey
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.previewing import Previewed, Typed, preview


def text(previewed: Previewed) -> str:
    return "\n".join(one.text for one in previewed.document.paragraphs)


def a_paragraph(session: DraftSession) -> ParagraphKey:
    return next(one.place for section in session.composed.sections for one in section.paragraphs if one.text)


@pytest.fixture
def filled(session: DraftSession) -> DraftSession:
    session.answer("theme", "共筑满意消费")
    session.answer("date_of_issue", date(2026, 3, 18))
    return session


def test_nothing_typed_is_the_draft_as_it_is_stored(filled: DraftSession) -> None:
    previewed = preview(filled)
    assert previewed.composed is filled.composed
    assert "共筑满意消费" in text(previewed)
    assert "2026年3月18日" in text(previewed)


@pytest.mark.parametrize(
    ("field", "value", "printed", "gone"),
    [
        pytest.param("theme", "提振消费信心", "提振消费信心", "共筑满意消费", id="words"),
        pytest.param("date_of_issue", date(2026, 4, 1), "2026年4月1日", "2026年3月18日", id="date"),
        pytest.param("theme", None, "2026年3月18日", "共筑满意消费", id="emptied"),
    ],
)
def test_typed_value_is_printed_and_not_stored(
    filled: DraftSession, field: str, value: Value | None, printed: str, gone: str
) -> None:
    before = filled.draft
    said = text(preview(filled, Typed({field: value})))
    assert printed in said
    assert gone not in said
    assert filled.draft is before
    assert gone in text(preview(filled))


def test_typed_words_are_printed_and_not_stored(filled: DraftSession) -> None:
    key = a_paragraph(filled)
    previewed = preview(filled, Typed(texts={key: ("写报告的人自己写的话。",)}))
    assert "写报告的人自己写的话。" in text(previewed)
    assert not filled.draft.texts


def test_what_was_typed_still_shows_once_it_is_stored(filled: DraftSession) -> None:
    typed = preview(filled, Typed({"theme": "提振消费信心"}))
    assert not typed.still_shows(filled.draft)
    filled.answer("theme", "提振消费信心")
    assert typed.still_shows(filled.draft)
    filled.answer("theme", "另一个")
    assert not typed.still_shows(filled.draft)


def test_paragraphs_know_their_place(filled: DraftSession) -> None:
    key = a_paragraph(filled)
    assert key in {one.place for one in preview(filled).document.paragraphs}
