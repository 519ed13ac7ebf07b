"""From a composed report to the official document: which words become which element of GB/T 9704-2012."""

from collections.abc import Iterator
from datetime import date

from xiaoxie_desktop.core.answers import Answers, Items, Rows
from xiaoxie_desktop.core.composed import ComposedReport, ComposedSection
from xiaoxie_desktop.core.composing import official_form, report_speaker
from xiaoxie_desktop.core.draft import Draft
from xiaoxie_desktop.core.official_document import (
    Annex,
    BodyParagraph,
    Direction,
    Imprint,
    Masthead,
    OfficialDocument,
    OfficialForm,
)
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.punctuation import phrase, without_brackets
from xiaoxie_desktop.core.report import ReportKind


def assemble(
    kind: ReportKind, draft: Draft, organization: Organization, composed: ComposedReport
) -> OfficialDocument:
    """The official document of a draft. Elements whose answers are missing are left out.

    The mark of a joint document is that of the first authority, the sponsor (7.2.4).
    """
    speaker = report_speaker(kind, draft, organization)
    answers = speaker.answers
    form = official_form(speaker, kind)
    red_head = form is OfficialForm.DOCUMENT
    return OfficialDocument(
        title=composed.title,
        body=tuple(body_of(composed)),
        form=form,
        masthead=_masthead(kind, answers, organization) if red_head else None,
        main_recipients=_text(answers, "main_recipients").rstrip("：:"),
        issuing_authorities=_authorities(answers, organization),
        date_of_issue=_date(answers, "date_of_issue"),
        sealed=answers.get("sealed") is not False,
        remarks=without_brackets(_text(answers, "remarks")),
        annexes=tuple(_annexes(answers)),
        imprint=_imprint(answers, organization) if red_head else None,
        keep_together=_names(answers, organization),
    )


def body_of(composed: ComposedReport) -> Iterator[BodyParagraph]:
    """The body: section headings stand alone, paragraphs follow; a line break typed by the writer splits one."""
    for section in composed.sections:
        if section.heading:
            yield BodyParagraph(
                heading=section.heading, heading_level=section.level, place=(section.section, "")
            )
        yield from _paragraphs(section)


def _paragraphs(section: ComposedSection) -> Iterator[BodyParagraph]:
    for paragraph in section.paragraphs:
        lines = [line.strip() for line in paragraph.text.split("\n")]
        first, *others = lines
        if first or paragraph.heading:
            yield BodyParagraph(first, paragraph.heading, paragraph.heading_level, paragraph.place)
        yield from (BodyParagraph(line, place=paragraph.place) for line in others if line)


def _masthead(kind: ReportKind, answers: Answers, organization: Organization) -> Masthead:
    name = next(iter(_authorities(answers, organization)), "")
    upward = kind.direction is Direction.UPWARD
    return Masthead(
        issuing_authority_mark=organization.mark or (f"{name}文件" if name else ""),
        document_number=_text(answers, "document_number"),
        signers=_list(answers, "signer") if upward else (),
    )


def _authorities(answers: Answers, organization: Organization) -> tuple[str, ...]:
    name = _text(answers, "issuing_authority") or organization.name
    return tuple(line.strip() for line in name.split("\n") if line.strip())


def _imprint(answers: Answers, organization: Organization) -> Imprint | None:
    imprint = Imprint(
        copy_to=_text(answers, "copy_to").removeprefix("抄送：").rstrip("。"),
        printing_authority=_text(answers, "printing_authority") or organization.printing_authority,
        printing_date=_date(answers, "printing_date") or _date(answers, "date_of_issue"),
    )
    return imprint if imprint.copy_to or imprint.printing_authority else None


def _annexes(answers: Answers) -> Iterator[Annex]:
    rows = answers.get("annexes")
    for row in rows.rows if isinstance(rows, Rows) else ():
        title, text = phrase(_text(row.cells, "title")), _text(row.cells, "text")
        if title:
            lines = (line.strip() for line in text.split("\n"))
            yield Annex(title, tuple(BodyParagraph(line) for line in lines if line))


def _names(answers: Answers, organization: Organization) -> tuple[str, ...]:
    own = (organization.name, organization.short_name, organization.place)
    names = (*own, *_authorities(answers, organization), phrase(_text(answers, "theme")))
    return tuple(dict.fromkeys(name for name in names if name))


def _text(answers: Answers, name: str) -> str:
    value = answers.get(name)
    return value.strip() if isinstance(value, str) else ""


def _list(answers: Answers, name: str) -> tuple[str, ...]:
    value = answers.get(name)
    if isinstance(value, str):
        return (value,) if value.strip() else ()
    return tuple(text.strip() for text in value.texts if text.strip()) if isinstance(value, Items) else ()


def _date(answers: Answers, name: str) -> date | None:
    value = answers.get(name)
    return value if isinstance(value, date) else None
