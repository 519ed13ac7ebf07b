"""Flat surfaces: frames in a role of the style sheet, thin lines, and scroll areas that scroll one way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Frame(QFrame):
    """A surface the style sheet paints by its role: card, pane, sunken, nav, top-bar, strip, canvas, group."""

    def __init__(self, role: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)


def line() -> Frame:
    """A thin horizontal dividing line."""
    made = Frame("line")
    made.setFixedHeight(1)
    return made


def upright_line(height: int = 24) -> Frame:
    """A thin vertical dividing line of a height in pixels, for bars."""
    made = Frame("line-upright")
    made.setFixedSize(1, height)
    return made


class Scroller(QScrollArea):
    """A pane that scrolls downwards only and never takes the focus itself."""

    def __init__(self, content: QWidget, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content.setProperty("role", "scrolled")
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @staticmethod
    def around(widget: QWidget) -> "Scroller | None":
        """The pane a widget scrolls in, if it does."""
        parent = widget.parentWidget()
        while parent is not None and not isinstance(parent, Scroller):
            parent = parent.parentWidget()
        return parent
