"""Builds the shipped fonts from unpacked packages; runs where fontTools is, started by `installer/fonts.py`."""

from __future__ import annotations

import bz2
import hashlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont

from installer.font_drawing import EM, SourceFont
from installer.font_recipes import (
    EPOCH,
    FACES,
    RARE,
    SUPPLEMENT,
    SYMBOLS,
    UNIHAN,
    UNIHAN_FILE,
    VERSION,
    Recipe,
    Source,
)

ASCENT, DESCENT = EM * 220 // 256, EM * 36 // 256
"""220 and 36 of 256, as in the fonts that come with Windows: lines stand at the same height."""

SECONDS_1904_TO_1970 = 2_082_844_800
"""Fonts count their seconds from 1904."""

ASCII = frozenset(map(chr, range(0x20, 0x7F)))
COVERAGE, SUMS = "coverage.toml", "SHA256SUMS"
COVERAGE_HEADER = (
    "# Written by installer/fonts.py; do not edit by hand.\n"
    "# Which characters each shipped font has: all of ASCII and GB2312 or not, and which beyond those.\n"
)


def main(unpacked: Path, out: Path) -> None:
    """Write the six fonts, their coverage and their sums into ``out``; ``unpacked`` has a folder per package."""
    wanted = _wanted_characters(unpacked)
    had = {recipe: _build(recipe, wanted, unpacked, out) for recipe in FACES}
    everywhere = frozenset.intersection(*had.values())
    had[SUPPLEMENT] = _build(SUPPLEMENT, wanted - everywhere, unpacked, out)
    standard = _standard_hanzi(unpacked)
    for recipe, characters in had.items():
        print(f"{recipe.file}: {len(characters & standard)} of the {len(standard)} in 通用规范汉字表")
    (out / COVERAGE).write_text(_coverage(had), encoding="utf-8", newline="\n")
    (out / SUMS).write_text(_sums(out / recipe.file for recipe in had), encoding="ascii", newline="\n")


def _wanted_characters(unpacked: Path) -> frozenset[str]:
    """GB2312, its marks as GBK names them, 通用规范汉字表, and the names and marks listed by hand."""
    pairs = [bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF)]
    encoded = {pair.decode(code, "replace") for pair in pairs for code in ("gb2312", "gbk")}
    return ASCII | _single(encoded) | _standard_hanzi(unpacked) | frozenset(RARE + SYMBOLS)


def _single(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(one for one in texts if len(one) == 1 and one != "\ufffd")


def _standard_hanzi(unpacked: Path) -> frozenset[str]:
    with bz2.open(unpacked / UNIHAN.name / UNIHAN_FILE, "rt", encoding="utf-8") as lines:
        fields = [line.split("\t") for line in lines if "\tkTGH\t" in line]
    return frozenset(chr(int(code.removeprefix("U+"), 16)) for code, *_ in fields)


def _build(recipe: Recipe, wanted: frozenset[str], unpacked: Path, out: Path) -> frozenset[str]:
    """Write one font and return the characters it has."""
    hanzi = _open(recipe.source, unpacked)
    latin = _open(recipe.latin, unpacked) if recipe.latin else hanzi
    sources = {one: latin if one in ASCII else hanzi for one in sorted(wanted)}
    glyphs = {_glyph_name(one): source.draw(one) for one, source in sources.items() if source.has(one)}
    had = [one for one, source in sources.items() if source.has(one)]
    drawn = {".notdef": hanzi.draw_missing(), **glyphs}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(drawn))
    builder.setupCharacterMap({ord(one): _glyph_name(one) for one in had})
    builder.setupGlyf({name: one.outline for name, one in drawn.items()}, calcGlyphBounds=False)
    builder.setupHorizontalMetrics({name: (one.advance, one.left) for name, one in drawn.items()})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=-DESCENT, lineGap=0)
    _set_names(builder, recipe)
    _set_os2(builder, recipe)
    builder.setupPost(keepGlyphNames=False, underlinePosition=-DESCENT // 2, underlineThickness=EM // 20)
    _save(builder.font, out / recipe.file)
    return frozenset(had)


def _open(source: Source, unpacked: Path) -> SourceFont:
    return SourceFont(unpacked / source.package.name / source.path, source.face)


def _glyph_name(character: str) -> str:
    return f"u{ord(character):05X}"


def _set_names(builder: FontBuilder, recipe: Recipe) -> None:
    licence, postscript = recipe.licence, recipe.english.replace(" ", "") + "-Regular"
    builder.setupNameTable(
        {
            "copyright": licence.copyright,
            "familyName": {"en": recipe.english, "zh": recipe.chinese},
            "styleName": {"en": "Regular", "zh": "Regular"},
            "uniqueFontIdentifier": f"{VERSION};{postscript}",
            "fullName": {"en": recipe.english, "zh": recipe.chinese},
            "version": f"Version {VERSION}",
            "psName": postscript,
            "licenseDescription": licence.description,
            "licenseInfoURL": licence.url,
        },
        mac=False,
    )


def _set_os2(builder: FontBuilder, recipe: Recipe) -> None:
    """fsType 0: embedding allowed; code pages Latin 1 and simplified Chinese."""
    builder.setupOS2(
        version=4,
        fsType=0,
        usWeightClass=400,
        usWidthClass=5,
        fsSelection=0x40,
        achVendID="XXWS",
        sTypoAscender=ASCENT,
        sTypoDescender=-DESCENT,
        sTypoLineGap=0,
        usWinAscent=ASCENT,
        usWinDescent=DESCENT,
        ulCodePageRange1=1 << 18 | 1,
        ulCodePageRange2=0,
    )
    os2 = builder.font["OS/2"]
    os2.recalcUnicodeRanges(builder.font)
    for field, value in zip(tuple(vars(os2.panose)), recipe.panose, strict=True):
        setattr(os2.panose, field, value)


def _save(font: TTFont, file: Path) -> None:
    head = font["head"]
    head.fontRevision = float(VERSION)
    head.created = head.modified = int(os.environ.get("SOURCE_DATE_EPOCH", EPOCH)) + SECONDS_1904_TO_1970
    font.recalcTimestamp = False
    font.save(file)


def _coverage(had: dict[Recipe, frozenset[str]]) -> str:
    return COVERAGE_HEADER + "".join(_coverage_table(recipe, had[recipe]) for recipe in had)


def _coverage_table(recipe: Recipe, had: frozenset[str]) -> str:
    whole = ASCII | _single(
        bytes((row, cell)).decode("gb2312", "replace")
        for row in range(0xA1, 0xF8)
        for cell in range(0xA1, 0xFF)
    )
    has_whole = whole <= had
    beyond = "".join(
        f"\\u{ord(one):04x}" if one.isspace() else one
        for one in sorted(had - (whole if has_whole else frozenset()))
    )
    return f'\n["{recipe.file}"]\nhas_gb2312 = {str(has_whole).lower()}\nbeyond = "{beyond}"\n'


def _sums(files: Iterable[Path]) -> str:
    """In the format of `sha256sum`, sorted by name."""
    lines = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
    return "".join(f"{lines[name]}  {name}\n" for name in sorted(lines))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
