"""The preview beside the form: pages, what is marked on them, the bar below, and the way from a page to its field."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from xiaoxie_desktop.core.findings import Finding
from xiaoxie_desktop.core.pages import FaceRole
from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.components.menus import Menu
from xiaoxie_desktop.ui.keys import KEYS
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.marks import FIELDS_OF_ROLES, ReportMap
from xiaoxie_desktop.ui.preview.page_canvas import PageCanvas
from xiaoxie_desktop.ui.preview.page_places import Fit, Zoom
from xiaoxie_desktop.ui.preview.stand_in_line import StandInLine
from xiaoxie_desktop.ui.preview.text_places import TextPlaces
from xiaoxie_desktop.ui.preview.zoom_bar import ZoomBar
from xiaoxie_desktop.workflow.previewing import Previewed

FONTS_LATER_MS = 200
"""After the last change the stand-ins are looked up; typing need not wait for that."""


class PreviewPane(Frame):
    """Shows one report as it would be printed now."""

    field_chosen = Signal(str, str)
    """A field and, in a table, the uid of its row."""
    paragraph_chosen = Signal(str, str)
    """A section and a paragraph in it."""
    zoom_changed = Signal(Zoom)
    seen = Signal()
    """The pane came into sight."""
    room_changed = Signal()
    """The pages have more or less room than before."""

    def __init__(
        self, faces: Typefaces, file_faces: Typefaces | None = None, *, parent: QWidget | None = None
    ) -> None:
        """`faces` are shown and printed, `file_faces` those put into PDF files."""
        super().__init__("preview", parent=parent)
        self._faces, self._file_faces = faces, file_faces or faces
        self.canvas, self.bar, self.fonts = PageCanvas(faces), ZoomBar(), StandInLine()
        self._map: ReportMap | None = None
        self._shown: Previewed | None = None
        self._fonts_are_said = False
        self._fonts_later = QTimer(self, singleShot=True, interval=FONTS_LATER_MS)
        self._fonts_later.timeout.connect(self.show_fonts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.fonts)
        column.addWidget(self.bar)
        self.canvas.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.canvas.customContextMenuRequested.connect(self._open_menu)
        self.canvas.thing_at = self._leads_somewhere
        self.canvas.clicked.connect(self._follow)
        self.canvas.looked_at.connect(self._show_state)
        self.bar.page_asked.connect(self.canvas.go_by)
        self.bar.zoom_asked.connect(self.zoom_by)
        self.bar.fit_asked.connect(lambda fit: self.set_zoom(Zoom(fit)))

    def show_report(self, previewed: Previewed) -> None:
        """Show a report; pages that look the same stay as they are."""
        if previewed is self._shown:
            return
        self._shown = previewed
        self._map = ReportMap(previewed.composed, TextPlaces(previewed.document))
        self.canvas.show_pages(previewed.document.pages)
        if self._fonts_are_said:
            self._fonts_later.start()
        else:
            self.show_fonts()

    def show_marks(self, section: str, findings: Sequence[Finding], field: str = "") -> None:
        """Mark the current section, the findings, and what the field being typed in makes, which comes into sight."""
        if self._map is None:
            return
        marks = self._map.marks(section, findings, field)
        self.canvas.show_marks(marks)
        if marks.typed:
            self.canvas.reveal(marks.typed)

    def show_fonts(self) -> None:
        """Say which fonts stand in for others in the report shown."""
        if self._shown is None:
            return
        self._fonts_are_said = True
        used: dict[FaceRole, set[str]] = {}
        for paragraph in self._shown.document.paragraphs:
            for run in paragraph.runs:
                used.setdefault(run.face, set()).update(run.text)
        rare: dict[str, str] = {}
        for face, characters in used.items():
            rare |= self._faces.drawn_by_others(face, "".join(sorted(characters)))
        said = self.fonts.isVisibleTo(self)
        shown = [self._faces.face(face) for face in sorted(used)]
        in_files = [self._file_faces.face(face) for face in sorted(used)]
        others = [one for one, own in zip(in_files, shown, strict=True) if one.family != own.family]
        self.fonts.show_faces(shown, others, rare)
        if said != self.fonts.isVisibleTo(self):
            self.room_changed.emit()

    def reveal_section(self, section: str) -> None:
        """Bring the beginning of a section into sight."""
        if self._map is not None:
            self.canvas.reveal(self._map.places.section_bars(section))

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the pages in another size."""
        self.canvas.set_zoom(zoom)
        self._show_state()
        self.zoom_changed.emit(self.canvas.zoom)

    def zoom_by(self, step: int) -> None:
        """One size larger (1) or smaller (-1)."""
        self.canvas.zoom_by(step)
        self.zoom_changed.emit(self.canvas.zoom)

    def menu(self) -> Menu:
        """What can be done with the pages shown."""
        menu, canvas = Menu(self), self.canvas
        words = "不显示标记" if canvas.marks_shown else "显示标记"
        menu.add(words, lambda: canvas.show_or_hide_marks(not canvas.marks_shown))
        menu.addSeparator()
        menu.add("放大", lambda: self.zoom_by(1), KEYS["zoom_in"].cap)
        menu.add("缩小", lambda: self.zoom_by(-1), KEYS["zoom_out"].cap)
        menu.add("整页", lambda: self.set_zoom(Zoom(Fit.PAGE)))
        menu.add("页宽", lambda: self.set_zoom(Zoom(Fit.WIDTH)))
        return menu

    def width_for(self, height: int) -> int:
        """How wide the pane is best when it is so high, so that a page fits whole between margins."""
        below = self.bar.height() + (self.fonts.sizeHint().height() if self.fonts.isVisibleTo(self) else 0)
        page = height - below - 2 * 12
        return round(page * 210 / 297) + 2 * 24

    def showEvent(self, event: QShowEvent) -> None:
        """Say so: what happened meanwhile is to be shown."""
        super().showEvent(event)
        self.seen.emit()

    def _show_state(self) -> None:
        canvas = self.canvas
        self.bar.show_state(
            canvas.current_page() + 1, max(1, len(canvas.pages)), canvas.factor(), canvas.zoom.fit
        )
        canvas.setAccessibleDescription(self.bar.page.text())

    def _open_menu(self, place: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.canvas.mapToGlobal(place))
        menu.deleteLater()

    def _leads_somewhere(self, page: int, x: float, y: float) -> bool:
        hit = self._map.places.at(page, x, y) if self._map else None
        return hit is not None and (any(hit.place) or hit.role in FIELDS_OF_ROLES)

    def _follow(self, page: int, x: float, y: float) -> None:
        hit = self._map.places.at(page, x, y) if self._map else None
        if hit is None or self._map is None:
            return
        figure = self._map.figure_at(hit)
        if figure is not None:
            self.field_chosen.emit(figure.ref.parent or figure.ref.field, figure.ref.row)
        elif any(hit.place):
            self.paragraph_chosen.emit(*hit.place)
        elif hit.role in FIELDS_OF_ROLES:
            self.field_chosen.emit(FIELDS_OF_ROLES[hit.role], "")
