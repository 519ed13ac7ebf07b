"""The shipped font files: their bytes, widths, tables, names and licences, and what they draw."""

import hashlib
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from xiaoxie_desktop.core.pages import FaceRole
from xiaoxie_desktop.definitions.fonts import load_document_fonts
from xiaoxie_desktop.resource_files import resource_path

FOLDER = resource_path("fonts")
FONTS = load_document_fonts(resource_path("official"), FOLDER)
FACES = sorted(chain.shipped.file for chain in FONTS.chains.values())
SUPPLEMENTS = sorted({font.file for chain in FONTS.chains.values() for font in chain.supplements})
FILES = [*FACES, *SUPPLEMENTS]
EM = 1024
MOST_BYTES = 25 * 1024 * 1024
TABLES = {"GlyphOrder", "OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
RESERVED = ("fandol", "noto", "source", "lxgw", "klee", "霞鹜")
CODES = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
GB2312 = {code.decode("gb2312", "ignore") for code in CODES} - {""}
HANZI = {character for character in GB2312 if "\u4e00" <= character <= "\u9fff"}
ASCII = {chr(code) for code in range(0x20, 0x7F)}
MARKS = set("“”‘’—…·℃①Ⅰ，。、；：？（）《》〔〕％")
LICENCES = {
    "XiaoxieFangsong.ttf": ("GNU General Public License, version 3", "As a special exception"),
    "XiaoxieKaiti.ttf": ("GNU General Public License, version 3", "As a special exception"),
    "XiaoxieHeiti.ttf": ("SIL Open Font License, Version 1.1",),
    "XiaoxieXiaobiaosong.ttf": ("SIL Open Font License, Version 1.1",),
    "XiaoxieSongti.ttf": ("SIL Open Font License, Version 1.1",),
    "XiaoxieSupplement.ttf": ("SIL Open Font License, Version 1.1",),
}


@pytest.fixture(scope="module", params=FILES)
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with TTFont(FOLDER / request.param, lazy=True) as opened:
        yield opened


def file_name(font: TTFont) -> str:
    return Path(font.reader.file.name).name


def widths(font: TTFont) -> dict[str, int]:
    advances = font["hmtx"].metrics
    return {chr(code): advances[name][0] for code, name in font.getBestCmap().items()}


@cache
def drawn_by(file: str) -> frozenset[str]:
    with TTFont(FOLDER / file, lazy=True) as font:
        return frozenset(widths(font))


def test_the_sums_are_those_of_the_files() -> None:
    lines = (FOLDER / "SHA256SUMS").read_text(encoding="ascii").splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}
    found = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in FOLDER.glob("*.ttf")}
    assert listed == found
    assert sorted(found) == sorted(FILES)


def test_all_files_together_are_small_enough() -> None:
    assert 15 * 1024 * 1024 < sum((FOLDER / file).stat().st_size for file in FILES) <= MOST_BYTES


@pytest.mark.parametrize("file", FACES)
def test_a_face_draws_ascii_and_gb2312(file: str) -> None:
    assert len(HANZI) == 6763
    assert drawn_by(file) >= GB2312 | ASCII | MARKS


