"""The application dressed once for all window tests: a new style sheet costs half a second."""

from PySide6.QtWidgets import QApplication

from xiaoxie_desktop.ui.components.input_watch import watch_input
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.ui.style.theme import Scheme, Theme, appearance

LIGHT = Theme(Scheme.LIGHT)


def dress() -> QApplication:
    """Make the application wear the light theme in the usual size, with its one event filter."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.styleSheet() or appearance.theme != LIGHT:
        theme.apply(app, LIGHT)
    watch_input(app)
    return app
