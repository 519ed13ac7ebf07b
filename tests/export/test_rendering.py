"""The Word files as LibreOffice shows them: lines on a page, characters in a line, distances of the standard."""

from itertools import pairwise
from pathlib import Path

import pytest

from tests.export.rendering import Band, bands, missing_tools, page_count, page_lines, to_pdf
from tests.export.samples import LINE, OFFICE, SAMPLES, laid_out
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import BodyParagraph, Imprint, OfficialDocument
from xiaoxie_desktop.export.docx_lines import written_text
from xiaoxie_desktop.export.docx_writer import docx_bytes

MISSING = missing_tools()
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"pages cannot be looked at here: no {MISSING}")

MARK_TOP, LAST_RULE, PAGE_NUMBER, TYPE_AREA = 72, 262, 269, 156
CROWDED = {
    f"imprint_below_{lines}": OfficialDocument(
        title="通知",
        body=(BodyParagraph(text="一行短文"),) * lines,
        issuing_authorities=("镇消协",),
        imprint=Imprint("县政府", "镇消协"),
    )
    for lines in (14, 16, 18, 20)
}


@pytest.fixture(scope="module")
def rendered(measures: Measures, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rendered")
    for name, document in (SAMPLES | CROWDED).items():
        (folder / f"{name}.docx").write_bytes(docx_bytes(laid_out(document, measures), measures))
    to_pdf(sorted(folder.glob("*.docx")), folder)
    return folder


def text_lines(pdf: Path, page: int) -> list[str]:
    return [line for line in page_lines(pdf, page) if not line.startswith("—")]


def rules(found: list[Band]) -> list[Band]:
    return [band for band in found if band.width > TYPE_AREA - 5 and band.bottom - band.top < 1]


def test_a_full_page_has_22_lines_of_28_characters(rendered: Path) -> None:
    pdf = rendered / "plain_long.pdf"
    for page in (2, 3, 4):
        lines = text_lines(pdf, page)
        assert len(lines) == 22
        full = [line for line in lines if not line.startswith(LINE[2:]) and line != "终"]
        assert full
        assert {len(line) for line in full} == {28}


@pytest.mark.parametrize("name", [*SAMPLES, *CROWDED])
def test_every_paragraph_is_on_the_pages_once(measures: Measures, rendered: Path, name: str) -> None:
    pdf = rendered / f"{name}.pdf"
    pages = "".join("".join(text_lines(pdf, page)) for page in range(1, page_count(pdf) + 1))
    expected = written_text(laid_out((SAMPLES | CROWDED)[name], measures))
    wanted = ["".join(text.split()) for text in expected]
    for text in set(wanted):
        assert pages.count(text) >= 1, text
    assert len(pages) == sum(map(len, wanted))


def test_signature_and_date_share_the_last_page_with_text(rendered: Path) -> None:
    pdf = rendered / "plain_long.pdf"
    last = text_lines(pdf, page_count(pdf))
    assert last[-2:] == [OFFICE, "2026年12月28日"]
    assert len(last) > 2


def test_mark_and_red_rule(rendered: Path) -> None:
    for name in ("document_downward", "document_upward"):
        found = bands(rendered / f"{name}.pdf", 1)
        mark, rule = [band for band in found if band.red]
        assert mark.top == pytest.approx(MARK_TOP, abs=1)
        assert rule.width == pytest.approx(TYPE_AREA, abs=1)
        number = max((band for band in found if band.bottom < rule.top), key=lambda band: band.bottom)
        assert rule.top - number.bottom == pytest.approx(4, abs=0.5)


@pytest.mark.parametrize(("name", "count"), [("document_downward", 3), ("document_upward", 2)])
def test_imprint_ends_with_the_type_area(rendered: Path, name: str, count: int) -> None:
    pdf = rendered / f"{name}.pdf"
    found = rules(bands(pdf, page_count(pdf)))
    assert len(found) == count
    assert found[-1].bottom == pytest.approx(LAST_RULE, abs=0.5)
    assert all(rule.width == pytest.approx(TYPE_AREA, abs=1) for rule in found)


@pytest.mark.parametrize("name", CROWDED)
def test_an_imprint_that_finds_no_room_goes_to_the_next_page(rendered: Path, name: str) -> None:
    pdf = rendered / f"{name}.pdf"
    found = bands(pdf, page_count(pdf))
    assert rules(found)[-1].bottom == pytest.approx(LAST_RULE, abs=0.5)
    assert all(left.bottom < right.top for left, right in pairwise(found))


def test_page_number_stands_7_mm_below_the_type_area(rendered: Path) -> None:
    for page in (1, 2):
        number = bands(rendered / "plain_long.pdf", page)[-1]
        assert (number.top + number.bottom) / 2 == pytest.approx(PAGE_NUMBER, abs=0.7)
        assert page_lines(rendered / "plain_long.pdf", page)[-1] == f"—{page}—"


def test_annexes_begin_on_pages_of_their_own(rendered: Path) -> None:
    pdf = rendered / "document_downward.pdf"
    first_lines = [text_lines(pdf, page)[0] for page in range(1, page_count(pdf) + 1)]
    assert [line for line in first_lines if line.startswith("附件")] == ["附件1", "附件2"]
