"""Reads a written Word file back with python-docx and compares its text with what was to be said."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from xiaoxie_desktop.core.errors import ExportError

_SHOWN = 12


def read_text(path: Path) -> tuple[str, ...]:
    """The text of every paragraph that has any, in reading order, those in tables too.

    Raises ExportError when the file is no Word file.
    """
    try:
        document = docx.Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise ExportError("写好的 Word 文件打不开，请再导出一次。", details=repr(error)) from error
    head = _letter_head(document)
    return tuple(text for text in (*head, *_texts(document.iter_inner_content())) if text)


def verify(path: Path, expected: Iterable[str]) -> None:
    """Compare paragraph by paragraph; raises ExportError naming the first difference."""
    for number, (wanted, found) in enumerate(zip_longest(expected, read_text(path)), start=1):
        if wanted != found:
            raise ExportError(_difference(number, wanted, found))


def _letter_head(document: Document) -> tuple[str, ...]:
    """The mark of a letter stands in the header of its first page."""
    first = document.sections[0] if document.sections else None
    if first is None or not first.different_first_page_header_footer:
        return ()
    return tuple(_texts(first.first_page_header.iter_inner_content()))


def _texts(blocks: Iterable[Paragraph | Table]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                # Not row.cells, which tells a joined cell once for each row.
                for cell in row._tr.tc_lst:
                    yield from _texts(_Cell(cell, block).iter_inner_content())


def _difference(number: int, wanted: str | None, found: str | None) -> str:
    end = "请再导出一次；还是这样时，请把草稿和这句话告诉开发人员。"
    if found is None:
        return f"写好的 Word 文件少了第{number}段“{_start(wanted)}”，{end}"
    if wanted is None:
        return f"写好的 Word 文件多了第{number}段“{_start(found)}”，{end}"
    return f"写好的 Word 文件第{number}段应为“{_around(wanted, found)}”，读出来是“{_around(found, wanted)}”，{end}"


def _start(text: str | None) -> str:
    return (text or "")[:_SHOWN]


def _around(text: str, other: str) -> str:
    """The piece of ``text`` from a little before the first character that differs from ``other``."""
    same = next((at for at, pair in enumerate(zip_longest(text, other)) if pair[0] != pair[1]), 0)
    return text[max(0, same - _SHOWN // 2) : same + _SHOWN]