def test_hanzi_and_marks_are_one_em_wide_and_letters_half(font: TTFont) -> None:
    wrong = {
        character: width
        for character, width in widths(font).items()
        if width != (EM if unicodedata.east_asian_width(character) in "WFA" else EM // 2)
    }
    assert font["head"].unitsPerEm == EM
    assert wrong == {}


def test_ink_of_letters_stays_inside_their_half_em(font: TTFont) -> None:
    names, glyphs = font.getBestCmap(), font["glyf"]
    letters = [chr(code) for code in names if chr(code).isascii() and chr(code).isalnum()]
    inks = {letter: glyphs[names[ord(letter)]] for letter in letters}
    # The top of an f leans out a little, into the free edge of what follows.
    outside = [one for one, ink in inks.items() if ink.xMin < -EM // 16 or ink.xMax > EM // 2 + EM // 16]
    assert outside == []
    assert len(letters) == (62 if file_name(font) in FACES else 0)


def test_two_dashes_join(font: TTFont) -> None:
    name = font.getBestCmap().get(ord("—"))
    if file_name(font) in FACES:
        dash = font["glyf"][name]
        assert (dash.xMin, dash.xMax) == (0, EM)
    else:
        assert name is None


def test_nothing_moves_glyphs_and_nothing_forbids_embedding(font: TTFont) -> None:
    assert set(font.keys()) == TABLES
    assert font["OS/2"].fsType == 0


def test_lines_stand_as_with_the_fonts_of_windows(font: TTFont) -> None:
    os2, hhea = font["OS/2"], font["hhea"]
    expected = (EM * 220 // 256, EM * 36 // 256)
    assert (hhea.ascent, -hhea.descent) == expected
    assert (os2.sTypoAscender, -os2.sTypoDescender) == expected
    assert (os2.usWinAscent, os2.usWinDescent) == expected
    assert hhea.lineGap == os2.sTypoLineGap == 0


def test_names_are_ours_in_english_and_chinese(font: TTFont) -> None:
    names = font["name"]
    shown = [str(names.getName(number, 3, 1, language)) for number in (1, 4) for language in (0x409, 0x804)]
    shipped = [chain.shipped for chain in FONTS.chains.values()]
    shipped += [one for chain in FONTS.chains.values() for one in chain.supplements]
    told = next(one for one in shipped if one.file == file_name(font))
    assert shown == [told.family, told.chinese_family] * 2
    assert [word for word in RESERVED if word in "".join((*shown, names.getDebugName(6))).lower()] == []


def test_the_licence_stands_in_the_font_and_beside_it(font: TTFont) -> None:
    said = font["name"].getDebugName(13)
    assert [part for part in LICENCES[file_name(font)] if part not in said] == []
    assert "Changed by the xiaoxie_desktop authors" in font["name"].getDebugName(0)
    assert file_name(font) in (FOLDER / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "start"),
    [
        ("GPL-3.txt", "GNU GENERAL PUBLIC LICENSE"),
        ("FONT-EXCEPTION.txt", "As a special exception, if you create a document which uses this font"),
        ("OFL.txt", "SIL OPEN FONT LICENSE Version 1.1"),
    ],
)
def test_licence_texts_lie_beside_the_fonts(file: str, start: str) -> None:
    assert start in (FOLDER / file).read_text(encoding="utf-8")


def test_the_coverage_is_that_of_the_file(font: TTFont) -> None:
    table = tomllib.loads((FOLDER / "coverage.toml").read_text(encoding="utf-8"))[file_name(font)]
    whole = GB2312 | ASCII if table["has_gb2312"] else set()
    assert whole | set(table["beyond"]) == set(widths(font))


@pytest.mark.parametrize("role", FaceRole)
@pytest.mark.parametrize("character", "㑳𨙸𠮷堃喆䶮镕𬭎㙍囍甪㎡㎏⑪")
def test_rare_hanzi_and_marks_have_a_shipped_file(role: FaceRole, character: str) -> None:
    font = FONTS.chains[role].shipped_font_for(character)
    assert font is not None
    assert character in drawn_by(font.file)


def test_the_table_in_the_docs_is_that_of_the_files() -> None:
    page = (FOLDER.parent.parent / "docs" / "official" / "fonts.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.split("|")[1:-1]] for line in page.splitlines() if ".ttf |" in line
    ]
    told = {name: [int(figure.replace(",", "")) for figure in figures[:3]] for name, *figures in rows}
    found = {
        file: [
            (FOLDER / file).stat().st_size,
            sum("CJK UNIFIED" in unicodedata.name(one, "") for one in drawn_by(file)),
            len(drawn_by(file) & HANZI),
        ]
        for file in FILES
    }
    assert told == found
