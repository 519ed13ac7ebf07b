"""Exporting a draft: document, styled paragraphs, file, and the proof that the file says what it should."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from xiaoxie_desktop.core.composed import ComposedReport
from xiaoxie_desktop.core.composing import compose
from xiaoxie_desktop.core.document_assembly import assemble
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.errors import BadInput, ExportError
from xiaoxie_desktop.core.findings import Finding
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import OfficialDocument
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.pages import PagedDocument, StyledParagraph
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.export.control_characters import without_control_characters
from xiaoxie_desktop.export.pdf_outline import OutlineEntry, with_outline
from xiaoxie_desktop.export.text import to_text
from xiaoxie_desktop.export.writing import write_file
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.styling import styled_paragraphs
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.workflow.checking import findings_of
from xiaoxie_desktop.workflow.final_copy import with_embedded_fonts

LONGEST_NAME = 60
"""Characters of a proposed file name; longer ones fail on USB sticks and in old Windows dialogs."""

PaintPdf = Callable[[PagedDocument, str], bytes]
"""Paints pages with a title into the bytes of a PDF file; only the window's side of the program can."""

_FORBIDDEN = dict.fromkeys((*range(32), *map(ord, '\\/:*?"<>|')))
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{one}{n}" for one in ("COM", "LPT") for n in range(1, 10))}
)
"""Names Windows keeps for devices, with any ending."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft as every painter and check needs it, made once per state of the draft."""

    composed: ComposedReport
    document: OfficialDocument
    paragraphs: tuple[StyledParagraph, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and how many characters no document can hold were left out."""

    path: Path
    removed_characters: int = 0


@cache
def measures() -> Measures:
    """The measures of the standard, read once."""
    return load_measures(resource_path("official"))


@cache
def _line_setter() -> LineSetter:
    """Remembers set paragraphs, so that only a changed one is set again."""
    return LineSetter(measures())


def paged(prepared: Prepared) -> PagedDocument:
    """The pages of a prepared draft, as Word file, PDF, print and preview show them."""
    return lay_out(prepared.paragraphs, measures(), _line_setter())


def paged_document(document: OfficialDocument) -> PagedDocument:
    """The pages of an official document nobody has to check first."""
    return lay_out(styled_paragraphs(document, measures()), measures(), _line_setter())


def prepare(kind: ReportKind, draft: Draft, organization: Organization) -> Prepared:
    """The document of a draft with everything there is to say about it."""
    composed = compose(kind, draft, organization)
    document = assemble(kind, draft, organization, composed)
    paragraphs = styled_paragraphs(document, measures())
    return Prepared(composed, document, paragraphs, findings_of(kind, draft, organization, composed))


def text_lines(prepared: Prepared) -> tuple[str, ...]:
    """The lines of the document as exported to .txt."""
    return tuple(to_text(prepared.paragraphs, measures()).split("\n"))


def export(
    prepared: Prepared, target: Path, paint_pdf: PaintPdf | None = None, *, final: bool = False
) -> ExportReport:
    """Write the document to ``target`` by its ending (.docx, .txt, .pdf), whole or not at all.

    ``paint_pdf`` is needed for .pdf only. ``final`` (定稿) pins every line of a .docx and embeds its fonts.

    Raises:
        BadInput: another ending.
        ExportError: the file cannot be written, or reads back differently; then the old file still stands.
    """
    match target.suffix.lower():
        case ".docx":
            _export_docx(prepared, target, final)
        case ".txt":
            write_file(target, to_text(prepared.paragraphs, measures()).encode())
        case ".pdf" if paint_pdf:
            _export_pdf(prepared, target, paint_pdf)
        case ".pdf" | ".xlsx" | ".zip" as ending:
            raise BadInput(f"这个版本还不能导出 {ending}，请导出 .docx、.pdf 或 .txt。")
        case _:
            raise BadInput(f"“{target.name}”的结尾应是 .docx、.pdf 或 .txt，请改一下文件名。")
    return ExportReport(target, len(without_control_characters(prepared.paragraphs).removed))


def _export_docx(prepared: Prepared, target: Path, final: bool) -> None:
    # python-docx costs 62 ms that only an export should pay, so it is imported when one is made.
    from xiaoxie_desktop.export.docx_lines import written_text  # noqa: PLC0415
    from xiaoxie_desktop.export.docx_writer import DocumentProperties, docx_bytes  # noqa: PLC0415
    from xiaoxie_desktop.export.read_back import verify  # noqa: PLC0415

    document = prepared.document
    issued = document.date_of_issue
    properties = DocumentProperties(
        document.title,
        "、".join(document.issuing_authorities),
        *((datetime(issued.year, issued.month, issued.day),) if issued else ()),
    )
    pages = paged(prepared)
    named, fonts = with_embedded_fonts(pages, measures()) if final else (measures(), {})
    data = docx_bytes(pages, named, properties, final=final, fonts=fonts)
    expected = written_text(pages, final=final)
    write_file(target, data, lambda path: verify(path, expected))


def _export_pdf(prepared: Prepared, target: Path, paint_pdf: PaintPdf) -> None:
    pages = paged(prepared)
    data = paint_pdf(pages, prepared.document.title)
    write_file(target, with_outline(data, tuple(_outline(pages))))


def _outline(document: PagedDocument) -> Iterator[OutlineEntry]:
    """The headings, each where its first line stands."""
    listed: set[int] = set()
    for place, page in enumerate(document.pages):
        for line in page.lines:
            if line.paragraph < 0 or line.paragraph in listed:
                continue
            listed.add(line.paragraph)
            paragraph = document.paragraphs[line.paragraph]
            if level := paragraph.format.outline_level:
                text = paragraph.text.replace("\n", "")
                yield OutlineEntry(text, level, place, line.y, page.height)


def proposed_name(title: str) -> str:
    """A file name for this title, without its ending: no character that Windows refuses, not too long."""
    name = title.translate(_FORBIDDEN).strip(" .")[:LONGEST_NAME].strip(" .")
    return f"报告{name}" if not name or name.split(".")[0].upper() in _DEVICES else name


def free_name(folder: Path, name: str, ending: str) -> Path:
    """The proposed path, with （2）, （3） … where the name is taken."""
    path, number = folder / f"{name}{ending}", 2
    while path.exists():
        path = folder / f"{name}（{number}）{ending}"
        number += 1
        if number > 999:
            raise ExportError("这个文件夹里同名的文件太多了，请换一个文件夹。")
    return path
