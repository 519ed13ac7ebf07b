"""Proves that the guards in conftest.py and pyproject.toml fail a test that breaks a habit."""

import shutil
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

BREACHES = """
import logging, socket, sys, warnings
from PySide6.QtCore import QTimer, qWarning

def let_a_slot_fail(qtbot):
    timer = QTimer(singleShot=True)
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_slot(qtbot):
    let_a_slot_fail(qtbot)

def test_the_program_takes_the_excepthook():
    sys.excepthook = lambda *caught: None

def test_slot_after_that(qtbot):
    let_a_slot_fail(qtbot)

def test_qt_warning(qtbot):
    qWarning("something is wrong")

def test_python_warning():
    warnings.warn("deprecated", stacklevel=1)

def test_logged_error():
    logging.getLogger("xiaoxie_desktop").error("lost")

def test_swallowed_internet_socket():
    try:
        socket.socket(socket.AF_INET6)
    except OSError:
        pass
"""

SAID = {
    "test_slot": "Exceptions caught in Qt event loop",
    "test_slot_after_that": "Exceptions caught in Qt event loop",
    "test_qt_warning": "Qt messages with level WARNING or above",
    "test_python_warning": "UserWarning: deprecated",
    "test_logged_error": "unexpected log lines: ['lost']",
    "test_swallowed_internet_socket": "the program opened an internet socket",
}


def test_each_breach_fails_for_its_reason(pytester: pytest.Pytester) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", pytester.path)
    shutil.copy(ROOT / "pyproject.toml", pytester.path)
    pytester.makepyfile(BREACHES)
    output = pytester.runpytest_subprocess("-p", "no:cacheprovider", ".").stdout.str()
    for test, reason in SAID.items():
        report = output.partition(f"_ {test} _")[2] or output.partition(f"_ ERROR at teardown of {test} _")[2]
        assert reason in report.partition("\n____")[0], f"{test}\n{output}"
    assert "test_the_program_takes_the_excepthook _" not in output


def test_local_socket_is_allowed() -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        assert opened.family == socket.AF_UNIX


def test_data_directory_does_not_exist_yet(data_directory: Path) -> None:
    assert not data_directory.exists()
