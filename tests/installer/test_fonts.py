"""The script that makes the shipped fonts: widths, dots, and what it refuses."""

from pathlib import Path

import pytest
from fontTools.pens.ttGlyphPen import TTGlyphPen

from installer.font_drawing import EM, HALF, SIDE_BEARING, fitted, full_or_half, spread_dots, with_bounds
from installer.font_recipes import FACES, FANDOL, PACKAGES, SUPPLEMENT
from installer.fonts import compare, find, unpack


@pytest.mark.parametrize(
    ("character", "width"), [("国", EM), ("“", EM), ("㎡", EM), ("𨙸", EM), ("a", HALF), ("¥", HALF)]
)
def test_width(character: str, width: int) -> None:
    assert full_or_half(character) == width


@pytest.mark.parametrize(
    ("character", "ink", "advance", "width", "placed"),
    [
        pytest.param("国", (40, 980), EM, EM, (40, 980), id="right width stays"),
        pytest.param("i", (20, 120), 140, HALF, (206, 306), id="narrow is centred"),
        pytest.param("″", (20, 120), 300, EM, (20, 120), id="seconds stay at their figure"),
        pytest.param("W", (0, 1000), 1000, HALF, (SIDE_BEARING, HALF - SIDE_BEARING), id="wide is squeezed"),
        pytest.param("n", (100, 500), 600, HALF, (56, 456), id="only its edges are wide"),
        pytest.param("—", (60, 860), 920, EM, (0, EM), id="a dash fills its em"),
        pytest.param(" ", (0, 0), 600, HALF, (HALF / 2, HALF / 2), id="nothing to squeeze"),
    ],
)
def test_ink_is_fitted(
    character: str, ink: tuple[float, float], advance: float, width: int, placed: tuple[float, float]
) -> None:
    stretch, shift = fitted(character, ink, advance, width)
    assert (ink[0] * stretch + shift, ink[1] * stretch + shift) == pytest.approx(placed)


def test_dots_are_spread_evenly_and_keep_their_shape() -> None:
    pen = TTGlyphPen(None)
    for left in (400, 100, 600):
        pen.moveTo((left, 0))
        pen.lineTo((left, 80))
        pen.lineTo((left + 80, 80))
        pen.lineTo((left + 80, 0))
        pen.closePath()
    spread = spread_dots(with_bounds(pen.glyph(), 960))
    across = sorted({x for x, _ in spread.outline.coordinates})
    assert across == [120, 200, 440, 520, 760, 840]
    assert (spread.left, spread.advance) == (120, 960)


def test_another_package_file_is_refused(tmp_path: Path) -> None:
    file = find(FANDOL, tmp_path)
    file.write_bytes(b"another")
    with pytest.raises(SystemExit, match="is not the file these fonts were made from"):
        unpack(file, FANDOL, tmp_path)


def test_a_colon_in_a_version_is_written_as_apt_writes_it() -> None:
    assert [find(package, Path()).name for package in PACKAGES if ":" in package.version] == [
        "fonts-noto-cjk_1%3a20220127+repack1-1_all.deb"
    ]


def test_files_that_differ_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made, committed = tmp_path / "made", tmp_path / "committed"
    for folder, files in ((made, "abc"), (committed, "ab")):
        folder.mkdir()
        for name in files:
            (folder / name).write_text(name + (folder.name if name == "b" else ""))
    assert compare(made, committed) == 1
    assert capsys.readouterr().err == "differs: b\ndiffers: c\n"
    assert compare(made, made) == 0


def test_no_recipe_mixes_licences() -> None:
    assert len(FACES) == 5
    for recipe in (*FACES, SUPPLEMENT):
        assert recipe.latin is None or recipe.latin.package == recipe.source.package
