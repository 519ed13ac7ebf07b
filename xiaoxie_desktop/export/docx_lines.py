"""A paragraph's text as it is written into a Word file: line by line, each line with its own character spacing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from xiaoxie_desktop.core.pages import FaceRole, PagedDocument, Run, SetLine, StyledChart, StyledParagraph
from xiaoxie_desktop.export.block_texts import block_rows
from xiaoxie_desktop.export.control_characters import writable


@dataclass(frozen=True, slots=True)
class SpacedRun:
    r"""Text of one face and one spacing (twips); ``"\n"`` and ``"\t"`` in it are line breaks and tabs."""

    text: str
    face: FaceRole
    spacing: int
    bold: bool = False


CellLines = Mapping[tuple[int, tuple[int, int]], Sequence[SetLine]]
"""The lines of each cell by paragraph and (row, column)."""


def lines_by_paragraph(document: PagedDocument) -> Mapping[int, Sequence[SetLine]]:
    """The lines of each paragraph in order, from all pages; those of cells are not among them."""
    found: defaultdict[int, list[SetLine]] = defaultdict(list)
    for page in document.pages:
        for line in page.lines:
            if line.cell is None:
                found[line.paragraph].append(line.setting)
    return found


def lines_by_cell(document: PagedDocument) -> CellLines:
    """The lines of every cell of tables and every caption of pictures."""
    found: defaultdict[tuple[int, tuple[int, int]], list[SetLine]] = defaultdict(list)
    for page in document.pages:
        for line in page.lines:
            if line.cell is not None:
                found[line.paragraph, line.cell].append(line.setting)
    return found


def spaced_runs(paragraph: StyledParagraph, lines: Sequence[SetLine], final: bool) -> tuple[SpacedRun, ...]:
    """The runs of a paragraph; pinned lines, and with ``final`` every line, end in a line break.

    Control characters no file can hold are left out.
    """
    return tuple(_merged(_pieces(paragraph, lines, final)))


def written_text(document: PagedDocument, final: bool = False) -> tuple[str, ...]:
    """What a file of ``document`` has to say, paragraph by paragraph; those without text are left out."""
    lines, cells = lines_by_paragraph(document), lines_by_cell(document)
    texts: list[str] = []
    for index, one in enumerate(document.paragraphs):
        if one.holds is None:
            texts.append(_text(spaced_runs(one, lines.get(index, ()), final)))
        elif not isinstance(one.holds, StyledChart):
            for number, row in enumerate(block_rows(one.holds)):
                for column, cell in enumerate(row):
                    cell_lines = cells.get((index, (number, column)), ())
                    texts.append(_text(spaced_runs(cell, cell_lines, final)))
    return tuple(text for text in texts if text)


def _text(runs: Iterable[SpacedRun]) -> str:
    return "".join(run.text for run in runs)


def _pieces(paragraph: StyledParagraph, lines: Sequence[SetLine], final: bool) -> Iterator[SpacedRun]:
    text, done = paragraph.text, 0
    for number, line in enumerate(lines):
        last = number + 1 == len(lines)
        end = len(text) if last else lines[number + 1].start
        for run in _cut(paragraph.runs, done, end):
            yield SpacedRun(writable(run.text), run.face, line.spacing, run.bold)
        broken = text[line.end : end].endswith("\n")
        if not last and not broken and (line.pinned or final):
            at = _run_at(paragraph.runs, end - 1)
            yield SpacedRun("\n", at.face, line.spacing, at.bold)
        done = end


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield Run(text, run.face, run.bold)
        at += len(run.text)


def _run_at(runs: Sequence[Run], position: int) -> Run:
    for run in runs:
        if position < len(run.text):
            return run
        position -= len(run.text)
    return runs[-1]


def _merged(runs: Iterable[SpacedRun]) -> Iterator[SpacedRun]:
    """Neighbours of the same face and spacing as one run."""
    current: SpacedRun | None = None
    for run in runs:
        if current and replace(run, text=current.text) == current:
            current = replace(current, text=current.text + run.text)
            continue
        if current and current.text:
            yield current
        current = run
    if current and current.text:
        yield current
