"""Text files in the encodings China uses are read; hostile and broken ones are one sentence each."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.importing import reading_text
from xiaoxie_desktop.importing.reading_text import read_lines

TEXT = "青禾县清溪镇\n发放资料20xx余份"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk"])
def test_encodings(tmp_path: Path, encoding: str):
    file = tmp_path / "old.txt"
    file.write_bytes(TEXT.replace("\n", "\r\n").encode(encoding))
    assert read_lines(file) == tuple(TEXT.split("\n"))


def test_docx_paragraphs(tmp_path: Path):
    document = Document()
    for line in TEXT.split("\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "old.docx"))
    assert read_lines(tmp_path / "old.docx") == tuple(TEXT.split("\n"))


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 30_000_000)


def outside(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../evil.txt", b"x")


def crowded(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(reading_text.MOST_ENTRIES + 1):
            archive.writestr(str(number), b"")


def no_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", b"nothing here")


def truncated(path: Path) -> None:
    Document().save(str(path))
    path.write_bytes(path.read_bytes()[:4000])


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 100)


def with_part(name: str, content: bytes) -> Callable[[Path], None]:
    """Makes a Word file in which one part holds something else."""

    def make(path: Path) -> None:
        good = io.BytesIO()
        Document().save(good)
        with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w") as archive:
            for entry in source.infolist():
                archive.writestr(entry, content if entry.filename == name else source.read(entry))

    return make


def with_flag(value: int, in_entry: int, in_list: int) -> Callable[[Path], None]:
    """Makes a Word file whose zip entries say they are encrypted or packed in an unknown way."""

    def make(path: Path) -> None:
        Document().save(str(path))
        data = bytearray(path.read_bytes())
        for mark, offset in ((b"PK\x03\x04", in_entry), (b"PK\x01\x02", in_list)):
            for found in re.finditer(mark, bytes(data)):
                data[found.start() + offset] = value
        path.write_bytes(data)

    return make


HOSTILE = [
    pytest.param(with_part("word/document.xml", b"<x/>"), "不是完好的 Word 文件", id="other document"),
    pytest.param(with_part("word/document.xml", b"no xml"), "不是完好的 Word 文件", id="no XML"),
    pytest.param(with_part("[Content_Types].xml", b"<x/>"), "不是完好的 Word 文件", id="other content types"),
    pytest.param(with_part("_rels/.rels", b"<x/>"), "不是完好的 Word 文件", id="other relations"),
    pytest.param(with_flag(1, 6, 8), "不是完好的 Word 文件", id="encrypted"),
    pytest.param(with_flag(99, 8, 10), "不是完好的 Word 文件", id="unknown packing"),
    pytest.param(bomb, "不像一份普通文档", id="zip bomb"),
    pytest.param(outside, "不像一份普通文档", id="path outside"),
    pytest.param(crowded, "不像一份普通文档", id="too many entries"),
    pytest.param(no_document, "不是完好的 Word 文件", id="zip without a document"),
    pytest.param(truncated, "不是完好的 Word 文件", id="truncated"),
    pytest.param(picture, "不是完好的 Word 文件", id="renamed picture"),
]


@pytest.mark.parametrize(("make", "said"), HOSTILE)
def test_hostile_docx_is_one_sentence(tmp_path: Path, make, said: str):
    file = tmp_path / "hostile.docx"
    make(file)
    with pytest.raises(BadInput) as caught:
        read_lines(file)
    assert said in str(caught.value)
    assert str(caught.value).endswith("。")


def test_too_large_missing_and_binary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    binary = tmp_path / "a.txt"
    binary.write_bytes(b"\x00\x01\x02\xff\xfe")
    with pytest.raises(BadInput, match="不是文本文件"):
        read_lines(binary)
    with pytest.raises(BadInput, match="打不开"):
        read_lines(tmp_path / "gone.txt")
    monkeypatch.setattr(reading_text, "LARGEST_FILE", 3)
    with pytest.raises(BadInput, match="太大"):
        read_lines(binary)
