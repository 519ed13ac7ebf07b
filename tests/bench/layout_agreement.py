"""How far LibreOffice breaks lines and pages of our Word files where we do; needs soffice and pdftotext, judges nothing.

``python -m tests.bench.layout_agreement --documents 80 --seed 20261``: random documents of the shipped kinds, once as
they are, once with many Latin words, once with many marks, once with every form and element (``--documents 370`` draws
each of them fifty times). ``--soffice`` names another LibreOffice, ``--soffice ours`` compares the program's own .pdf
instead, ``--show 5`` prints differing lines. Faces with the right widths must be installed under the names the file uses (see docs/official).
"""

import argparse
import base64
import html
import re
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path

from tests.bench.element_counts import count_elements
from tests.bench.random_documents import CORPORA, PICTURE, RandomDocuments
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import (
    Page,
    PagedDocument,
    Role,
    StyledChart,
)
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.export.docx_writer import docx_bytes
from xiaoxie_desktop.official.layout import lay_out
from xiaoxie_desktop.official.line_setting import LineSetter
from xiaoxie_desktop.official.styling import styled_paragraphs
from xiaoxie_desktop.resource_files import resource_path

OURS = "ours"
_WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
_SIZE = re.compile(r'width="([\d.]+)" height="([\d.]+)"')
_LANDSCAPE_MARGIN = 99.0
"""Points at the left of a landscape page that hold its page number only."""
_TWIPS_PER_POINT = 20
_SAME_LINE = 6.0
"""Points by which the middles of words of one line may differ."""
_AT_ONCE = 40
_PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=="
)
_SIGNATURE = (Role.ISSUING_AUTHORITY_SIGNATURE, Role.DATE_OF_ISSUE)


@dataclass(frozen=True, slots=True)
class PdfLine:
    """A line found in a PDF; ``y`` of its middle in twips."""

    y: float
    text: str


@dataclass(slots=True)
class Agreement:
    """Counts over one corpus."""

    documents: int = 0
    pages: int = 0
    equal_pages: int = 0
    lines: int = 0
    equal_lines: int = 0
    signatures: int = 0
    equal_signatures: int = 0
    pinned: int = 0
    elements: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def compare(self, name: str, document: PagedDocument, pdf: Sequence[Sequence[PdfLine]]) -> None:
        """Count equal lines and pages of one document."""
        self.documents += 1
        ours = document.pages
        theirs = [_without_charts(page, found, document) for page, found in zip(ours, pdf, strict=False)]
        theirs += [[line.text for line in found] for found in pdf[len(ours) :]]
        for page, found in zip_longest(ours, theirs):
            wanted = list(_line_texts(page)) if page else []
            self.pages += 1
            self.equal_pages += wanted == list(found or ())
            for number, (one, other) in enumerate(zip_longest(wanted, found or ()), start=1):
                self.lines += 1
                self.equal_lines += one == other
                if one != other:
                    self.differences.append(
                        f"{name} p{page.number if page else '-'} l{number}: {one} | {other}"
                    )
        for page, found in zip(ours, theirs, strict=False):
            self._signatures(page, found)

    def _signatures(self, page: Page, found: Sequence[str]) -> None:
        wanted = list(_line_texts(page))
        for line in page.lines:
            self.pinned += line.setting.pinned
            if line.role in _SIGNATURE:
                text = _squeezed(line.text)
                self.signatures += 1
                equal = text in found and found.index(text) == wanted.index(text)
                self.equal_signatures += equal
                if not equal:
                    self.differences.append(f"p{page.number}: {line.role.value} elsewhere: {text}")

    def report(self, name: str) -> str:
        """One line of figures."""
        return (
            f"{name:<12} {self.documents} documents, {self.pages} pages, {self.lines} lines: lines "
            f"{_share(self.equal_lines, self.lines)}, pages {_share(self.equal_pages, self.pages)}, "
            f"signature and date {_share(self.equal_signatures, self.signatures)}, {self.pinned} lines pinned"
        )


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "–"


def _line_texts(page: Page) -> Iterator[str]:
    """The lines of a page from top to bottom without their spaces; cells side by side are one line."""
    shown = (line for line in page.lines if _squeezed(line.text) and line.role is not Role.CHART_TEXT)
    lines = sorted(shown, key=lambda one: (one.baseline, one.x))
    row: list[str] = []
    at = None
    for line in lines:
        if at is not None and line.baseline != at:
            yield "".join(row)
            row = []
        row.append(_squeezed(line.text))
        at = line.baseline
    if row:
        yield "".join(row)


