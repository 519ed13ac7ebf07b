"""Writing a report: every edit is stored at once, survives a failed save, and is there again after reopening."""

import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from types import MappingProxyType

import pytest

from xiaoxie_desktop.core.answers import Amount, Items, Qualifier, Row, Rows, Unreadable, Value
from xiaoxie_desktop.core.draft import TokenRef
from xiaoxie_desktop.core.draft_rows import DraftState
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.core.facts import FactKey
from xiaoxie_desktop.core.progress import StepState
from xiaoxie_desktop.storage import writing
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.workspace import Workspace

FIGURES = ("lead", "figures")
HALF_ROW = Rows((Row("r1", MappingProxyType({"name": "游园"})), Row("r2", MappingProxyType({}))))


def pieces(number: int) -> Amount:
    return Amount(Decimal(number), "件")


def reopened(workspace: Workspace, session: DraftSession) -> DraftSession:
    return workspace.open_draft(session.draft.uid)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("theme", "提振消费信心"),
        ("theme", ""),
        ("theme", "换行\n与𨙸字"),
        ("accepted", Amount(Decimal("3200"), "起", Qualifier.YU)),
        ("accepted", Unreadable("三四十件吧")),
        ("schools", Items(("一小", ""))),
        ("events", HALF_ROW),
        ("events", Rows((Row("r1", MappingProxyType({"name": "游园", "people": Unreadable("好多")})),))),
        ("date_of_issue", date(2026, 12, 18)),
    ],
)
def test_answer_is_there_after_reopening(
    workspace: Workspace, session: DraftSession, field: str, value: Value
) -> None:
    session.answer(field, value)
    assert session.draft.answers[field] == value
    assert not session.unsaved
    assert reopened(workspace, session).draft.answers[field] == value


