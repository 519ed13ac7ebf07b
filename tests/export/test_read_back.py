"""What was written is read back; any difference is named."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.export.samples import SAMPLES, laid_out
from xiaoxie_desktop.core.errors import ExportError
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import BodyParagraph, OfficialDocument
from xiaoxie_desktop.export.docx_lines import written_text
from xiaoxie_desktop.export.docx_writer import docx_bytes
from xiaoxie_desktop.export.read_back import read_text, verify
from xiaoxie_desktop.export.writing import write_file


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_say_what_they_should(measures: Measures, tmp_path: Path, name: str) -> None:
    pages = laid_out(SAMPLES[name], measures)
    target = tmp_path / "总结.docx"
    expected = written_text(pages)
    write_file(target, docx_bytes(pages, measures), lambda path: verify(path, expected))
    assert read_text(target) == expected
    assert len(expected) > 4


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda texts: [*texts, "后来加的一段"], "少了第3段“后来加的一段”"),
        (lambda texts: texts[:-1], "多了第2段"),
        (
            lambda texts: [texts[0], texts[1].replace("126", "127")],
            "第2段应为“受理投诉127件，调解成功124件。”，读出来是“受理投诉126件",
        ),
    ],
    ids=["a paragraph is missing", "a paragraph too many", "a figure differs"],
)
def test_differences_are_named(measures: Measures, tmp_path: Path, change, sentence: str) -> None:
    document = OfficialDocument("总结", (BodyParagraph(text="全年受理投诉126件，调解成功124件。"),))
    pages = laid_out(document, measures)
    target = tmp_path / "总结.docx"
    target.write_bytes(docx_bytes(pages, measures))
    with pytest.raises(ExportError) as refusal:
        verify(target, change(list(written_text(pages))))
    assert sentence in str(refusal.value)


def empty_zip() -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr("nothing.txt", "")
    return content.getvalue()


@pytest.mark.parametrize(
    "content", [b"", b"not a zip file", empty_zip()], ids=["empty", "text", "another zip"]
)
def test_what_is_no_word_file(tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "总结.docx"
    target.write_bytes(content)
    with pytest.raises(ExportError, match="打不开"):
        read_text(target)
