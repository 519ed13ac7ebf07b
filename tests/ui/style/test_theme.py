"""The theme is worn by the whole application and followed by whatever is painted by hand."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.components.buttons import Button
from xiaoxie_desktop.ui.style import icons, theme
from xiaoxie_desktop.ui.style.theme import Scheme, TextSize, Theme, appearance


def test_dark_and_large(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.waitSignal(appearance.changed):
        theme.apply(qapp, Theme(Scheme.DARK, TextSize.LARGE))
    assert theme.color("bg").name().upper() == "#1A1917"
    assert theme.size("font") == 18
    assert qapp.font().pixelSize() == 18
    assert qapp.palette().window().color() == theme.color("bg")
    assert theme.em(7) == 126


def test_system_scheme_is_one_of_the_two(qapp: QApplication) -> None:
    theme.apply(qapp, Theme())
    assert appearance.theme.scheme is Scheme.SYSTEM
    assert appearance.scheme in (Scheme.LIGHT, Scheme.DARK)


def test_chosen_scheme_does_not_follow_the_desktop(qapp: QApplication) -> None:
    theme.apply(qapp, Theme(Scheme.DARK))
    appearance.follow_system()
    assert appearance.scheme is Scheme.DARK


def test_controls_have_the_heights_of_the_design(qtbot: QtBot, qapp: QApplication) -> None:
    for text_size, height in ((TextSize.SMALL, 32), (TextSize.STANDARD, 36), (TextSize.LARGE, 40)):
        theme.apply(qapp, Theme(Scheme.LIGHT, text_size))
        button = QPushButton("打印")
        qtbot.addWidget(button)
        button.show()
        assert button.height() == height


def test_icons_change_color_with_the_theme(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, Theme(Scheme.LIGHT))
    button = Button("打印", icon="printer")
    qtbot.addWidget(button)
    light = button.icon().pixmap(20, 20).toImage()
    theme.apply(qapp, Theme(Scheme.DARK))
    assert button.icon().pixmap(20, 20).toImage() != light


def test_disabled_icon_looks_disabled(qapp: QApplication) -> None:
    theme.apply(qapp, Theme(Scheme.LIGHT))
    made = icons.icon("redo-2")
    assert made.pixmap(20, 20, QIcon.Mode.Disabled).toImage() != made.pixmap(20, 20).toImage()


def test_every_shipped_icon_draws_something(qapp: QApplication) -> None:
    names = [file.stem for file in resource_path("icons").glob("*.svg")]
    assert len(names) >= 30
    for name in names:
        image = icons.pixmap(name, "text", 24).toImage()
        inked = any(
            image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
        )
        assert inked, name


def test_icon_licence_is_shipped() -> None:
    licence = resource_path("icons", "LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "MIT License" in licence