def test_cleared_answer_is_gone(workspace: Workspace, session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    session.answer("accepted", None)
    assert "accepted" not in reopened(workspace, session).draft.answers


def test_same_answer_again_is_no_edit(session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    revision = session.draft.revision
    session.answer("accepted", pieces(42))
    session.answer("resolved", None)
    assert session.draft.revision == revision


def test_reopening_returns_to_the_same_step(workspace: Workspace, session: DraftSession) -> None:
    assert session.draft.step == "lead"
    session.go_to("document")
    assert reopened(workspace, session).draft.step == "document"


@pytest.mark.parametrize(
    "wrong",
    [
        lambda session: session.answer("nobody", "x"),
        lambda session: session.answer("rate", pieces(3)),
        lambda session: session.omit("lead", True),
        lambda session: session.omit("nobody", True),
    ],
)
def test_what_the_kind_does_not_allow_is_refused(
    session: DraftSession, wrong: Callable[[DraftSession], None]
) -> None:
    before = session.draft
    with pytest.raises(ValueError, match=r"has no field|is computed|is no optional section"):
        wrong(session)
    assert session.draft == before
    assert not session.unsaved


def test_everything_follows_from_the_answers(session: DraftSession) -> None:
    session.answer("accepted", pieces(50))
    session.answer("resolved", pieces(49))
    assert "受理投诉50件，调解成功49件，调解成功率98" in session.composed.text
    assert [finding.field for finding in session.findings] == ["date_of_issue"]
    session.answer("date_of_issue", date(2026, 12, 18))
    assert session.findings == ()
    assert [step.state for step in session.steps] == [StepState.DONE, StepState.OMITTED, StepState.DONE]
    assert session.document.date_of_issue == date(2026, 12, 18)
    assert session.document.main_recipients == "青禾县消费者协会"


def test_failed_save_keeps_the_value_and_is_made_good(
    workspace: Workspace, session: DraftSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved_at = session.saved_at
    with monkeypatch.context() as patch:
        patch.setattr(writing, "update_record", fail)
        for number in (1, 2):
            with pytest.raises(StorageError):
                session.answer("accepted", pieces(number))
        with pytest.raises(StorageError):
            session.undo()
        assert session.draft.answers["accepted"] == pieces(2)
        assert session.unsaved
        assert session.saved_at == saved_at
        assert "2件" in session.composed.text
        assert "accepted" not in reopened(workspace, session).draft.answers
        assert len(workspace.drafts()) == 1
    session.answer("resolved", pieces(1))
    assert not session.unsaved
    assert session.saved_at != saved_at
    again = reopened(workspace, session)
    assert again.draft.answers == session.draft.answers
    assert again.draft.revision == 3
    assert [again.undo() for _ in range(4)] == ["lead", "lead", "lead", None]


def fail(*_: object) -> None:
    raise sqlite3.OperationalError("no")


def test_save_tries_again_by_itself(session: DraftSession, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(writing, "update_record", fail)
        with pytest.raises(StorageError):
            session.tick("read", True)
        assert session.unsaved
    session.save()
    assert not session.unsaved


def test_edit_made_elsewhere_is_not_overwritten(workspace: Workspace, session: DraftSession) -> None:
    other = reopened(workspace, session)
    other.answer("accepted", pieces(1))
    for attempt in (lambda: session.answer("accepted", pieces(2)), session.save):
        with pytest.raises(StorageError, match="已在别处改过"):
            attempt()
    assert reopened(workspace, session).draft.answers["accepted"] == pieces(1)
    session.abandon()
    assert not session.unsaved


def test_closing_says_what_could_not_be_stored(workspace: Workspace, session: DraftSession) -> None:
    other = reopened(workspace, session)
    other.answer("accepted", pieces(1))
    with pytest.raises(StorageError):
        session.answer("accepted", pieces(2))
    with pytest.raises(StorageError, match="已在别处改过"):
        workspace.close()


def test_figures_in_edited_words_stay_live(workspace: Workspace, session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    session.edit_text(FIGURES, ("今年一共受理", TokenRef("accepted"), "。"))
    session.answer("accepted", pieces(43))
    assert "今年一共受理43件。" in reopened(workspace, session).composed.text


def test_words_the_facts_make_anyway_are_no_edit(session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    session.edit_text(FIGURES, ("受理", "投诉", TokenRef("accepted"), "。"))
    assert session.draft.texts == {}
    session.edit_text(FIGURES, ("别的话",))
    session.edit_text(FIGURES, ("受理投诉", TokenRef("accepted"), "。"))
    assert session.draft.texts == {}


def test_clause_that_came_can_be_taken_in_or_left(session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    session.edit_text(FIGURES, ("今年受理", TokenRef("accepted"), "。"))
    session.answer("resolved", pieces(41))
    assert [clause.id for clause in paragraph(session).came] == ["resolved", "rate"]
    session.insert_clause(FIGURES, "resolved")
    assert paragraph(session).text == "今年受理42件，调解成功41件。"
    assert [clause.id for clause in paragraph(session).came] == ["rate"]
    session.keep_text(FIGURES)
    assert paragraph(session).came == ()
    session.restore_paragraph(FIGURES)
    assert paragraph(session).text.startswith("受理投诉42件，调解成功41件，调解成功率")


def test_clause_written_by_hand_counts_as_taken_in(session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    session.edit_text(FIGURES, ("今年受理", TokenRef("accepted"), "。"))
    session.answer("resolved", pieces(41))
    session.edit_text(FIGURES, ("今年受理", TokenRef("accepted"), "，调成", TokenRef("resolved"), "。"))
    assert [clause.id for clause in paragraph(session).came] == ["rate"]


def paragraph(session: DraftSession):  # type: ignore[no-untyped-def]
    section = session.composed.section("lead")
    assert section
    return section.paragraphs[0]


def test_restoring_a_section_is_one_step(session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    session.edit_text(FIGURES, ("甲",))
    session.edit_text(("lead", "theme"), ("乙",))
    session.restore_text("lead")
    assert session.draft.texts == {}
    assert session.undo() == "lead"
    assert set(session.draft.texts) == {FIGURES, ("lead", "theme")}


def test_section_left_out_keeps_its_answers(workspace: Workspace, session: DraftSession) -> None:
    assert session.draft.omitted == ("activities",)
    session.omit("activities", False)
    session.answer("events", HALF_ROW)
    assert "游园等活动。" in session.composed.text
    session.omit("activities", True)
    assert "游园" not in session.composed.text
    again = reopened(workspace, session)
    assert (again.draft.omitted, again.draft.answers["events"]) == (("activities",), HALF_ROW)
    assert again.undo() == "activities"
    assert "游园等活动。" in again.composed.text


def test_undo_and_redo_outlive_the_window(workspace: Workspace, session: DraftSession) -> None:
    assert not session.can_undo
    assert session.undo() is None
    session.answer("accepted", pieces(1))
    session.omit("activities", False)
    session.answer("accepted", pieces(2))
    assert [session.undo(), session.undo()] == ["lead", "activities"]
    again = reopened(workspace, session)
    assert (again.can_undo, again.can_redo) == (True, True)
    assert again.draft.answers["accepted"] == pieces(1)
    assert [again.redo(), again.redo(), again.redo()] == ["activities", "lead", None]
    assert again.draft.answers["accepted"] == pieces(2)
    assert again.undo() == "lead"
    again.answer("resolved", pieces(7))
    assert not again.can_redo
    last = reopened(workspace, again)
    assert not last.can_redo
    assert [last.undo() for _ in range(4)] == ["lead", "activities", "lead", None]
    assert "accepted" not in last.draft.answers
    assert last.draft.answers.keys() == {"theme", "main_recipients"}


def test_undo_takes_the_fact_back_too(workspace: Workspace, session: DraftSession) -> None:
    key = FactKey(workspace.organization.uid, 2026, "accepted_count", list="cca")
    session.answer("accepted", pieces(1))
    session.answer("accepted", pieces(2))
    for expected in ({"value": "1", "unit": "件"}, None):
        session.undo()
        assert workspace._store.facts(key.organization, 2026).get(key) == expected
    session.redo()
    assert workspace._store.facts(key.organization, 2026)[key] == {"value": "1", "unit": "件"}


def test_ticks_clear_when_an_answer_changes(workspace: Workspace, session: DraftSession) -> None:
    session.tick("read", True)
    session.tick("sealed", True)
    session.tick("sealed", False)
    assert reopened(workspace, session).ticks == {"read"}
    session.edit_text(FIGURES, ("甲",))
    assert session.ticks == {"read"}
    session.answer("accepted", pieces(1))
    assert session.ticks == frozenset()
    assert reopened(workspace, session).ticks == frozenset()


def test_finding_put_aside_stays_aside(workspace: Workspace, session: DraftSession) -> None:
    (finding,) = session.findings
    session.ignore(finding)
    again = reopened(workspace, session)
    assert (session.findings, again.findings) == ((), ())
    again.ignore(finding, False)
    assert again.findings == (finding,)


def test_state_and_what_changed_since(workspace: Workspace, session: DraftSession) -> None:
    session.mark(DraftState.EXPORTED)
    again = reopened(workspace, session)
    assert (again.draft.state, again.draft.changed_since) == (DraftState.EXPORTED, False)
    again.answer("accepted", pieces(1))
    (row,) = workspace.drafts()
    assert (row.state, row.changed_since) == (DraftState.EXPORTED, True)
    again.mark(DraftState.PRINTED)
    assert not workspace.drafts()[0].changed_since


def test_damaged_answer_is_named_and_the_rest_opens(workspace: Workspace, session: DraftSession) -> None:
    session.answer("accepted", pieces(42))
    connection = workspace._store._file.connection
    connection.execute("UPDATE answers SET value = '\"x\"' WHERE field = 'accepted'")
    connection.commit()
    again = reopened(workspace, session)
    assert again.damaged == ("accepted",)
    assert "accepted" not in again.draft.answers
    assert len(workspace.verify()) == 1
    again.answer("accepted", pieces(42))
    assert workspace.verify() == ()


def test_answer_that_no_longer_fits_its_field_is_kept_as_typed(
    workspace: Workspace, session: DraftSession
) -> None:
    store = workspace._store
    with store._file.writing() as database:
        writing.write_answer(database, session.draft.uid, "accepted", {"value": "4.5", "unit": "公里"})
        writing.write_answer(database, session.draft.uid, "gone", "x")
        writing.write_text(database, session.draft.uid, "lead", "figures", 7)
    again = reopened(workspace, session)
    assert again.draft.answers["accepted"] == Unreadable("4.5公里")
    assert "gone" not in again.draft.answers
    assert again.draft.texts == {}
    assert store.read_draft(session.draft.uid).answers["gone"] == "x"
