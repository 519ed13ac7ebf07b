"""Word files compared part by part as text with those in ``tests/golden``.

After a wanted change: ``UPDATE_GOLDEN=1 python -m pytest tests/export/test_docx_golden.py``, then read the diff.
"""

import os
from io import BytesIO
from pathlib import Path
from xml.dom import minidom
from zipfile import ZipFile

import pytest

from tests.export.samples import SAMPLES, laid_out
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.export.docx_writer import DocumentProperties, docx_bytes
from xiaoxie_desktop.export.text import to_text
from xiaoxie_desktop.official.styling import styled_paragraphs

GOLDEN = Path(__file__).parent.parent / "golden"
SHARED_PARTS = (
    "word/styles.xml",
    "word/fontTable.xml",
    "word/settings.xml",
    "word/footer1.xml",
    "word/footer2.xml",
)


def parts(measures: Measures, name: str) -> dict[str, str]:
    document = SAMPLES[name]
    pages = laid_out(document, measures)
    content = docx_bytes(pages, measures, DocumentProperties(document.title, "消协"))
    with ZipFile(BytesIO(content)) as archive:
        return {entry: readable(archive.read(entry)) for entry in archive.namelist()}


def readable(xml: bytes) -> str:
    pretty = minidom.parseString(xml).toprettyxml(indent=" ")  # noqa: S318 - our own file
    return "".join(f"{line}\n" for line in pretty.splitlines() if line.strip())


def compare(golden: Path, text: str) -> None:
    if os.environ.get("UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8"), (
        f"{golden.name} differs; see the docstring of this module"
    )


@pytest.mark.parametrize("name", SAMPLES)
def test_document(measures: Measures, name: str) -> None:
    compare(GOLDEN / f"{name}.document.xml", parts(measures, name)["word/document.xml"])


@pytest.mark.parametrize("name", SAMPLES)
def test_text(measures: Measures, name: str) -> None:
    compare(GOLDEN / f"{name}.txt", to_text(styled_paragraphs(SAMPLES[name], measures), measures))


@pytest.mark.parametrize("part", SHARED_PARTS)
def test_shared_parts(measures: Measures, part: str) -> None:
    compare(GOLDEN / part.replace("/", "."), parts(measures, "plain_unsealed")[part])


def test_parts_of_the_package(measures: Measures) -> None:
    assert set(parts(measures, "plain_unsealed")) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        *SHARED_PARTS,
    }
