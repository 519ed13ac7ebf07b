"""The areas of the report window that F6 goes round: bar, steps, fields, text, findings, strip."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def next_area(areas: Sequence[QWidget], focused: QWidget | None, step: int) -> QWidget:
    """The visible area after (step 1) or before (-1) the one that holds the focus."""
    shown = [area for area in areas if area.isVisible()]
    here = -1 if step > 0 else 0
    for place, area in enumerate(shown):
        if focused is not None and (area is focused or area.isAncestorOf(focused)):
            here = place
    return shown[(here + step) % len(shown)]


def enter(area: QWidget) -> None:
    """Put the focus on the first widget of an area that Tab would reach."""
    first = area if _is_stop(area) else next(filter(_is_stop, area.findChildren(QWidget)), area)
    first.setFocus(Qt.FocusReason.TabFocusReason)


def _is_stop(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
