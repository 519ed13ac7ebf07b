"""The folded preview: a tab at the right edge of the report window."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from xiaoxie_desktop.ui.components.frames import Frame
from xiaoxie_desktop.ui.keys import tip
from xiaoxie_desktop.ui.preview.folding import TAB_WIDTH
from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.theme import appearance


class PreviewTab(Frame):
    """Holds one upright button."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("preview-side", parent=parent)
        self.button = QToolButton()
        self.button.setProperty("role", "preview-tab")
        self.button.setText("预\n览")
        self.button.setAccessibleName("预览")
        self.button.setToolTip(tip("preview"))
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedWidth(TAB_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(5, 10, 0, 10)
        column.addWidget(self.button)
        column.addStretch(1)
        appearance.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        side = theme.size("icon")
        self.button.setIcon(icons.icon("panel-right", "text", side))
        self.button.setIconSize(QSize(side, side))
        self.button.setFixedHeight(side + 2 * theme.size("line") + 32)
