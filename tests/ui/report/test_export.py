"""Exporting from the window: errors are asked about, failures have a way out, done deeds are said."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.core.draft import DraftState
from xiaoxie_desktop.core.errors import ExportError
from xiaoxie_desktop.ui.components.dialogs import Question
from xiaoxie_desktop.ui.components.toast import Toast
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.ui.report.steps_pane import CHECK

ASK = "xiaoxie_desktop.ui.report.export_deed.ask"


class Answers:
    """Stands in for the dialogs: answers in turn and remembers what was asked."""

    def __init__(self, *answers: str) -> None:
        self.left, self.asked = list(answers), list[Question]()

    def __call__(self, parent: QWidget, question: Question) -> str:
        self.asked.append(question)
        return self.left.pop(0)


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Answers]:
    def make(*answers: str) -> Answers:
        made = Answers(*answers)
        monkeypatch.setattr(ASK, made)
        return made

    return make


def choose(window: ReportWindow, *files: Path | None) -> list[Path]:
    """Stand in for the system's file dialog; what it was offered."""
    offered: list[Path] = []
    left = list(files)

    def dialog(_parent: QWidget, proposed: Path) -> str:
        offered.append(proposed)
        chosen = left.pop(0)
        return str(chosen) if chosen else ""

    window.deed.ask_for_file = dialog
    return offered


def make_ready(window: ReportWindow) -> None:
    window.session.answer("venue", "镇人民广场")
    window.session.answer("event_date", date(2026, 3, 15))
    window.session.answer("date_of_issue", date(2026, 3, 18))
    window.go_to(CHECK)


def test_ready_report_is_exported_and_said(qtbot: QtBot, window: ReportWindow, tmp_path: Path) -> None:
    make_ready(window)
    offered = choose(window, tmp_path / "总结")
    qtbot.mouseClick(window.check.bar.export, Qt.MouseButton.LeftButton)
    assert offered[0].name == "青禾县清溪镇消费者协会分会2026年“3·15”活动总结.docx"
    text = "\n".join(one.text for one in Document(str(tmp_path / "总结.docx")).paragraphs)
    assert "镇人民广场" in text
    toast = window.findChild(Toast)
    assert isinstance(toast, Toast)
    assert toast.text().startswith("已导出到“")
    assert window.session.draft.state is DraftState.EXPORTED


def test_errors_are_asked_about_first(
    qtbot: QtBot, window: ReportWindow, tmp_path: Path, answer: Callable[..., Answers]
) -> None:
    answers = answer("fix", "", "export")
    choose(window, tmp_path / "a.docx")
    for _ in range(2):
        qtbot.keyClick(window.steps.list, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        assert not (tmp_path / "a.docx").exists()
    assert window.finding is not None, "去修改 goes to the first error"
    qtbot.mouseClick(window.bar.export, Qt.MouseButton.LeftButton)
    assert (tmp_path / "a.docx").exists()
    assert answers.asked[0].title == "还有 1 处错误，仍要导出吗？"
    assert answers.asked[0].safe == "fix"
    assert "成文日期" in answers.asked[0].details[0]


def test_closing_the_file_dialog_exports_nothing(qtbot: QtBot, window: ReportWindow) -> None:
    make_ready(window)
    choose(window, None)
    qtbot.mouseClick(window.check.bar.export, Qt.MouseButton.LeftButton)
    assert window.session.draft.state is DraftState.EDITING


def test_failure_is_a_sentence_with_another_place(
    qtbot: QtBot, window: ReportWindow, tmp_path: Path, answer: Callable[..., Answers]
) -> None:
    make_ready(window)
    answers = answer("elsewhere")
    choose(window, tmp_path / "没有这个文件夹" / "a.docx", tmp_path / "b.docx")
    qtbot.mouseClick(window.check.bar.export, Qt.MouseButton.LeftButton)
    assert (tmp_path / "b.docx").exists()
    (asked,) = answers.asked
    assert asked.title == "没有导出"
    assert asked.text.endswith("。")


def test_giving_up_after_a_failure(
    qtbot: QtBot,
    window: ReportWindow,
    tmp_path: Path,
    answer: Callable[..., Answers],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def open_elsewhere(*_: object) -> None:
        raise ExportError("这个 Word 文件正开着，写不进去。关掉它，或另存一份。")

    make_ready(window)
    monkeypatch.setattr("xiaoxie_desktop.ui.report.export_deed.export", open_elsewhere)
    answers = answer("close")
    choose(window, tmp_path / "a.docx")
    qtbot.mouseClick(window.check.bar.export, Qt.MouseButton.LeftButton)
    assert answers.asked[0].text.startswith("这个 Word 文件正开着")
    assert window.session.draft.state is DraftState.EDITING


def test_words_being_typed_are_in_the_file(qtbot: QtBot, window: ReportWindow, tmp_path: Path) -> None:
    make_ready(window)
    window.go_to_field("venue")
    box = window.focusWidget()
    assert box is not None
    qtbot.keyClicks(box, "A")
    choose(window, tmp_path / "a.docx")
    qtbot.keyClick(box, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    text = "\n".join(one.text for one in Document(str(tmp_path / "a.docx")).paragraphs)
    assert "A镇人民广场" in text or "镇人民广场A" in text


def test_printed_report_is_marked(
    qtbot: QtBot, window: ReportWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ready(window)
    monkeypatch.setattr("xiaoxie_desktop.ui.printing.print_preview.PrintPreview.show", lambda _self: True)
    qtbot.mouseClick(window.check.bar.print, Qt.MouseButton.LeftButton)
    assert window.session.draft.state is DraftState.PRINTED


def test_pdf_from_the_export_bar(qtbot: QtBot, window: ReportWindow, tmp_path: Path) -> None:
    make_ready(window)
    offered = choose(window, tmp_path / "总结")
    qtbot.mouseClick(window.check.bar.pdf, Qt.MouseButton.LeftButton)
    assert offered[0].suffix == ".pdf"
    assert (tmp_path / "总结.pdf").read_bytes().startswith(b"%PDF")
    assert window.session.draft.state is DraftState.EXPORTED


def test_stopped_pdf_is_not_written(
    qtbot: QtBot, window: ReportWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ready(window)
    monkeypatch.setattr("xiaoxie_desktop.ui.report.export_deed.paint_patiently", lambda *_: None)
    choose(window, tmp_path / "a.pdf")
    qtbot.mouseClick(window.check.bar.pdf, Qt.MouseButton.LeftButton)
    assert list(tmp_path.glob("*.pdf")) == []
    assert window.session.draft.state is DraftState.EDITING
