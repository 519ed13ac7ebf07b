"""Paints a PDF while the window goes on living: a page per turn, a bar and 停下 when it takes longer than a second."""

import time

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.ui.components.buttons import Button
from xiaoxie_desktop.ui.components.labels import Label, Role
from xiaoxie_desktop.ui.preview.pdf import PdfPainting
from xiaoxie_desktop.ui.style import theme

PATIENCE = 1.0
"""Seconds without any sign."""


class ProgressDialog(QDialog):
    """What is being done, how far it is, and 停下."""

    def __init__(self, words: str, steps: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(words)
        self.setModal(True)
        self.setFixedWidth(max(360, theme.em(24)))
        self.stopped = False
        self.bar, self.count = QProgressBar(), Label("", Role.HELP)
        self.bar.setRange(0, steps)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words)
        self.stop = Button("停下", on_click=self.reject)
        self.rejected.connect(self._stop)
        head = QHBoxLayout()
        head.addWidget(Label(words), 1)
        head.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignRight)

    def show_step(self, step: int) -> None:
        """Say how many steps are done."""
        self.bar.setValue(step)
        self.count.setText(f"{step} / {self.bar.maximum()}")

    def _stop(self) -> None:
        self.stopped = True


def paint_patiently(
    document: PagedDocument, title: str, window: QWidget, patience: float = PATIENCE
) -> bytes | None:
    """The PDF's bytes, None when 停下 was pressed; what is typed meanwhile waits."""
    painting, started = PdfPainting(document, title), time.monotonic()
    dialog: ProgressDialog | None = None
    QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)
    try:
        while painting.paint_next():
            if dialog is None and time.monotonic() - started > patience:
                dialog = ProgressDialog("正在生成 PDF…", len(painting.pages), window)
                dialog.show()
            if dialog is not None:
                dialog.show_step(painting.painted)
            _turn(dialog)
            if dialog is not None and dialog.stopped:
                return None
        return painting.finish()
    finally:
        painting.finish()
        QApplication.restoreOverrideCursor()
        if dialog is not None:
            dialog.close()
            dialog.deleteLater()


def _turn(dialog: ProgressDialog | None) -> None:
    """One turn of the event loop; before the dialog stands nothing can be pressed that would change the draft."""
    flags = QEventLoop.ProcessEventsFlag
    QApplication.processEvents(flags.AllEvents if dialog is not None else flags.ExcludeUserInputEvents)
