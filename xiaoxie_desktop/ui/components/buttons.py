"""Buttons of the window: one class, the kinds of the design, icons that follow theme and state."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from xiaoxie_desktop.ui.components.enter_key import pressed_by_enter
from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.repolish import set_look
from xiaoxie_desktop.ui.style.theme import appearance


class Kind(StrEnum):
    """How loud a button is; at most one PRIMARY in an area, DANGER_SOLID only confirms in a dialog."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"
    DANGER_SOLID = "danger-solid"
    TOGGLE = "toggle"
    TAB = "tab"
    NAV = "nav"
    LINK = "link"


_ICON_TOKENS = {
    Kind.PRIMARY: "on-fill",
    Kind.DANGER: "error",
    Kind.DANGER_SOLID: "on-danger",
    Kind.NAV: "text-2",
    Kind.TAB: "text-2",
    Kind.LINK: "action",
}
_CHECKABLE = (Kind.TOGGLE, Kind.TAB, Kind.NAV)


class Button(QPushButton):
    """A push button of one kind with an optional Lucide icon before (or after) its words.

    A button without words needs `hint`, which becomes its tooltip and accessible name.
    """

    def __init__(  # noqa: PLR0913  the options of a control
        self, text: str, kind: Kind = Kind.SECONDARY, icon: str = "", *,
        small: bool = False, hint: str = "", icon_last: bool = False, parent: QWidget | None = None,
        on_click: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text, parent)
        self.kind, self._icon, self._small, self._icon_last = kind, icon, small, icon_last
        self.setProperty("kind", kind.value)
        self.setProperty("small", small)
        self.setCheckable(kind in _CHECKABLE)
        self.setAutoDefault(False)
        if icon_last:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        if hint:
            self.setToolTip(hint)
            self.setAccessibleName(text or hint)
        if on_click is not None:
            self.clicked.connect(lambda _checked=False: on_click())
        appearance.changed.connect(self._refresh)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button too."""
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def set_icon(self, name: str) -> None:
        """Show another icon, for example the other direction of a chevron."""
        self._icon = name
        self._refresh()

    def set_kind(self, kind: Kind) -> None:
        """Make the button louder or quieter."""
        self.kind = kind
        set_look(self, "kind", kind.value)
        self._refresh()

    def _refresh(self) -> None:
        if not self._icon:
            return
        side = theme.size("icon-small" if self._small else "icon")
        gap = (8 if self.kind is Kind.NAV else 4) if self.text() and not self._icon_last else 0
        token = _ICON_TOKENS.get(self.kind, "text")
        on_ink = "action" if self.isCheckable() else None
        self.setIcon(icons.icon(self._icon, token, side, gap=gap, on_ink=on_ink))
        self.setIconSize(icons.icon_extent(side, gap))


class Link(Button):
    """A deed or a place written as an underlined word inside a text."""

    def __init__(
        self, text: str, *, small: bool = True, parent: QWidget | None = None,
        on_click: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        super().__init__(text, Kind.LINK, small=small, parent=parent, on_click=on_click)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
