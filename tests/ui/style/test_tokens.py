"""The tokens are complete in every scheme and text size, legible, and all the style sheet and icons need."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.style import sheet as sheet_module
from xiaoxie_desktop.ui.style.sheet import fill_sheet
from xiaoxie_desktop.ui.style.tokens import read_tokens

SCHEMES = ("light", "dark")
TEXT_SIZES = ("small", "standard", "large")
TOKENS = read_tokens()
COLOR = re.compile(r"#[0-9A-F]{6}")
CONTRAST = tomllib.loads(Path(__file__).with_name("contrast.toml").read_text(encoding="utf-8"))
PAIRS = [
    (front, back, entry["least"])
    for entry in CONTRAST["pairs"]
    for front in entry["front"]
    for back in entry["back"]
]


def contrast_ratio(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two "#RRGGBB" colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_pairs_are_legible(scheme: str, front: str, back: str, least: float) -> None:
    colors = TOKENS.colors[scheme]
    assert contrast_ratio(colors[front], colors[back]) >= least


def test_contrast_ratio_knows_the_ends() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#777777") == pytest.approx(1)


def test_every_scheme_has_every_color() -> None:
    assert set(TOKENS.colors) == set(SCHEMES)
    assert set(TOKENS.colors["light"]) == set(TOKENS.colors["dark"])
    values = [value for colors in TOKENS.colors.values() for value in colors.values()]
    assert len(values) > 80
    assert [value for value in values if not COLOR.fullmatch(value)] == []


def test_every_text_size_has_every_size() -> None:
    assert set(TOKENS.sizes) == set(TEXT_SIZES)
    names = {frozenset(sizes) for sizes in TOKENS.sizes.values()}
    assert len(names) == 1
    assert not next(iter(names)) & set(TOKENS.colors["light"]), "a name is a colour or a size, not both"


def test_text_is_never_smaller_than_thirteen_but_on_keys() -> None:
    fonts = [
        (name, value)
        for sizes in TOKENS.sizes.values()
        for name, value in sizes.items()
        if name.startswith(("font", "h")) and name != "font-key"
    ]
    assert len(fonts) == 15
    assert all(value >= 13 for _, value in fonts)


@pytest.mark.parametrize("text_size", TEXT_SIZES)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_sheet_is_filled(scheme: str, text_size: str) -> None:
    sheet = fill_sheet(scheme, text_size)
    assert not re.search(r"\{[a-z0-9:-]+\}", sheet)
    assert f"min-height: {TOKENS.sizes[text_size]['control'] - 2}px" in sheet
    assert not re.search(r"#[0-9A-F]{6}px", sheet), "a colour stands where a size was meant"


def test_sheet_is_understood_wherever_the_program_stands(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = tmp_path / "消协 文书 (x86), Li's {1}"
    monkeypatch.setattr(sheet_module, "resource_path", folder.joinpath)
    shutil.copytree(resource_path("style"), folder / "style")
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyleSheet(fill_sheet("light", "standard"))  # Qt warns of a sheet it cannot parse, which fails
    box.ensurePolished()
    assert folder.as_posix() in box.styleSheet()


def test_sheet_keeps_to_what_qt_does_well() -> None:
    sheet = resource_path("style", "window.qss").read_text(encoding="utf-8")
    assert not re.search(r"^\s*\*", sheet, re.MULTILINE), "a rule for everything repaints everything"
    assert not COLOR.search(sheet.upper()), "colours are tokens"


def test_marks_of_the_sheet_wear_the_tokens() -> None:
    for scheme in SCHEMES:
        for name, token in (("chevron", "text-2"), ("chevron-off", "text-off")):
            drawn = resource_path("style", "marks", f"{name}-{scheme}.svg").read_text(encoding="utf-8")
            assert TOKENS.colors[scheme][token] in drawn
