"""The faces of a document as fonts of this machine: what is installed first, else the shipped files, glyph by glyph."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QRawFont, QTextLayout

from xiaoxie_desktop.core.font_chains import DocumentFonts, FaceChoice, FontChain, ShippedFont, choose
from xiaoxie_desktop.core.pages import FaceRole

_PROBE_PIXELS = 320
"""The size glyphs are looked up and measured in: that of the body in a PDF, which is needed anyway."""
_BITMAPS_ONLY, _NO_EMBEDDING = 0x200, 0x2
_DIGITS = "0123456789"
"""Letters may be wider or narrower than half an em: few are printed, and each still stands at its own place."""
_UNSEEN = frozenset({"Cc", "Cf"})


@dataclass(frozen=True, slots=True)
class GlyphRow:
    """Neighbouring characters drawn with one font; ``characters`` are their places in the run."""

    family: str
    glyphs: Sequence[int]
    characters: Sequence[int]


@dataclass(frozen=True, slots=True)
class FaceInUse:
    """The font a face is drawn with, and the Chinese sentence that says so."""

    choice: FaceChoice
    family: str
    sentence: str

    @property
    def stands_in(self) -> bool:
        """Whether it is not the font the document names."""
        return self.choice.stands_in


class Typefaces:
    """Finds the glyph of every character; what was found once is remembered.

    With ``embeddable`` only fonts whose makers allow embedding are taken, which PDF files need.
    """

    def __init__(self, fonts: DocumentFonts, folder: Path, *, embeddable: bool = False) -> None:
        self._fonts, self._folder, self._embeddable = fonts, folder, embeddable
        self._installed = frozenset(QFontDatabase.families())
        self._faces: dict[FaceRole, FaceInUse] = {}
        self._glyphs: dict[FaceRole, dict[str, tuple[str, int]]] = {}
        self._raw: dict[tuple[str, bool, int], QRawFont] = {}

    def faces(self) -> Mapping[FaceRole, FaceInUse]:
        """All faces as they are drawn here."""
        return {role: self.face(role) for role in self._fonts.chains}

    def face(self, role: FaceRole) -> FaceInUse:
        """How one face is drawn here; a shipped file is only opened when it is needed."""
        if role not in self._faces:
            self._faces[role] = self._choose(self._fonts.chains[role])
        return self._faces[role]

    def rows(self, face: FaceRole, text: str) -> Iterator[GlyphRow]:
        """The text as glyphs, parted where another font draws; characters that show nothing are left out."""
        known = self._glyphs.setdefault(face, {})
        for character in text:
            if character not in known:
                known[character] = self._look_up(face, character)
        found = [known[character] for character in text]
        if len({family for family, _ in found}) == 1 and found[0][0]:
            yield GlyphRow(found[0][0], [glyph for _, glyph in found], range(len(text)))
            return
        for family, row in groupby(enumerate(found), key=lambda one: one[1][0]):
            if family:
                places, glyphs = zip(*((place, glyph) for place, (_, glyph) in row), strict=True)
                yield GlyphRow(family, glyphs, places)

    def raw_font(self, family: str, pixels: int, *, bold: bool = False) -> QRawFont:
        """The font of a family in a size, without hinting so that it scales evenly.

        Whole pixels only: `QRawFont.setPixelSize` (6.9) gives fonts that paint nothing above 64 pixels.
        """
        key = (family, bold, pixels)
        if key not in self._raw:
            self._raw[key] = _raw_font(family, pixels, bold=bold)
        return self._raw[key]

    def drawn_by_others(self, face: FaceRole, text: str) -> dict[str, str]:
        """Characters of the text that the face's own font lacks, and the family that draws each; "" for none."""
        own, others = self.face(face).family, dict[str, str]()
        for row in self.rows(face, text):
            for glyph, place in zip(row.glyphs, row.characters, strict=True):
                if row.family != own or not glyph:
                    others[text[place]] = row.family if glyph else ""
        return others

    def _look_up(self, face: FaceRole, character: str) -> tuple[str, int]:
        """(family, glyph); ("", 0) for a character that shows nothing."""
        if unicodedata.category(character) in _UNSEEN:
            return "", 0
        own, chain = self.face(face).family, self._fonts.chains[face]
        if glyph := self._glyph_in(own, character):
            return own, glyph
        for font in (chain.shipped, *chain.supplements):
            family, _ = self._shipped_family(font)
            if glyph := self._glyph_in(family, character):
                return family, glyph
        other = _family_drawing(character, own)
        return (other, self._glyph_in(other, character)) if other else (own, 0)

    def _glyph_in(self, family: str, character: str) -> int:
        indexes = self.raw_font(family, _PROBE_PIXELS).glyphIndexesForString(character)
        return indexes[0] if indexes else 0

    def _choose(self, chain: FontChain) -> FaceInUse:
        installed, refused = self._installed, ""
        while True:
            choice = choose(chain, installed)
            if choice.stands_in:
                return self._standing_in(choice, refused)
            if not (reason := self._reason_against(choice.family)):
                return FaceInUse(choice, choice.family, choice.sentence)
            refused = refused or reason
            installed -= {choice.family}

    def _standing_in(self, choice: FaceChoice, refused: str) -> FaceInUse:
        family, problem = self._shipped_family(choice.chain.shipped)
        return FaceInUse(choice, family, problem or refused or choice.sentence)

    def _reason_against(self, family: str) -> str:
        """Why an installed family cannot be used, empty if it can."""
        font = self.raw_font(family, _PROBE_PIXELS)
        if self._embeddable and not may_be_embedded(embedding_bits(font)):
            return f"本机的“{family}”不允许放进文件，PDF 里用本程序自带的字体代替，换行和分页不变。"
        metrics = self._fonts.metrics
        if metrics.misfits(_widths(font, metrics.full_width + _DIGITS)):
            return f"本机的“{family}”字宽和公文用的不一样，改用本程序自带的字体，免得换行不对。"
        return ""

    def _shipped_family(self, font: ShippedFont) -> tuple[str, str]:
        """(family, problem): another family and a sentence where the file cannot be opened."""
        if family := _loaded(str(self._folder / font.file)):
            return family, ""
        other = QFont().defaultFamily()
        return other, f"字体文件“{font.file}”打不开，现在用“{other}”代替，请重新安装本程序。"


