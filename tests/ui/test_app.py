"""Starting the program: what is loaded before the first list, what Qt is told, what happens when it goes wrong."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from xiaoxie_desktop import app
from xiaoxie_desktop.core.errors import StorageError
from xiaoxie_desktop.ui import offscreen, surroundings
from xiaoxie_desktop.ui.components.dialogs import AskDialog
from xiaoxie_desktop.ui.error_log import MOST_BYTES, ErrorLog
from xiaoxie_desktop.workflow.workspace import open_workspace

FIRST_LIST = """
import json, sys
from pathlib import Path
from xiaoxie_desktop import app
application = app.make_application()
workspace = app.open_workspace(Path(sys.argv[1]))
window = app.make_window(application, workspace)
window.show()
application.processEvents()
rows = window.home.card.table.drafts.rowCount()
window.close()
print(json.dumps({"rows": rows, "modules": sorted(sys.modules)}))
"""
NOT_FOR_THE_LIST = (
    *("pydantic", "sqlite_utils", "docx", "lxml", "hashlib", "uuid"),
    *("PySide6.QtPrintSupport", "PySide6.QtNetwork"),
    *("xiaoxie_desktop.core.report", "xiaoxie_desktop.storage.records", "xiaoxie_desktop.storage.writing"),
    *("xiaoxie_desktop.ui.components.dialogs", "xiaoxie_desktop.ui.components.toast"),
)


def test_first_list_needs_no_more_than_it_shows(data_directory: Path) -> None:
    workspace = open_workspace(data_directory)
    workspace.create_draft("annual_summary", 2025)
    workspace.close()
    run = subprocess.run(
        [sys.executable, "-c", FIRST_LIST, str(data_directory)], capture_output=True, text=True, check=True
    )
    seen = json.loads(run.stdout.splitlines()[-1])
    assert seen["rows"] == 1
    assert "sqlite3" in seen["modules"], "the scan sees nothing"
    assert [name for name in NOT_FOR_THE_LIST if name in seen["modules"]] == []


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({}, {"CUPS_SERVER": "/run/cups/cups.sock"}),
        ({"CUPS_SERVER": "localhost:631"}, {"CUPS_SERVER": "/run/cups/cups.sock"}),
        ({"CUPS_SERVER": "/srv/cups.sock"}, {"CUPS_SERVER": "/srv/cups.sock"}),
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ({"XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ({"QT_IM_MODULE": "ibus"}, {"QT_IM_MODULE": "ibus"}),
    ],
    ids=["printing", "printing over tcp", "own socket", "fcitx", "fcitx for x11", "ibus"],
)
def test_linux_surroundings(given: dict[str, str], wanted: dict[str, str]) -> None:
    environment = dict(given)
    surroundings.prepare(environment, platform="linux")
    assert {name: environment.get(name) for name in wanted} == wanted
    assert "IBUS_USE_PORTAL" in environment or "IBUS_USE_PORTAL" not in wanted


def test_windows_surroundings_are_left_alone() -> None:
    environment = {"QT_IM_MODULE": "fcitx"}
    surroundings.prepare(environment, platform="win32")
    assert environment == {"QT_IM_MODULE": "fcitx"}


def test_without_a_display_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(surroundings, "has_display", lambda _environment: False)
    assert app.run() == 2
    assert capsys.readouterr().err == app.NO_DISPLAY + "\n"


def test_data_that_cannot_be_opened_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    said: list[str] = []

    def refuse(_directory: Path | None) -> None:
        raise StorageError("数据文件打不开，请换一个文件夹。")

    monkeypatch.setattr(app, "make_application", lambda: qapp)
    monkeypatch.setattr(app, "open_workspace", refuse)
    monkeypatch.setattr(app, "tell_error", lambda _parent, sentence: said.append(sentence))
    assert app.run(Path("nowhere")) == 2
    assert said == ["数据文件打不开，请换一个文件夹。"]


def test_a_damaged_list_is_one_sentence(
    data_directory: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    workspace = open_workspace(data_directory)
    workspace.create_draft("annual_summary", 2025)
    workspace.close()
    with closing(sqlite3.connect(data_directory / "xiaoxie.sqlite3")) as connection:
        connection.execute("DROP TABLE drafts")
    said: list[str] = []
    monkeypatch.setattr(app, "make_application", lambda: qapp)
    monkeypatch.setattr(app, "tell_error", lambda _parent, sentence: said.append(sentence))
    assert app.run(data_directory) == 2
    assert [sentence[-1] for sentence in said] == ["。"]


def test_printers_are_never_asked_over_the_network(
    monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setenv("CUPS_SERVER", "printers.example:631")
    monkeypatch.setattr(QCoreApplication, "instance", lambda: None)
    monkeypatch.setattr(offscreen, "QGuiApplication", lambda _arguments: qapp)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert offscreen.qt_application() is qapp
    assert os.environ["CUPS_SERVER"] == "/run/cups/cups.sock"


def test_log_holds_places_but_no_words(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path)
    try:
        int("张三的电话")
    except ValueError as error:
        log.write(type(error), error.__traceback__)
    text = log.path.read_text(encoding="utf-8")
    assert "ValueError" in text
    assert "test_app.py" in text
    assert "张三" not in text
    log.copy_to(tmp_path / "副本.txt")
    assert (tmp_path / "副本.txt").read_text(encoding="utf-8") == text


def test_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    log = ErrorLog(tmp_path)
    log.path.write_bytes(b"\xff a damaged line\n")
    log.copy_to(tmp_path / "copy.txt")
    assert "damaged line" in (tmp_path / "copy.txt").read_text(encoding="utf-8")
    log.path.write_text(("x" * 99 + "\n") * (MOST_BYTES // 100 + 1), encoding="utf-8")
    log.write(ValueError, None)
    assert log.path.stat().st_size < MOST_BYTES * 0.6


def test_unexpected_error_is_logged_and_told_once(
    data_directory: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = open_workspace(data_directory)
    window = app.make_window(qapp, workspace)
    qtbot.addWidget(window)
    window.show()
    told: list[str] = []
    monkeypatch.setattr(
        app, "tell_error", lambda _parent, sentence, **_options: told.append(sentence) or "close"
    )
    fail_twice(lambda: sys.excepthook)
    qtbot.waitUntil(lambda: told == [app.UNEXPECTED])
    assert ErrorLog(data_directory).path.read_text(encoding="utf-8").count("ZeroDivisionError") == 2
    window.close()
    workspace.close()


def fail_twice(hook: Callable[[], Callable[..., object]]) -> None:
    """Let the same line fail twice and hand both errors to the hook, as a slot would."""
    for _ in range(2):
        try:
            _ = 1 / 0
        except ZeroDivisionError as error:
            hook()(type(error), error, error.__traceback__)


def test_error_dialog_offers_the_log(qtbot: QtBot, qapp: QApplication) -> None:
    words: list[str] = []

    def read_and_close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AskDialog):
            words.extend(button.text() for button in dialog.findChildren(QPushButton))
            dialog.reject()

    QTimer.singleShot(0, read_and_close)
    app.tell_error(None, app.UNEXPECTED, log=True)
    assert words == ["保存错误日志…(&L)", "知道了(&K)"]
