"""What an edited text lacks or keeps against the facts of today: offered to the writer, never changed silently."""

from collections.abc import Iterator

from xiaoxie_desktop.core.composed import ComposedParagraph, ComposedReport, Figure, text_of
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.report import ReportKind


def check_texts(kind: ReportKind, composed: ComposedReport) -> tuple[Finding, ...]:
    """Findings of paragraphs whose words the writer changed, in the order of the document."""
    paragraphs = (one for section in composed.sections for one in section.paragraphs if one.edited)
    return tuple(finding for paragraph in paragraphs for finding in _paragraph(kind, paragraph))


def _paragraph(kind: ReportKind, paragraph: ComposedParagraph) -> Iterator[Finding]:
    for piece in paragraph.pieces:
        if isinstance(piece, Figure) and piece.missing:
            name = _name(kind, piece)
            said = f"“{name}”现在没填，您改过的这一段里还留着它的位置，请填上，或把它从文中删去。"
            yield _finding("text_gap", paragraph, said, piece.ref.field, Severity.ERROR)
    for clause in paragraph.came:
        said = f"这一段改过以后又多了一句“{text_of(clause.pieces).rstrip('，。；')}”，文中还没有。"
        yield _finding("text_came", paragraph, said)
    if paragraph.went:
        said = "这一段改过以后，有的内容已经不填了，请看看文中还要不要写。"
        yield _finding("text_went", paragraph, said)
    for figure in paragraph.lost:
        said = f"“{_name(kind, figure)}”是“{figure.text}”，这一段里没有写，请看看是不是漏了。"
        yield _finding("text_lost", paragraph, said, figure.ref.field)


def _name(kind: ReportKind, figure: Figure) -> str:
    field = kind.field(figure.ref.parent or figure.ref.field)
    return field.label if field else figure.ref.field


def _finding(
    rule: str,
    paragraph: ComposedParagraph,
    message: str,
    field: str = "",
    severity: Severity = Severity.WARNING,
) -> Finding:
    return Finding(rule, severity, message, section=paragraph.section, paragraph=paragraph.key, field=field)
