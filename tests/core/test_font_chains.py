"""Which typeface stands for a face: the machine's by the chain, the shipped one else, per character."""

import pytest

from xiaoxie_desktop.core.font_chains import FaceMetrics, FontChain, ShippedFont, choose, is_gb2312
from xiaoxie_desktop.core.pages import FaceRole

FACE = ShippedFont("Face.ttf", "Face", "自带仿宋", has_gb2312=True, beyond=frozenset("㎏"))
SUPPLEMENT = ShippedFont("More.ttf", "More", "补字", has_gb2312=False, beyond=frozenset("㑳𨙸㎏"))
CHAIN = FontChain(
    role=FaceRole.FANGSONG,
    label="仿宋",
    name="仿宋_GB2312",
    alternatives=("仿宋",),
    families=("仿宋_GB2312", "仿宋", "FangSong"),
    shipped=FACE,
    supplements=(SUPPLEMENT,),
)


@pytest.mark.parametrize(
    ("installed", "family", "stands_in"),
    [
        ({"仿宋_GB2312", "仿宋"}, "仿宋_GB2312", False),
        ({"FangSong", "仿宋"}, "仿宋", False),
        ({"宋体"}, "自带仿宋", True),
        (set(), "自带仿宋", True),
    ],
)
def test_the_best_family_of_the_machine_is_taken(installed: set[str], family: str, stands_in: bool) -> None:
    choice = choose(CHAIN, installed)
    assert (choice.family, choice.stands_in) == (family, stands_in)


def test_staff_are_told_what_stands_in() -> None:
    assert choose(CHAIN, {"仿宋"}).sentence == "仿宋用本机的“仿宋”。"
    assert choose(CHAIN, ()).sentence.startswith(
        "本机没有“仿宋_GB2312”，预览、打印和 PDF 用本程序自带的“自带仿宋”代替"
    )


@pytest.mark.parametrize(
    ("character", "font"),
    [
        ("报", FACE),
        ("A", FACE),
        ("①", FACE),
        ("㎏", FACE),
        ("㑳", SUPPLEMENT),
        ("𨙸", SUPPLEMENT),
        ("\N{GRINNING FACE}", None),
        ("\t", None),
    ],
)
def test_each_character_has_its_file(character: str, font: ShippedFont | None) -> None:
    assert CHAIN.shipped_font_for(character) == font


@pytest.mark.parametrize(
    ("character", "is_in"),
    [("啊", True), ("齄", True), ("镕", False), ("a", True), ("\x7f", False), ("　", True)],
)
def test_gb2312(character: str, is_in: bool) -> None:
    assert is_gb2312(character) == is_in


@pytest.mark.parametrize(
    ("widths", "misfits"),
    [
        ({"国": 1.0, "“": 1.0, "0": 0.5}, ""),
        ({"国": 1.019, "0": 0.491}, ""),
        ({"国": 1.0, "“": 0.35, "0": 0.555}, "“0"),
        ({"é": 0.4}, ""),
    ],
)
def test_widths_that_move_lines_are_found(widths: dict[str, float], misfits: str) -> None:
    assert FaceMetrics("国“", "0", 0.02).misfits(widths) == misfits
