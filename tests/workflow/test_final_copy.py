"""定稿: the fonts a final Word file carries, and that it says the same as the ordinary one."""

import re
from pathlib import Path
from zipfile import ZipFile

from docx import Document

from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.workflow.answers_file import read_answers_file
from xiaoxie_desktop.workflow.exporting import Prepared, export, measures, paged, prepare
from xiaoxie_desktop.workflow.final_copy import with_embedded_fonts

SAMPLE = resource_path("samples", "township_annual_2009.json")


def prepared() -> Prepared:
    parsed = read_answers_file(SAMPLE)
    return prepare(parsed.kind, parsed.draft, parsed.organization)


def text_of(path: Path) -> str:
    return "".join(paragraph.text for paragraph in Document(str(path)).paragraphs).replace("\n", "")


def test_a_final_copy_carries_its_fonts_and_says_the_same(tmp_path: Path):
    plain, final = tmp_path / "plain.docx", tmp_path / "final.docx"
    export(prepared(), plain)
    export(prepared(), final, final=True)
    assert text_of(final) == text_of(plain)
    with ZipFile(final) as archive:
        fonts = [name for name in archive.namelist() if name.endswith(".odttf")]
        table = archive.read("word/fontTable.xml").decode()
        body = archive.read("word/document.xml").decode()
    assert len(fonts) >= 4
    embedded = re.findall(r'<w:font w:name="([^"]+)">(?:(?!</w:font>).)*embedRegular', table)
    assert len(embedded) == len(fonts)
    assert "消协仿宋" in embedded
    assert "仿宋_GB2312" in table
    lines = sum(len(page.lines) for page in paged(prepared()).pages)
    paragraphs = len(Document(str(final)).paragraphs)
    assert body.count("<w:br/>") >= (lines - paragraphs) // 2 > 3


def test_the_same_draft_gives_the_same_final_bytes(tmp_path: Path):
    first, second = tmp_path / "1.docx", tmp_path / "2.docx"
    export(prepared(), first, final=True)
    export(prepared(), second, final=True)
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_size < 2_000_000


def test_only_faces_the_document_uses_are_embedded():
    named, fonts = with_embedded_fonts(paged(prepared()), measures())
    unused = measures().faces.keys() - fonts.keys()
    assert fonts
    assert all(named.faces[role] == measures().faces[role] for role in unused)
    assert all(named.faces[role].name.startswith("消协") for role in fonts)