def chart_bands(page: Page, document: PagedDocument) -> list[tuple[int, int]]:
    """The heights of a page that charts take, in twips: an office program writes there what it likes."""
    bands = []
    for paragraph in {line.paragraph for line in page.lines if line.role is Role.CHART_TEXT}:
        chart = document.paragraphs[paragraph].holds
        if isinstance(chart, StyledChart):
            lines = [line for line in page.lines if line.paragraph == paragraph]
            first = [line for line in lines if line.cell == (0, 0) and line.x == lines[0].x]
            middle = (first[0].y + first[-1].y + first[-1].setting.pitch) // 2
            top = middle - chart.height // len(chart.values) // 2
            bands.append((top, top + chart.height))
    return bands


def _without_charts(page: Page, found: Sequence[PdfLine], document: PagedDocument) -> list[str]:
    bands = chart_bands(page, document)
    return [line.text for line in found if not _inside(line.y, bands)]


def _inside(y: float, bands: Sequence[tuple[int, int]]) -> bool:
    return any(top <= y < bottom for top, bottom in bands)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def pdf_lines(pdf: Path) -> list[list[PdfLine]]:
    """The lines of each page of ``pdf``, page numbers left out."""
    done = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True)
    pages = done.stdout.decode(errors="replace").split("<page ")[1:]
    return [list(_lines_of(page)) for page in pages]


def _lines_of(page: str) -> Iterator[PdfLine]:
    width, height = (float(one) for one in _SIZE.findall(page)[0])
    margin = _LANDSCAPE_MARGIN if width > height else 0.0
    words = [
        ((float(top) + float(bottom)) / 2, float(left), html.unescape(text))
        for left, top, right, bottom, text in _WORD.findall(page)
        if float(right) > margin
    ]
    rows: list[list[tuple[float, float, str]]] = []
    for word in sorted(words):
        if rows and word[0] - rows[-1][-1][0] < _SAME_LINE:
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        text = _squeezed("".join(one[2] for one in sorted(row, key=lambda one: one[1])))
        if not re.fullmatch(r"—\d+—", text):
            yield PdfLine(row[0][0] * _TWIPS_PER_POINT, text)


def convert(files: Sequence[Path], folder: Path, soffice: str) -> None:
    """Turn Word files into PDF in a profile of their own, a few at a time: LibreOffice gives up on hundreds."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    for start in range(0, len(files), _AT_ONCE):
        some = map(str, files[start : start + _AT_ONCE])
        subprocess.run([*command, *some], capture_output=True, check=True, timeout=1800)


def paint(paged: Mapping[Path, PagedDocument]) -> None:
    """The program's own .pdf beside each Word file."""
    from xiaoxie_desktop.ui.preview.pdf import paint_pdf  # noqa: PLC0415 - only this one needs Qt

    for path, document in paged.items():
        path.with_suffix(".pdf").write_bytes(paint_pdf(document, path.stem))


def measure(
    corpus: str, seed: int, documents: int, soffice: Sequence[str], measures: Measures
) -> Iterator[tuple[str, Agreement]]:
    """Make a corpus, convert it with each LibreOffice, and compare."""
    maker, setter = RandomDocuments(seed), LineSetter(measures)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paged, drawn = {}, Counter[str]()
        for number in range(documents):
            path, document = folder / f"{corpus}{number:03}.docx", CORPORA[corpus](maker)
            paged[path] = lay_out(styled_paragraphs(document, measures), measures, setter)
            drawn += count_elements(document, paged[path])
            path.write_bytes(docx_bytes(paged[path], measures, pictures={PICTURE: _PNG}))
        for program in soffice:
            if program == OURS:
                paint(paged)
            else:
                convert(list(paged), folder, program)
            agreement = Agreement(elements=drawn)
            for path, pages in paged.items():
                agreement.compare(path.stem, pages, pdf_lines(path.with_suffix(".pdf")))
            yield program, agreement


def main() -> None:
    """Print one line for each corpus and LibreOffice, then what was drawn."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=60)
    parser.add_argument("--seed", type=int, default=20261)
    parser.add_argument("--soffice", action="append")
    parser.add_argument("--corpus", choices=tuple(CORPORA), action="append")
    parser.add_argument("--profile")
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    profile = options.profile and resource_path("official", "profiles", f"{options.profile}.toml")
    measures = load_measures(resource_path("official"), profile)
    for corpus in options.corpus or CORPORA:
        programs = options.soffice or ["soffice"]
        for program, agreement in measure(corpus, options.seed, options.documents, programs, measures):
            print(agreement.report(corpus), f"({program})")
            print(
                "   drawn:", ", ".join(f"{name} {count}" for name, count in agreement.elements.most_common())
            )
            for difference in agreement.differences[: options.show]:
                print("  ", difference)


if __name__ == "__main__":
    main()
