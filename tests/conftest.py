"""Guards every test: no display, no network, its own data directory, no unexpected log line."""

import logging
import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["pytester"]

INTERNET_FAMILIES = {socket.AF_INET, socket.AF_INET6}


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Fail whoever opens an internet socket, by whatever module; local sockets (display, session bus) pass."""
    if event == "socket.__new__" and arguments[1] in INTERNET_FAMILIES:
        raise AssertionError("the program opened an internet socket")


sys.addaudithook(refuse_network)


@pytest.fixture(autouse=True)
def data_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data directory of this test alone: not yet made, as on a first start."""
    directory = tmp_path / "data"
    monkeypatch.setenv("XIAOXIE_DATA", str(directory))
    return directory


@pytest.fixture(autouse=True)
def exceptions_reach_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo after each test what the program does to sys.excepthook, through which pytest-qt sees slots fail."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on any warning or error the program logs; a test that expects one asserts it, then caplog.clear()."""
    yield
    unexpected = [
        record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING
    ]
    assert not unexpected, f"unexpected log lines: {unexpected}"