@cache
def _loaded(file: str) -> str:
    """The family in a font file, made known to Qt once; empty for a file that is none."""
    number = QFontDatabase.addApplicationFont(file)
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    return families[0] if families else ""


def _raw_font(family: str, pixels: int, *, bold: bool) -> QRawFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setBold(bold)
    return QRawFont.fromFont(font)


def embedding_bits(font: QRawFont) -> int:
    """What the font's maker allows (OS/2 fsType); 0 is everything."""
    return int.from_bytes(font.fontTable("OS/2").data()[8:10], "big")


def may_be_embedded(bits: int) -> bool:
    """Whether these licence bits let Qt put the font into a PDF."""
    return not bits & _BITMAPS_ONLY and bits != _NO_EMBEDDING


def _widths(font: QRawFont, characters: str) -> dict[str, float]:
    """Advances in em of those characters the font draws."""
    glyphs = font.glyphIndexesForString(characters)
    advances = font.advancesForGlyphIndexes(glyphs)
    return {
        character: advance.x() / _PROBE_PIXELS
        for character, glyph, advance in zip(characters, glyphs, advances, strict=True)
        if glyph
    }


def _family_drawing(character: str, beside: str) -> str:
    """A family of the machine that draws the character, as Qt's own text layout chooses it; empty for none."""
    layout = QTextLayout(character, QFont(beside))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    for run in layout.glyphRuns():
        if any(run.glyphIndexes()):
            return run.rawFont().familyName()
    return ""
