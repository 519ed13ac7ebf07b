"""The bar below the pages: ‹ 第 1 / 3 页 › − 48% ＋ 整页 页宽."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from xiaoxie_desktop.ui.components.buttons import Button, Kind
from xiaoxie_desktop.ui.components.frames import Frame, upright_line
from xiaoxie_desktop.ui.components.labels import Label
from xiaoxie_desktop.ui.keys import tip
from xiaoxie_desktop.ui.preview.page_places import LEAST, MOST, Fit
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import appearance

_NEARLY = 0.005


class ZoomBar(Frame):
    """Page by page, larger and smaller; it never scrolls."""

    page_asked = Signal(int)
    """1 for the next page, -1 for the one before."""
    zoom_asked = Signal(int)
    fit_asked = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("zoom-bar", parent=parent)
        self.page, self.percent = Label(""), Label("")
        self.before = _small("chevron-left", "上一页", lambda: self.page_asked.emit(-1))
        self.after = _small("chevron-right", "下一页", lambda: self.page_asked.emit(1))
        self.smaller = _small("minus", tip("zoom_out"), lambda: self.zoom_asked.emit(-1))
        self.larger = _small("plus", tip("zoom_in"), lambda: self.zoom_asked.emit(1))
        self.whole = Button("整页", Kind.TOGGLE, small=True, hint="一页全看见")
        self.width_fit = Button("页宽", Kind.TOGGLE, small=True, hint="页面和预览一样宽")
        self._fits = QButtonGroup(self)
        for button, fit in ((self.whole, Fit.PAGE), (self.width_fit, Fit.WIDTH)):
            self._fits.addButton(button)
            button.clicked.connect(lambda _checked=False, fit=fit: self.fit_asked.emit(fit))
        self._lay_out()
        appearance.changed.connect(self._size_up)
        self._size_up()

    def show_state(self, page: int, pages: int, factor: float, fit: Fit) -> None:
        """Say which page of how many is looked at (from 1), and how large."""
        self.page.setText(f"第 {page} / {pages} 页")
        self.percent.setText(f"{round(factor * 100)}%")
        self.before.setEnabled(page > 1)
        self.after.setEnabled(page < pages)
        self.smaller.setEnabled(factor > LEAST + _NEARLY)
        self.larger.setEnabled(factor < MOST - _NEARLY)
        self._fits.setExclusive(False)
        self.whole.setChecked(fit is Fit.PAGE)
        self.width_fit.setChecked(fit is Fit.WIDTH)
        self._fits.setExclusive(fit is not Fit.FREE)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 8, 0)
        row.setSpacing(2)
        for part in (self.before, self.page, self.after):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.smaller, self.percent, self.larger):
            row.addWidget(part)
        row.addWidget(upright_line())
        row.addWidget(self.whole)
        row.addWidget(self.width_fit)

    def _size_up(self) -> None:
        self.setFixedHeight(theme.size("control-small") + 10)


def _small(icon: str, hint: str, deed: Callable[[], object]) -> Button:
    return Button("", Kind.QUIET, icon, small=True, hint=hint, on_click=deed)
