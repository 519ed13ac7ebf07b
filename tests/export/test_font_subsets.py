"""Cutting fonts down for embedding: what is kept, what is refused, and the packing that undoes itself."""

import io
from pathlib import Path
from uuid import UUID

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given
from hypothesis import strategies as st

from xiaoxie_desktop.core.errors import ExportError
from xiaoxie_desktop.export.font_subsets import drawn_characters, may_embed, odttf, subset
from xiaoxie_desktop.resource_files import resource_path

FANGSONG = resource_path("fonts", "XiaoxieFangsong.ttf")
TEXT = "关于2026年“3·15”国际消费者权益日活动的报告"
GLYPHS = {".notdef": "", "one": "一", "two": "二"}


def draw(pen: TTGlyphPen | T2CharStringPen) -> None:
    pen.moveTo((100, 0))
    pen.lineTo((900, 0))
    pen.lineTo((900, 800))
    pen.closePath()


def small_font(family: str, allowed: int = 0, true_type: bool = True) -> FontBuilder:
    builder = FontBuilder(1000, isTTF=true_type)
    builder.setupGlyphOrder(list(GLYPHS))
    builder.setupCharacterMap({ord(character): name for name, character in GLYPHS.items() if character})
    pens = {name: TTGlyphPen(None) if true_type else T2CharStringPen(1000, None) for name in GLYPHS}
    for pen in pens.values():
        draw(pen)
    if true_type:
        builder.setupGlyf({name: pen.glyph() for name, pen in pens.items()})
    else:
        strings = {name: pen.getCharString() for name, pen in pens.items()}
        builder.setupCFF(family, {}, strings, {})
    builder.setupHorizontalMetrics({name: (1000, 100) for name in GLYPHS})
    builder.setupHorizontalHeader(ascent=859, descent=-141)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(fsType=allowed)
    builder.setupPost()
    return builder


def saved(folder: Path, allowed: int = 0, true_type: bool = True) -> Path:
    file = folder / "small.ttf"
    small_font("Small", allowed, true_type).save(file)
    return file


def test_the_subset_draws_the_text_and_nothing_else() -> None:
    font = TTFont(io.BytesIO(subset(FANGSONG, TEXT)))
    assert {chr(code) for code in font.getBestCmap()} == set(TEXT)
    assert "glyf" in font


def test_the_subset_keeps_shapes_metrics_and_names() -> None:
    whole, part = TTFont(FANGSONG), TTFont(io.BytesIO(subset(FANGSONG, TEXT)))
    for character in TEXT:
        names = [font.getBestCmap()[ord(character)] for font in (whole, part)]
        glyphs = [font["glyf"][name] for font, name in zip((whole, part), names, strict=True)]
        assert glyphs[0].getCoordinates(whole["glyf"]) == glyphs[1].getCoordinates(part["glyf"])
        assert whole["hmtx"][names[0]] == part["hmtx"][names[1]]
    assert part["name"].getDebugName(1) == "Xiaoxie Fangsong"
    assert part["hhea"].ascent == whole["hhea"].ascent


def test_the_same_text_gives_the_same_bytes_in_a_small_file() -> None:
    assert subset(FANGSONG, TEXT) == subset(FANGSONG, TEXT[::-1])
    assert len(subset(FANGSONG, TEXT)) < 60_000


def test_characters_the_font_has_not_are_left_out() -> None:
    assert drawn_characters(FANGSONG, "申㑳报") == "申报"
    assert set(TTFont(io.BytesIO(subset(FANGSONG, "申㑳报"))).getBestCmap()) == {ord("申"), ord("报")}


def test_no_characters_give_a_font_all_the_same() -> None:
    assert not TTFont(io.BytesIO(subset(FANGSONG, ""))).getBestCmap()


@pytest.mark.parametrize(
    ("allowed", "embeds"),
    [
        pytest.param(0x0000, True, id="installable"),
        pytest.param(0x0008, True, id="editable"),
        pytest.param(0x000C, True, id="editable, the looser of two"),
        pytest.param(0x0002, False, id="restricted"),
        pytest.param(0x0004, False, id="preview and print only"),
        pytest.param(0x0108, False, id="no subsetting"),
        pytest.param(0x0208, False, id="bitmaps only"),
    ],
)
def test_the_licence_flag_decides(tmp_path: Path, allowed: int, embeds: bool) -> None:
    file = saved(tmp_path, allowed)
    assert may_embed(file) == embeds
    if embeds:
        assert subset(file, "一")
    else:
        with pytest.raises(ExportError, match=r"“small\.ttf”的许可不让.*请换一种字体。"):
            subset(file, "一")


def test_other_outlines_are_refused(tmp_path: Path) -> None:
    file = saved(tmp_path, true_type=False)
    assert not may_embed(file)
    with pytest.raises(ExportError, match="不是 TrueType 轮廓"):
        subset(file, "一")


@pytest.mark.parametrize(("family", "found"), [("Second", "Second"), ("", "First"), ("Third", "First")])
def test_a_face_of_a_collection_is_found_by_its_family(tmp_path: Path, family: str, found: str) -> None:
    collection = TTCollection()
    collection.fonts = [small_font(name).font for name in ("First", "Second")]
    file = tmp_path / "both.ttc"
    collection.save(file)
    assert TTFont(io.BytesIO(subset(file, "一", family=family)))["name"].getDebugName(1) == found


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"no font at all", id="text"),
        pytest.param(b"ttcf" + b"\xff" * 40, id="broken collection"),
        pytest.param(b"\x00\x01\x00\x00" + b"\xff" * 200, id="broken directory"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 100, id="picture"),
    ],
)
def test_a_file_that_is_no_font_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "broken.ttf"
    file.write_bytes(content)
    for use in (may_embed, lambda font: subset(font, "一"), lambda font: drawn_characters(font, "一")):
        with pytest.raises(ExportError, match=r"“broken\.ttf”不是能用的字体文件"):
            use(file)


def test_a_font_file_cut_off_in_the_middle_gets_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "half.ttf"
    file.write_bytes(FANGSONG.read_bytes()[:2_000_000])
    with pytest.raises(ExportError, match=r"“half\.ttf”不是能用的字体文件"):
        subset(file, TEXT)


def test_a_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"“gone\.ttf”读不出来"):
        subset(tmp_path / "gone.ttf", "一")


def test_the_packing_combines_the_head_with_the_guid_last_byte_first() -> None:
    guid = UUID("{00112233-4455-6677-8899-AABBCCDDEEFF}")
    packed = odttf(bytes(40), guid)
    assert packed.hex().upper() == "FFEEDDCCBBAA99887766554433221100" * 2 + "00" * 8


@given(st.binary(max_size=200), st.uuids())
def test_packing_twice_gives_the_font_back(data: bytes, guid: UUID) -> None:
    assert odttf(odttf(data, guid), guid) == data
    assert odttf(data, guid)[32:] == data[32:]
