"""The main job, whole: filled by keyboard and mouse in the real window, closed, reopened, exported, converted."""

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.app import make_window
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.ui.fields.field_row import FieldRow
from xiaoxie_desktop.ui.home.start_dialogs import NewReportDialog
from xiaoxie_desktop.ui.main_window import MainWindow
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

KIND, YEAR = "annual_summary", date.today().year
TYPED = {
    "lead": {},
    "complaints": {
        "complaint_accepted_count": "１１４",
        "complaint_resolved_count": "112",
        "loss_recovered_amount": "4余万元",
        "visit_consult_count": "约1250",
    },
    "publicity": {"bulletin_issue_count": "12"},
    "document": {"date_of_issue": f"{YEAR}.12.18"},
}
SAID = (
    "114件",
    "112件",
    "98.2%",
    "4万余元",
    "约1250人次",
    "12期",
    f"{YEAR}年12月18日",
    "青禾县清溪镇消费者协会分会",
)


@pytest.fixture
def workspace(data_directory: Path) -> Iterator[Workspace]:
    opened = open_workspace(data_directory)
    opened.save_organization(
        Organization(opened.organization.uid, name="青禾县清溪镇消费者协会分会", self_reference="我分会")
    )
    yield opened
    opened.close()


@pytest.fixture
def show(workspace: Workspace, qapp: QApplication, qtbot: QtBot) -> Callable[[], MainWindow]:
    def window() -> MainWindow:
        made = make_window(qapp, workspace)
        qtbot.addWidget(made)
        made.resize(1366, 698)
        with qtbot.waitSignal(made.completed):
            made.show()
        made.activateWindow()
        return made

    return window


def start_report(window: MainWindow, qtbot: QtBot) -> ReportWindow:
    """Ctrl+N, the kind by arrow keys, Enter."""

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewReportDialog)
        for _ in range(dialog.kinds.count()):
            if dialog.choice() == (KIND, YEAR):
                break
            qtbot.keyClick(dialog.kinds, Qt.Key.Key_Down)
        dialog.year.choose(YEAR)
        qtbot.keyClick(dialog.kinds, Qt.Key.Key_Return)

    QTimer.singleShot(0, window, choose)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    return report_of(window)


def report_of(window: MainWindow) -> ReportWindow:
    report = window.findChild(ReportWindow)
    assert isinstance(report, ReportWindow)
    return report


def row_of(report: ReportWindow, field_id: str) -> FieldRow | None:
    shown = (row for row in report.findChildren(FieldRow) if row.field.id == field_id and row.isVisible())
    return next(shown, None)


def type_into(report: ReportWindow, field_id: str, text: str, qtbot: QtBot) -> None:
    """Click into the first line of the field and type, as a user does."""
    qtbot.waitUntil(lambda: row_of(report, field_id) is not None)  # a long form is built in several turns
    row = row_of(report, field_id)
    assert row is not None
    line = next(line for line in row.findChildren(QLineEdit) if line.isVisible())
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    for character in text:
        type_character(line, character, qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Tab)


def type_character(line: QLineEdit, character: str, qtbot: QtBot) -> None:
    """A key, or what the input method commits for a character no key has."""
    if character.isascii():
        qtbot.keyClicks(line, character)
        return
    event = QInputMethodEvent()
    event.setCommitString(character)
    QApplication.sendEvent(line, event)


def fill(report: ReportWindow, qtbot: QtBot) -> None:
    for section, answers in TYPED.items():
        report.go_to(section)
        if section in report.session.draft.omitted:
            write_section(report, qtbot)
        for field_id, text in answers.items():
            type_into(report, field_id, text, qtbot)


def write_section(report: ReportWindow, qtbot: QtBot) -> None:
    """Take an optional section in: 要写这一节."""
    links = [
        one for one in report.findChildren(QAbstractButton) if one.text() == "要写这一节" and one.isVisible()
    ]
    qtbot.mouseClick(links[0], Qt.MouseButton.LeftButton)


def wide_text(report: ReportWindow) -> str:
    return report.session.composed.text


def test_the_main_job(show, workspace: Workspace, qtbot: QtBot, tmp_path: Path):
    window = show()
    report = start_report(window, qtbot)
    fill(report, qtbot)
    step = report.session.draft.step
    window.close()

    again = show()
    qtbot.keyClick(again.home.card.table, Qt.Key.Key_Return)
    reopened = report_of(again)
    assert reopened.session.draft.step == step == "document"
    before = wide_text(reopened)
    for said in SAID[:6]:
        assert before.count(said) == 1, said

    target = tmp_path / "年终总结.docx"
    reopened.deed.ask_for_file = lambda parent, proposed: str(target)
    qtbot.keyClick(reopened, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    answer_dialogs()
    paragraphs = [paragraph.text for paragraph in Document(str(target)).paragraphs if paragraph.text]
    text = "".join(paragraphs).replace("\n", "")
    for said in SAID:
        assert said in text, said
    row = workspace.drafts()[0]
    assert row.state.value == "exported"
    check_conversion(target, paragraphs)


def answer_dialogs() -> None:
    """No dialog may be left open: the export asks only about errors, and there are none."""
    dialog: QWidget | None = QApplication.activeModalWidget()
    assert not isinstance(dialog, QDialog)


def check_conversion(target: Path, paragraphs: list[str]) -> None:
    """LibreOffice prints every paragraph once and in order and nothing else, 22 lines of 28 characters to a page at most."""
    office = shutil.which("soffice")
    if office is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice or pdftotext is not here: conversion not looked at")
    folder = target.parent
    home = f"-env:UserInstallation=file://{folder}/office"
    subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", folder, target],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    printed = subprocess.run(
        ["pdftotext", "-layout", target.with_suffix(".pdf"), "-"], check=True, capture_output=True, timeout=30
    ).stdout.decode()
    pages = [page for page in printed.split("\f") if page.strip()]
    plain = re.sub(r"\s", "", re.sub(r"—\s*\d+\s*—", "", printed))
    assert plain == "".join(re.sub(r"\s", "", paragraph) for paragraph in paragraphs)
    lines = sum(-(-len(paragraph) // 28) for paragraph in paragraphs)
    assert abs(len(pages) - -(-lines // 22)) <= 1
    for page in pages:
        body = [
            line
            for line in page.splitlines()
            if line.strip() and not re.fullmatch(r"\s*—\s*\d+\s*—\s*", line)
        ]
        assert len(body) <= 22
