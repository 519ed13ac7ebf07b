"""Opens and folds the preview of a report window, and gives it its place as the room allows."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy

from xiaoxie_desktop.ui.preview.folding import Room, Stand, stand
from xiaoxie_desktop.ui.preview.page_places import Zoom
from xiaoxie_desktop.ui.preview.preview_memory import PreviewMemory
from xiaoxie_desktop.ui.preview.preview_pane import PreviewPane
from xiaoxie_desktop.ui.preview.preview_tab import PreviewTab


class PreviewPlace(QObject):
    """A wide window shows the preview until it is folded; a narrow one, and 核对, only when it is asked for."""

    changed = Signal()

    def __init__(self, pane: PreviewPane, memory: PreviewMemory, parent: QObject) -> None:
        super().__init__(parent)
        self.pane, self.tab, self.stand = pane, PreviewTab(), Stand.FOLDED
        self.width = 0
        """How wide the pane is to be, in pixels."""
        pane.setMinimumWidth(
            1
        )  # a window made narrower must be able to become so before the preview is folded
        pane.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._memory = memory
        self._room, self._checking = Room(0, 0, False), False
        self._opened_narrow = self._opened_on_check = False
        pane.canvas.zoom = memory.zoom
        pane.zoom_changed.connect(self._keep_zoom)
        self.tab.button.clicked.connect(self.toggle)

    @property
    def opened(self) -> bool:
        """Whether the preview is to be seen."""
        if self._checking:
            return self._opened_on_check
        return not self._memory.folded if self._room.is_wide else self._opened_narrow

    def toggle(self) -> None:
        """Open the folded preview, fold the open one."""
        opened = not self.opened
        if self._checking:
            self._opened_on_check = opened
        elif self._room.is_wide:
            self._memory.folded = not opened
        else:
            self._opened_narrow = opened
        self.changed.emit()

    def fold_if_over_form(self) -> None:
        """Give the form its place back before something in it is gone to."""
        if self.stand is Stand.FOR_FORM:
            self.toggle()

    def fit(self, room: Room, height: int, *, checking: bool) -> None:
        """Stand where the room allows; `height` is what a page has, `checking` says that 核对 is open."""
        self._room, self._checking = room, checking
        self.stand, width = stand(room, self.pane.width_for(height), opened=self.opened)
        self.tab.setVisible(self.stand is Stand.FOLDED and not checking)
        self.width = width
        self.pane.setMaximumWidth(width)
        self.pane.setVisible(self.stand is not Stand.FOLDED)

    def _keep_zoom(self, zoom: Zoom) -> None:
        self._memory.zoom = zoom
