"""Prepares the process for Qt: input method, printing without a network, display. Runs before QApplication."""

import sys
from collections.abc import MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from xiaoxie_desktop.ui.local_printing import print_locally


def prepare(environment: MutableMapping[str, str], *, platform: str = sys.platform) -> None:
    """Set what Qt reads from the environment; changes nothing on Windows."""
    if not platform.startswith("linux"):
        return
    print_locally(environment)
    if _asks_for_fcitx(environment) and not _has_input_plugin("fcitx"):
        environment["QT_IM_MODULE"] = "ibus"
        environment["IBUS_USE_PORTAL"] = "1"


def has_display(environment: MutableMapping[str, str], *, platform: str = sys.platform) -> bool:
    """Whether a window can be shown at all."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environment.get(name) for name in names)


def speak_chinese(app: QApplication) -> None:
    """Put Qt's own words (context menus, file and print dialogs) into Chinese."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(app)
    if translator.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)


def _asks_for_fcitx(environment: MutableMapping[str, str]) -> bool:
    return any(
        "fcitx" in environment.get(name, "") for name in ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS")
    )


def _has_input_plugin(name: str) -> bool:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforminputcontexts"
    return any(name in file.name for file in folder.glob("*"))
