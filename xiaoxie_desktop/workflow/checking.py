"""Checking a draft or somebody's text: figures, edited words, placeholders and dates in one list of findings."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from xiaoxie_desktop.core.answers import Answers, DocumentReference, Items, Rows, Value, is_filled
from xiaoxie_desktop.core.arithmetic import effective_answers, visible_fields
from xiaoxie_desktop.core.checks import check_answers
from xiaoxie_desktop.core.composed import ComposedReport, Figure
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.findings import SEVERITY_ORDER, Finding, Severity
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.core.text_findings import check_texts
from xiaoxie_desktop.definitions.text_rules import text_rules
from xiaoxie_desktop.importing.reading_text import read_lines
from xiaoxie_desktop.proofreading.text_checks import check_lines


def findings_of(
    kind: ReportKind, draft: Draft, organization: Organization, composed: ComposedReport
) -> tuple[Finding, ...]:
    """Everything there is to say about a draft, errors first, then in the order of the document."""
    found = (
        *check_answers(kind, draft),
        *_unsigned(kind, draft, organization),
        *check_texts(kind, composed),
        *_words(kind, draft, composed),
    )
    order = {section.id: number for number, section in enumerate(kind.steps())}
    return tuple(
        sorted(found, key=lambda one: (SEVERITY_ORDER[one.severity], order.get(one.section, len(order))))
    )


def _unsigned(kind: ReportKind, draft: Draft, organization: Organization) -> Iterator[Finding]:
    """A document nobody signs: neither the unit profile nor the draft names the unit."""
    if not organization.name.strip() and not is_filled(draft.answers.get("issuing_authority")):
        said = "单位名称还没填，请在设置的“单位资料”里填上，或在这里填落款单位。"
        yield Finding(
            "unsigned", Severity.ERROR, said, section=kind.document_section, field="issuing_authority"
        )


def _words(kind: ReportKind, draft: Draft, composed: ComposedReport) -> Iterator[Finding]:
    """Text rules over what was typed and over the words the writer changed; shipped wordings need none."""
    answers = effective_answers(kind, draft)
    for section in kind.steps():
        if section.id not in draft.omitted:
            for field in visible_fields(section, answers):
                for row, text in _texts(answers, field.id):
                    yield from _placed(text, section=section.id, field=field.id, row=row)
    for composed_section in composed.sections:
        for paragraph in composed_section.paragraphs:
            if paragraph.edited:
                own = "".join("　" if isinstance(one, Figure) else one for one in paragraph.pieces)
                yield from _placed(own, section=paragraph.section, paragraph=paragraph.key)


def _placed(
    text: str, *, section: str, field: str = "", row: str = "", paragraph: str = ""
) -> Iterator[Finding]:
    for finding in check_lines(text.split("\n"), text_rules()):
        yield replace(finding, line=0, column=0, section=section, field=field, row=row, paragraph=paragraph)


def _texts(answers: Answers, field_id: str) -> Iterator[tuple[str, str]]:
    value = answers.get(field_id)
    if isinstance(value, Rows):
        for row in value.rows:
            for cell in row.cells.values():
                yield from ((row.uid, text) for text in _words_of(cell))
    elif value is not None:
        yield from (("", text) for text in _words_of(value))


def _words_of(value: Value) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Items(texts):
            yield from texts
        case DocumentReference(title, number):
            yield from (title, number)
        case _:
            return


def located(
    findings: tuple[Finding, ...], lines: tuple[str, ...], composed: ComposedReport
) -> tuple[Finding, ...]:
    """The findings with line and column in the exported text, where their place is printed."""
    return tuple(_located(finding, lines, composed) for finding in findings)


def _located(finding: Finding, lines: tuple[str, ...], composed: ComposedReport) -> Finding:
    for wanted in _printed_forms(finding, composed):
        for number, line in enumerate(lines, 1):
            at = line.find(wanted)
            if at >= 0:
                return replace(finding, line=number, column=at + 1, length=len(wanted), excerpt=wanted)
    return finding


def _printed_forms(finding: Finding, composed: ComposedReport) -> Iterator[str]:
    if finding.excerpt:
        yield finding.excerpt
    for section in composed.sections:
        for paragraph in section.paragraphs:
            for piece in paragraph.pieces:
                if (
                    isinstance(piece, Figure)
                    and piece.text
                    and finding.field in {piece.ref.field, piece.ref.parent}
                ):
                    yield piece.text


def check_file(path: Path) -> tuple[Finding, ...]:
    """Findings in a .txt or .docx somebody else wrote; ``line`` is the line, in a .docx the paragraph.

    Raises:
        BadInput: the file cannot be read.
    """
    return check_lines(read_lines(path), text_rules())
