"""Ten pages as PDF against a script replaying the same glyph runs; a keystroke against the picture of its page.

``python -m tests.bench.bench_pdf``. Ours includes layout, fonts and looking up every glyph; the floor only draws
what was recorded of it with ``QPdfWriter``. The keystroke is a real one in the report window over a 30-page report,
until the new picture is painted; 10 ms of it the preview waits for the next keystroke.
"""

import tempfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.bench_docx import SENTENCE, ten_pages
from tests.bench.measure import alone, ratio
from xiaoxie_desktop.core.composing import EXTRA_PARAGRAPH
from xiaoxie_desktop.core.pages import Page, PagedDocument, Stroke
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.machine_fonts import typefaces
from xiaoxie_desktop.ui.preview.painter import PagePainter
from xiaoxie_desktop.ui.preview.pdf import paint_pdf
from xiaoxie_desktop.ui.preview.sheets import TWIPS_PER_INCH, page_layout
from xiaoxie_desktop.ui.report.report_window import ReportWindow
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import Scheme, Theme
from xiaoxie_desktop.workflow.answers_file import read_answers_file
from xiaoxie_desktop.workflow.drafting import DraftSession
from xiaoxie_desktop.workflow.exporting import paged_document
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

GOAL = 1.5
KEYSTROKES = 100
FIELD = "material_count"

Recorded = list[tuple[QPointF, QGlyphRun, QColor]]


class Recorder(QPainter):
    """Notes what it draws."""

    def __init__(self, device: QPdfWriter) -> None:
        super().__init__(device)
        self.drawn: Recorded = []

    def drawGlyphRun(self, position: QPointF, run: QGlyphRun) -> None:  # type: ignore[override]
        self.drawn.append((self.transform().map(position), run, self.pen().color()))


def writer(page: Page) -> tuple[QBuffer, QPdfWriter]:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = QPdfWriter(buffer)
    made.setResolution(TWIPS_PER_INCH)
    made.setPageLayout(page_layout(page))
    return buffer, made


def recorded(document: PagedDocument, faces: Typefaces) -> list[tuple[Recorded, tuple[Stroke, ...]]]:
    """The glyph runs and lines of every page."""
    found = []
    for page in document.pages:
        _buffer, device = writer(page)
        recorder = Recorder(device)
        PagePainter(faces, 1).paint(recorder, page)
        recorder.end()
        found.append((recorder.drawn, page.strokes))
    return found


def replay(first: Page, pages: list[tuple[Recorded, tuple[Stroke, ...]]]) -> bytes:
    """Draw what was recorded, and nothing else."""
    buffer, device = writer(first)
    painter = QPainter(device)
    for number, (runs, strokes) in enumerate(pages):
        if number:
            device.newPage()
        for position, run, colour in runs:
            painter.setPen(colour)
            painter.drawGlyphRun(position, run)
        for stroke in strokes:
            painter.drawLine(stroke.x, stroke.y, stroke.to_x, stroke.to_y)
    painter.end()
    return bytes(buffer.data().data())


def thirty_pages(workspace: Workspace) -> DraftSession:
    """A shipped sample with so much of the writer's own text in its sections that it fills 30 pages."""
    parsed = read_answers_file(min(resource_path("samples").glob("county*.json")))
    session = workspace.open_draft(workspace.store_draft(parsed.draft, parsed.organization))
    printed = [section.section for section in session.composed.sections]
    for section in printed:
        session.edit_text((section, EXTRA_PARAGRAPH), (SENTENCE * (520 // len(printed)),))
    return session


def keystroke(window: ReportWindow, box: QWidget) -> Callable[[], None]:
    """One more digit in a field, or one less, until the picture of its page is painted."""
    painted, keys = window.preview.canvas.pictures, cycle((Qt.Key.Key_7, Qt.Key.Key_Backspace))

    def press() -> None:
        before = painted.painted
        QTest.keyClick(box, next(keys))
        while painted.painted == before:
            QApplication.processEvents()

    return press


def main() -> None:
    """Print the ratio, then the keystroke."""
    app = QApplication([])
    theme.apply(app, Theme(Scheme.LIGHT))
    document = ten_pages()
    laid_out, faces = paged_document(document), typefaces()
    runs = recorded(laid_out, faces)
    ratio(
        f"pdf: lay out and paint {len(laid_out.pages)} pages",
        lambda: paint_pdf(paged_document(document), document.title),
        lambda: replay(laid_out.pages[0], runs),
        GOAL,
    )
    with tempfile.TemporaryDirectory() as folder:
        measure_keystroke(open_workspace(Path(folder)))


def measure_keystroke(workspace: Workspace) -> None:
    """Type into the report window; what is stored meanwhile is part of it."""
    window = ReportWindow(thirty_pages(workspace))
    window.resize(1366, 698)
    window.show()
    window.go_to_field(FIELD)
    QApplication.processEvents()
    box = window.focusWidget()
    if box is None:
        raise SystemExit(f"no field {FIELD}")
    press = keystroke(window, box)
    press()
    pages = len(window.preview.canvas.pages)
    alone(f"preview: a keystroke in a report of {pages} pages", press, rounds=KEYSTROKES)
    window.leave()
    window.hide()
    workspace.close()


if __name__ == "__main__":
    main()
