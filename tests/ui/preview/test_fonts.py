"""Fonts of the machine, of the program, and of last resort: what is drawn with what, and what staff are told."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from xiaoxie_desktop.core.font_chains import DocumentFonts
from xiaoxie_desktop.core.pages import FaceRole
from xiaoxie_desktop.ui.preview.fonts import Typefaces, embedding_bits, may_be_embedded
from xiaoxie_desktop.workflow.document_fonts import document_fonts, fonts_folder


def document_fonts_with(families: tuple[str, ...]) -> DocumentFonts:
    """The shipped chains, with other families looked for on the machine for the body."""
    fonts = document_fonts()
    chain = replace(fonts.chains[FaceRole.FANGSONG], families=families)
    return replace(fonts, chains={**fonts.chains, FaceRole.FANGSONG: chain})


@pytest.fixture
def kaiti(qapp: QApplication) -> str:
    """A family with the right widths that is not the body's own, as if it were installed."""
    number = QFontDatabase.addApplicationFont(str(fonts_folder() / "XiaoxieKaiti.ttf"))
    return QFontDatabase.applicationFontFamilies(number)[0]


def test_shipped_font_stands_in_and_is_named(qapp: QApplication) -> None:
    face = Typefaces(document_fonts_with(("没有的仿宋",)), fonts_folder()).face(FaceRole.FANGSONG)
    assert face.stands_in
    assert face.family == "Xiaoxie Fangsong"
    assert face.sentence.startswith("本机没有“仿宋_GB2312”")
    assert "消协仿宋" in face.sentence


def test_machine_font_comes_first(kaiti: str) -> None:
    face = Typefaces(document_fonts_with(("没有的仿宋", kaiti)), fonts_folder()).face(FaceRole.FANGSONG)
    assert (face.family, face.stands_in) == (kaiti, False)
    assert kaiti in face.sentence


def test_machine_font_with_other_widths_is_not_taken(qapp: QApplication) -> None:
    latin = next(
        family for family in QFontDatabase.families() if family.startswith(("DejaVu Sans", "Liberation"))
    )
    face = Typefaces(document_fonts_with((latin,)), fonts_folder()).face(FaceRole.FANGSONG)
    assert face.stands_in
    assert latin in face.sentence
    assert "字宽" in face.sentence


@pytest.mark.parametrize(
    ("kind", "may"),
    [(0, True), (4, True), (8, True), (2, False), (0x200, False)],
    ids=["anything", "print", "edit", "nothing", "bitmaps"],
)
def test_licence_bits_decide_about_files(kind: int, may: bool) -> None:
    assert may_be_embedded(kind) is may


def test_shipped_fonts_may_be_embedded(faces: Typefaces) -> None:
    for face in faces.faces().values():
        assert embedding_bits(faces.raw_font(face.family, 100)) == 0


def test_font_that_may_not_be_embedded_is_shown_but_not_put_into_files(
    kaiti: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("xiaoxie_desktop.ui.preview.fonts.embedding_bits", lambda _font: 2)
    fonts = document_fonts_with((kaiti,))
    assert Typefaces(fonts, fonts_folder()).face(FaceRole.FANGSONG).family == kaiti
    face = Typefaces(fonts, fonts_folder(), embeddable=True).face(FaceRole.FANGSONG)
    assert face.stands_in
    assert "不允许" in face.sentence


def test_broken_font_file_is_said_and_text_still_drawn(qapp: QApplication, tmp_path: Path) -> None:
    for file in fonts_folder().glob("*.ttf"):
        (tmp_path / file.name).write_bytes(b"this is no font")
    faces = Typefaces(document_fonts_with(()), tmp_path)
    face = faces.face(FaceRole.FANGSONG)
    assert face.sentence.startswith("字体文件“XiaoxieFangsong.ttf”打不开")
    assert "重新安装" in face.sentence
    (row,) = faces.rows(FaceRole.FANGSONG, "国")
    assert row.glyphs[0] != 0, "the machine has some font with 国"


def test_rare_characters_come_from_other_fonts(faces: Typefaces) -> None:
    text = "国𠮷한国"
    rows = list(faces.rows(FaceRole.FANGSONG, text))
    assert [place for row in rows for place in row.characters] == [0, 1, 2, 3]
    others = faces.drawn_by_others(FaceRole.FANGSONG, text)
    assert "国" not in others
    assert "한" in others


def test_characters_that_show_nothing_are_not_drawn(faces: Typefaces) -> None:
    rows = list(faces.rows(FaceRole.FANGSONG, "甲\u200b\u0007乙"))
    assert [place for row in rows for place in row.characters] == [0, 3]


def test_character_no_font_has_still_has_its_place(faces: Typefaces) -> None:
    (row,) = faces.rows(FaceRole.FANGSONG, "\U0010fffd")
    assert (list(row.glyphs), list(row.characters)) == ([0], [0])


def test_all_faces_have_a_sentence(faces: Typefaces) -> None:
    said = faces.faces()
    assert set(said) == set(FaceRole)
    assert all(face.sentence.endswith("。") and face.family for face in said.values())
