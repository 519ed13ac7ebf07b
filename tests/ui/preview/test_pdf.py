"""PDF files: the text of the pages can be read from them, fonts are embedded, headings stand in the outline."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from xiaoxie_desktop.core.pages import PagedDocument
from xiaoxie_desktop.export.pdf_outline import OutlineEntry, with_outline
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.ui.preview.pdf import PdfPainting, paint_pdf
from xiaoxie_desktop.workflow.answers_file import read_answers_file
from xiaoxie_desktop.workflow.exporting import Prepared, export, paged, prepare

TITLE = "2026年“3·15”工作总结"
SAMPLES = sorted(resource_path("samples").glob("*.json"))


def needs(tool: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(
        shutil.which(tool) is None, reason=f"{tool} (poppler-utils) is not on this machine"
    )


def said_by(*command: str | Path) -> str:
    done = subprocess.run([str(one) for one in command], capture_output=True, check=True)
    return done.stdout.decode()


def words(text: str) -> str:
    """The characters in their order, without spaces and line ends, which a PDF does not keep."""
    return re.sub(r"\s", "", text)


def sample(path: Path) -> Prepared:
    parsed = read_answers_file(path)
    return prepare(parsed.kind, parsed.draft, parsed.organization)


@needs("pdftotext")
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_text_of_the_file_is_the_text_of_the_pages(qapp: QApplication, path: Path, tmp_path: Path) -> None:
    prepared, target = sample(path), tmp_path / "out.pdf"
    export(prepared, target, paint_pdf)
    for number, page in enumerate(paged(prepared).pages, start=1):
        lines = [*page.lines, *((page.page_number,) if page.page_number else ())]
        wanted = "".join(line.text for line in lines)
        read = said_by("pdftotext", "-raw", "-f", str(number), "-l", str(number), target, "-")
        assert words(read) == words(wanted), f"page {number}"


@needs("pdffonts")
def test_fonts_are_embedded_subsets_with_their_characters(
    qapp: QApplication, laid_out: Callable[[int], PagedDocument], tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(paint_pdf(laid_out(3), TITLE))
    rows = said_by("pdffonts", target).splitlines()[2:]
    assert len(rows) >= 3
    assert all(re.search(r"\byes\s+\w+\s+yes\b", row) for row in rows), rows
    assert target.stat().st_size < 200_000


@needs("pdfinfo")
def test_title_and_paper(
    qapp: QApplication, laid_out: Callable[[int], PagedDocument], tmp_path: Path
) -> None:
    document, target = laid_out(20), tmp_path / "out.pdf"
    target.write_bytes(paint_pdf(document, TITLE))
    said = said_by("pdfinfo", target)
    assert TITLE in said
    assert "(A4)" in said
    assert re.search(r"Pages:\s+(\d+)", said)[1] == str(len(document.pages))  # type: ignore[index]


def test_a_page_at_a_time(qapp: QApplication, laid_out: Callable[[int], PagedDocument]) -> None:
    document = laid_out(20)
    painting = PdfPainting(document, TITLE)
    done = [painting.painted]
    while painting.paint_next():
        done.append(painting.painted)
    assert done == list(range(len(document.pages)))
    assert painting.finish().startswith(b"%PDF")


@needs("pdftohtml")
def test_headings_stand_in_the_outline(qapp: QApplication, tmp_path: Path) -> None:
    prepared, target = sample(SAMPLES[0]), tmp_path / "out.pdf"
    export(prepared, target, paint_pdf)
    found = said_by("pdftohtml", "-xml", "-i", "-stdout", target)
    items = re.findall(r'<item page="(\d+)">([^<]*)</item>', found)
    document = paged(prepared)
    wanted = [one.text for one in document.paragraphs if one.format.outline_level]
    assert [text for _, text in items] == wanted
    assert len(wanted) >= 3
    pages = {
        document.paragraphs[line.paragraph].text: page.number
        for page in reversed(document.pages)
        for line in page.lines
    }
    assert [int(page) for page, _ in items] == [pages[text] for _, text in items]


ENTRIES = [
    OutlineEntry("一、组织", 1, 0, 3000, 16838),
    OutlineEntry("（一）领导", 2, 0, 4000, 16838),
    OutlineEntry("（二）经费", 2, 1, 4000, 16838),
    OutlineEntry("二、成效", 1, 1, 6000, 16838),
]


@needs("pdftohtml")
def test_levels_of_the_outline(
    qapp: QApplication, laid_out: Callable[[int], PagedDocument], tmp_path: Path
) -> None:
    target = tmp_path / "out.pdf"
    data = paint_pdf(laid_out(20), TITLE)
    target.write_bytes(with_outline(data, ENTRIES))
    found = said_by("pdftohtml", "-xml", "-i", "-stdout", target)
    outline = found[found.index("<outline>") : found.rindex("</outline>")]
    assert re.sub(r"\s", "", outline) == (
        '<outline><itempage="1">一、组织</item><outline><itempage="1">（一）领导</item>'
        '<itempage="2">（二）经费</item></outline><itempage="2">二、成效</item>'
    )
    assert said_by("pdfinfo", target)


def test_outline_is_only_added_behind_the_file(
    qapp: QApplication, laid_out: Callable[[int], PagedDocument]
) -> None:
    data = paint_pdf(laid_out(20), TITLE)
    assert with_outline(data, ENTRIES).startswith(data)


@pytest.mark.parametrize(
    ("data", "entries"),
    [
        pytest.param(b"", ENTRIES, id="nothing"),
        pytest.param(b"%PDF-1.4\nsomething else", ENTRIES, id="no trailer"),
        pytest.param(b"trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n0\n%%EOF", ENTRIES, id="no catalogue"),
    ],
)
def test_files_not_understood_stay_as_they_are(data: bytes, entries: list[OutlineEntry]) -> None:
    assert with_outline(data, entries) == data


def test_no_headings_no_outline(qapp: QApplication, laid_out: Callable[[int], PagedDocument]) -> None:
    data = paint_pdf(laid_out(1), TITLE)
    assert with_outline(data, []) == data
