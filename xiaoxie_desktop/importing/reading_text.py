"""Reads the lines of a file somebody else wrote: .txt in the encodings China uses, paragraphs of a .docx."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from xiaoxie_desktop.core.errors import BadInput

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes of a file that is read at all."""
LARGEST_UNPACKED = 200 * 1024 * 1024
LARGEST_RATIO = 100
MOST_ENTRIES = 2_000
_ENCODINGS = ("utf-8-sig", "gb18030", "big5")


def read_lines(path: Path) -> tuple[str, ...]:
    """The lines (.txt) or paragraphs (.docx) of the file, as stored.

    Raises:
        BadInput: when the file is missing, too large, or cannot be read as text.
    """
    data = _bytes(path)
    return _docx(path) if path.suffix.lower() == ".docx" else _decoded(path, data)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(f"“{path.name}”太大了，最多 20 MB，请确认选对了文件。")
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"“{path.name}”打不开，请确认文件还在、没有被别的程序占用。", details=str(error)
        ) from error


def _decoded(path: Path, data: bytes) -> tuple[str, ...]:
    for encoding in _ENCODINGS:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    raise BadInput(f"“{path.name}”不是文本文件，请另存为 .txt 或 .docx 再试。")


def _docx(path: Path) -> tuple[str, ...]:
    from docx import Document  # noqa: PLC0415  62 ms that only reading Word files should cost

    guard_zip(path)
    try:
        document = Document(str(path))
        return tuple(paragraph.text for paragraph in document.paragraphs)
    except Exception as error:  # a foreign file may fail in any way, deep inside the libraries
        raise _no_word_file(path, error) from error


def guard_zip(path: Path) -> None:
    """Refuse an archive that is damaged, or would unpack to more than a document ever needs.

    Raises:
        BadInput: for a bomb, an entry outside its folder, or no archive at all.
    """
    try:
        with ZipFile(path) as archive:
            entries = archive.infolist()
    except (BadZipFile, OSError, NotImplementedError) as error:
        raise _no_word_file(path, error) from error
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    outside = any(entry.filename.startswith(("/", "\\")) or ".." in entry.filename for entry in entries)
    if (
        len(entries) > MOST_ENTRIES
        or unpacked > LARGEST_UNPACKED
        or unpacked > packed * LARGEST_RATIO
        or outside
    ):
        raise BadInput(f"“{path.name}”的内容不像一份普通文档，为安全起见没有打开。")


def _no_word_file(path: Path, error: Exception) -> BadInput:
    said = f"“{path.name}”不是完好的 Word 文件，请用 Word 或 WPS 打开后另存一份再试。"
    return BadInput(said, details=type(error).__name__)
