"""A long PDF shows how far it is and can be stopped; a short one shows nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.ui.preview.pdf_progress import ProgressDialog, paint_patiently


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    dress()
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_short_pdf_shows_nothing(window: QWidget, laid_out: Callable[[int], PagedDocument]) -> None:
    data = paint_patiently(laid_out(20), "总结", window, patience=60)
    assert data is not None
    assert data.startswith(b"%PDF")
    assert window.findChildren(ProgressDialog) == []
    assert QApplication.overrideCursor() is None


def test_long_pdf_says_how_far_it_is_and_ends(
    window: QWidget, laid_out: Callable[[int], PagedDocument]
) -> None:
    seen: list[tuple[int, int, str]] = []
    timer = QTimer(window, interval=0)

    def look() -> None:
        for dialog in window.findChildren(ProgressDialog):
            seen.append((dialog.bar.value(), dialog.bar.maximum(), dialog.count.text()))

    timer.timeout.connect(look)
    timer.start()
    document = laid_out(20)
    assert paint_patiently(document, "总结", window, patience=0) is not None
    timer.stop()
    count = len(document.pages)
    assert (1, count, f"1 / {count}") in seen
    assert QApplication.overrideCursor() is None


def test_stop_ends_the_painting(window: QWidget, laid_out: Callable[[int], PagedDocument]) -> None:
    timer = QTimer(window, interval=0)

    def stop() -> None:
        for dialog in window.findChildren(ProgressDialog):
            dialog.stop.click()

    timer.timeout.connect(stop)
    timer.start()
    assert paint_patiently(laid_out(20), "总结", window, patience=0) is None
    timer.stop()
    assert QApplication.overrideCursor() is None
