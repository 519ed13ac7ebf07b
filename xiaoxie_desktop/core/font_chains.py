"""Which typeface stands for each face of a document on this machine: chains of families, shipped files, stand-ins."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from xiaoxie_desktop.core.pages import FaceRole


@dataclass(frozen=True, slots=True)
class ShippedFont:
    """A font file that comes with the program, and the characters it draws.

    ``file`` is its name in ``resources/fonts``, ``family`` the name programs know it by.
    """

    file: str
    family: str
    chinese_family: str
    has_gb2312: bool
    beyond: frozenset[str]
    """What it draws besides ASCII and GB2312, or all it draws where ``has_gb2312`` is false."""

    def has(self, character: str) -> bool:
        """Whether the file draws this one character."""
        return character in self.beyond or (self.has_gb2312 and is_gb2312(character))


@dataclass(frozen=True, slots=True)
class FontChain:
    """A face of the document: what Word files call it and what stands for it on a machine, best first."""

    role: FaceRole
    label: str
    """How staff call the face, 仿宋."""
    name: str
    """Written in Word files."""
    alternatives: tuple[str, ...]
    """Written in Word files as other names of the same face."""
    families: tuple[str, ...]
    """Looked for on the machine, best first."""
    shipped: ShippedFont
    """Used where the machine has none of the families."""
    supplements: tuple[ShippedFont, ...]
    """Used for single characters that ``shipped`` does not draw."""

    def shipped_font_for(self, character: str) -> ShippedFont | None:
        """The shipped file that draws the character in this face; None leaves it to the machine's other fonts."""
        return next((font for font in (self.shipped, *self.supplements) if font.has(character)), None)


@dataclass(frozen=True, slots=True)
class FaceChoice:
    """The family a face is drawn with on this machine."""

    chain: FontChain
    family: str
    stands_in: bool
    """Whether it is the shipped font, in place of one that the machine has not."""

    @property
    def sentence(self) -> str:
        """What staff are told, one Chinese sentence."""
        if not self.stands_in:
            return f"{self.chain.label}用本机的“{self.family}”。"
        return (
            f"本机没有“{self.chain.name}”，预览、打印和 PDF 用本程序自带的“{self.family}”代替，字形略有不同，"
            "换行和分页不变；Word 文件里写的仍是原来的字体名。"
        )


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """What must be true of a face for its lines to end where the layout says; widths in em."""

    full_width: str
    half_width: str
    tolerance: float

    def misfits(self, widths: Mapping[str, float]) -> str:
        """Those of the measured characters that are wider or narrower than they may be."""
        expected = dict.fromkeys(self.full_width, 1.0) | dict.fromkeys(self.half_width, 0.5)
        return "".join(
            character
            for character, width in widths.items()
            if character in expected
            and abs(width - expected[character]) > self.tolerance * expected[character]
        )


@dataclass(frozen=True, slots=True)
class DocumentFonts:
    """The chains of all faces and what their metrics must be."""

    chains: Mapping[FaceRole, FontChain]
    metrics: FaceMetrics


def choose(chain: FontChain, installed: Collection[str]) -> FaceChoice:
    """The first family of the chain that is among the ``installed`` ones, else the shipped font."""
    for family in chain.families:
        if family in installed:
            return FaceChoice(chain, family, stands_in=False)
    return FaceChoice(chain, chain.shipped.chinese_family, stands_in=True)


def is_gb2312(character: str) -> bool:
    """Whether the character is a printable one of ASCII or GB2312."""
    if character.isascii():
        return character.isprintable()
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
