"""Everything typed is stored: soon while typing, at once on leaving, again after a failure."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.typing_keys import compose, type_into
from xiaoxie_desktop.core.answers import Amount, Qualifier, Rows
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.ui.fields.amount_editor import AmountEditor
from xiaoxie_desktop.ui.fields.rows_editor import RowsEditor
from xiaoxie_desktop.ui.fields.text_editor import TextEditor
from xiaoxie_desktop.ui.report.autosave import SOON_MS, Autosave, SaveState
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.workflow.workspace import Workspace

Open = Callable[[str], ReportWindow]


def number_of(window: ReportWindow, field: str) -> QLineEdit:
    window.go_to_field(field)
    editor = window.form(window.step).rows[field].editor
    assert isinstance(editor, AmountEditor)
    return editor.number


def box_of(window: ReportWindow, field: str) -> QLineEdit:
    window.go_to_field(field)
    editor = window.form(window.step).rows[field].editor
    assert isinstance(editor, TextEditor)
    return editor.box


def stored(workspace: Workspace, uid: str, field: str) -> object:
    """What another opening of the data file finds."""
    return workspace.open_draft(uid).draft.answers.get(field)


def test_typing_is_stored_within_two_seconds_without_leaving(
    workspace: Workspace, window: ReportWindow, draft: str
) -> None:
    box = number_of(window, "material_count")
    type_into(box, "3200余")
    assert window.autosave.state is SaveState.SAVING
    assert window.bar.state.text() == "正在保存…"
    assert SOON_MS < 2000
    window.autosave._soon.timeout.emit()
    assert stored(workspace, draft, "material_count") == Amount(Decimal(3200), "份", Qualifier.YU)
    assert box.text() == "3200余", "the editor someone types in is not written into"
    assert window.bar.state.text().startswith("已保存 ")


def test_leaving_a_field_stores_at_once(workspace: Workspace, window: ReportWindow, draft: str) -> None:
    type_into(box_of(window, "venue"), "镇人民广场")
    number_of(window, "material_count")
    assert stored(workspace, draft, "venue") == "镇人民广场"


def test_leaving_through_the_step_list_stores_at_once(
    qtbot: QtBot, workspace: Workspace, window: ReportWindow, draft: str
) -> None:
    type_into(box_of(window, "venue"), "镇人民广场")
    steps = window.steps.list
    place = steps.visualRect(steps.steps.index(1)).center()
    qtbot.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.step == "leadership"
    assert stored(workspace, draft, "venue") == "镇人民广场"


def test_composition_is_finished_before_the_step_is_left(
    workspace: Workspace, window: ReportWindow, draft: str
) -> None:
    box = box_of(window, "venue")
    type_into(box, "镇人民")
    compose(box, "广场")
    window.go_by(1)
    assert stored(workspace, draft, "venue") == "镇人民广场"


def test_half_a_row_in_an_open_cell_is_stored_when_the_window_is_left(
    workspace: Workspace, window: ReportWindow, draft: str
) -> None:
    window.go_to_field("free_service_count")
    editor = window.form("site").rows["free_service_count"].editor
    assert isinstance(editor, RowsEditor)
    editor.view.edit_cell(0, 1)
    cell = window.focusWidget()
    assert isinstance(cell, QLineEdit)
    type_into(cell, "校正眼镜")
    assert window.leave()
    value = stored(workspace, draft, "free_service_count")
    assert isinstance(value, Rows)
    assert list(value.rows[0].cells.values()) == ["校正眼镜"]


def test_reopening_returns_to_the_same_step_with_all_answers(
    window: ReportWindow, open_report: Open, draft: str
) -> None:
    type_into(number_of(window, "consult_count"), "460多")
    assert window.leave()
    again = open_report(draft)
    assert again.step == "site"
    assert number_of(again, "consult_count").text() == "460"


def test_coming_back_to_a_step_finds_every_answer(window: ReportWindow) -> None:
    type_into(box_of(window, "venue"), "镇人民广场")
    window.go_by(1)
    window.go_by(-1)
    assert box_of(window, "venue").text() == "镇人民广场"


def test_full_disk_is_said_keeps_the_words_and_is_tried_again(
    workspace: Workspace, window: ReportWindow, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = window.session._store
    kept = store.save

    def full(*_: object, **__: object) -> None:
        raise StorageError("磁盘已满，请腾出空间。")

    monkeypatch.setattr(store, "save", full)
    type_into(box_of(window, "venue"), "镇人民广场")
    number_of(window, "material_count")
    assert window.bar.state.text() == "没有保存"
    assert window.failure is not None and window.failure.text() == "没有保存：磁盘已满，请腾出空间。"
    assert not window.leave()
    monkeypatch.setattr(store, "save", kept)
    window.failure.followed.emit()
    assert window.failure is None
    assert stored(workspace, draft, "venue") == "镇人民广场"
    assert window.leave()


def test_a_deed_that_breaks_leaves_the_others_waiting(qtbot: QtBot) -> None:
    done: list[str] = []
    autosave = Autosave(lambda: None)
    autosave.soon("first", lambda: done.append(str(1 // len(done))))
    autosave.soon("second", lambda: done.append("second"))
    with pytest.raises(ZeroDivisionError):
        autosave.save()
    assert autosave.save()
    assert done == ["second"]


def test_what_was_given_up_is_not_stored_later(
    workspace: Workspace, window: ReportWindow, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StorageError("磁盘已满，请腾出空间。")

    with monkeypatch.context() as failing:
        failing.setattr(window.session._store, "save", full)
        type_into(box_of(window, "venue"), "没有存进去的字")
        assert not window.leave()
    window.abandon()
    workspace.drafts()
    assert not window.session.unsaved
    assert stored(workspace, draft, "venue") is None


def test_ctrl_z_takes_back_and_ctrl_y_brings_back(
    qtbot: QtBot, workspace: Workspace, window: ReportWindow, draft: str
) -> None:
    type_into(box_of(window, "venue"), "镇人民广场")
    window.go_to("leadership")
    qtbot.mouseClick(window.bar.undo, Qt.MouseButton.LeftButton)
    assert window.step == "site"
    assert stored(workspace, draft, "venue") is None
    assert box_of(window, "venue").text() == ""
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window.steps.list, Qt.Key.Key_Y, control)
    assert box_of(window, "venue").text() == "镇人民广场"
    window.steps.list.setFocus()
    qtbot.keyClick(window.steps.list, Qt.Key.Key_Z, control)
    assert stored(workspace, draft, "venue") is None


def test_passing_through_a_report_changes_nothing(
    workspace: Workspace, window: ReportWindow, draft: str
) -> None:
    before = window.session.draft.answers
    revision = window.session.draft.revision
    for step in window.session.kind.steps():
        window.go_to(step.id)
        for row in window.form(step.id).rows.values():
            row.editor.entrance().setFocus()
    window.leave()
    assert window.session.draft.answers == before
    assert window.session.draft.revision == revision
