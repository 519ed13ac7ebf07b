"""Composing a report: clauses whose facts are there become sentences, paragraphs and numbered sections.

Nothing here decides words; they stand in the definitions. A clause with a missing fact disappears and the
rest is joined correctly, so a text never says more than the facts do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from xiaoxie_desktop.core.answers import Row
from xiaoxie_desktop.core.arithmetic import effective_answers
from xiaoxie_desktop.core.composed import (
    ComposedClause,
    ComposedParagraph,
    ComposedReport,
    ComposedSection,
    Figure,
    Piece,
    text_of,
)
from xiaoxie_desktop.core.conditions import holds
from xiaoxie_desktop.core.draft import Draft, EditedText, Texts
from xiaoxie_desktop.core.numbering import HeadingCounter
from xiaoxie_desktop.core.numerals import chinese_number
from xiaoxie_desktop.core.official_document import OfficialForm
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import Clause, ParagraphTemplate, ReportKind, Section, Sentence
from xiaoxie_desktop.core.wording import Speaker, figure_again, fill, first_filled, speaker_for

EXTRA_PARAGRAPH = "extra"
"""The key of what the writer adds at the end of a section in words of their own."""


def compose(kind: ReportKind, draft: Draft, organization: Organization) -> ComposedReport:
    """The report as the facts and the writer have it now. Pure; some milliseconds for a full report."""
    speaker = report_speaker(kind, draft, organization)
    composer = _Composer(speaker, draft.texts, draft.omitted)
    sections = tuple(
        composed for section in kind.sections for composed in composer.section_with_children(section)
    )
    return ComposedReport(_title(kind, speaker), sections)


def report_speaker(kind: ReportKind, draft: Draft, organization: Organization) -> Speaker:
    """What the report's wordings are filled from."""
    answers = effective_answers(kind, draft)
    return speaker_for(kind, answers, draft.year, standing_texts(organization))


def standing_texts(organization: Organization) -> Mapping[str, str]:
    """The standing holes the unit profile fills."""
    return {
        "organization": organization.name,
        "self": organization.self_reference or "我会",
        "place": organization.place,
    }


def official_form(speaker: Speaker, kind: ReportKind) -> OfficialForm:
    """The form the writer chose, else the kind's first."""
    chosen = speaker.answers.get("form")
    return next((form for form in kind.forms if form == chosen), kind.forms[0])


def _title(kind: ReportKind, speaker: Speaker) -> str:
    given = speaker.answers.get("title")
    if isinstance(given, str) and given.strip():
        return given.strip()
    form = official_form(speaker, kind)
    wordings = tuple(wording for one, wording in kind.titles if one is form)
    return text_of(first_filled(wordings, speaker) or (kind.name,))


@dataclass(frozen=True, slots=True)
class _Said:
    """A clause that is left: its id and pieces."""

    id: str
    pieces: tuple[Piece, ...]


class _Composer:
    """Walks the sections once, numbering headings as they turn out to be printed."""

    def __init__(self, speaker: Speaker, texts: Texts, omitted: tuple[str, ...]) -> None:
        self._speaker = speaker
        self._texts = texts
        self._omitted = omitted
        self._counter = HeadingCounter()

    def section_with_children(self, section: Section) -> Iterator[ComposedSection]:
        """The section, or its heading followed by those of its children that say something."""
        if not section.children:
            yield from self._section(section)
            return
        spoken = [child for child in section.children if self._says_something(child)]
        if spoken:
            yield ComposedSection(section.id, section.name, self._heading(section), section.level, ())
            for child in spoken:
                yield from self._section(child)

    def _says_something(self, section: Section) -> bool:
        if section.id in self._omitted:
            return False
        counter, self._counter = self._counter, HeadingCounter()
        said = any(True for _ in self._paragraphs(section))
        self._counter = counter
        return said

    def _section(self, section: Section) -> Iterator[ComposedSection]:
        if self._says_something(section):
            heading = self._heading(section)
            paragraphs = tuple(self._paragraphs(section))
            yield ComposedSection(section.id, section.name, heading, section.level, paragraphs)

    def _heading(self, section: Section) -> str:
        if not section.level:
            return ""
        words = text_of(first_filled(section.headings, self._speaker) or (section.name,))
        return f"{self._counter.next(section.level)}{words}"

    def _paragraphs(self, section: Section) -> Iterator[ComposedParagraph]:
        answered = any(field.id in self._speaker.answers for field in section.fields)
        for template in section.paragraphs:
            if holds(template.when, self._speaker.answers):
                yield from self._from_template(section, template, answered)
        extra = self._texts.get((section.id, EXTRA_PARAGRAPH))
        if extra and extra.pieces:
            own = ComposedParagraph(section.id, EXTRA_PARAGRAPH, pieces=())
            yield _with_edits(own, extra, [], self._speaker)

    def _from_template(
        self, section: Section, template: ParagraphTemplate, answered: bool
    ) -> Iterator[ComposedParagraph]:
        if not template.each:
            yield from self._paragraph(section, template, template.id, self._speaker, answered)
            return
        for row in self._speaker.rows_of(template.each):
            speaker = self._speaker.for_row(template.each, row)
            yield from self._paragraph(section, template, f"{template.id}:{row.uid}", speaker, answered)

    def _paragraph(
        self, section: Section, template: ParagraphTemplate, key: str, speaker: Speaker, answered: bool
    ) -> Iterator[ComposedParagraph]:
        said = [
            clause for sentence in template.sentences for clause in _sentence(sentence, speaker, answered)
        ]
        title = fill(template.heading, speaker) if template.heading else None
        edited = self._texts.get((section.id, key))
        if not said and not title and not (edited and answered):
            return
        pieces = tuple(piece for clause in said for piece in clause.pieces)
        level = section.level + 1 if title else 0
        paragraph = ComposedParagraph(
            section.id,
            key,
            pieces=merged(pieces),
            original=merged(pieces),
            clauses=tuple(clause.id for clause in said),
            heading=_numbered_heading(self._counter.next(level), title, bool(said)) if title else "",
            heading_level=level,
        )
        yield _with_edits(paragraph, edited, said, speaker) if edited else paragraph


def _numbered_heading(number: str, title: tuple[Piece, ...], runs_on: bool) -> str:
    return f"{number}{text_of(title)}{'。' if runs_on else ''}"


def _sentence(sentence: Sentence, speaker: Speaker, answered: bool) -> list[_Said]:
    """The clauses that are left, the first with the lead, each but the last with the join, the last with the end."""
    if not holds(sentence.when, speaker.answers) or (sentence.always and not answered):
        return []
    spoken = [(clause, one) for clause in sentence.clauses if (one := _clause(clause, speaker))]
    if not spoken or not (sentence.always or any(_carries(clause) for clause, _ in spoken)):
        return []
    lead = (fill(sentence.lead, speaker) if sentence.lead else None) or ()
    marks = [sentence.join] * (len(spoken) - 1) + [sentence.end]
    said = [_Said(one.id, (*one.pieces, mark)) for (_, one), mark in zip(spoken, marks, strict=True)]
    return [_Said(said[0].id, (*lead, *said[0].pieces)), *said[1:]]


def _carries(clause: Clause) -> bool:
    """Whether a clause can keep its sentence alive: it holds a fact or a condition."""
    return bool(clause.each or clause.when or any(wording.holes for wording in clause.wordings))


def _clause(clause: Clause, speaker: Speaker) -> _Said | None:
    if not holds(clause.when, speaker.answers):
        return None
    if not clause.each:
        pieces = first_filled(clause.wordings, speaker)
        return _Said(clause.id, pieces) if pieces else None
    said = [pieces for row in speaker.rows_of(clause.each) if (pieces := _row(clause, speaker, row))]
    if not said:
        return None
    pieces = tuple(_joined(said, clause))
    return _Said(clause.id, (clause.before, *pieces, clause.after))


def _row(clause: Clause, speaker: Speaker, row: Row) -> tuple[Piece, ...] | None:
    return first_filled(clause.wordings, speaker.for_row(clause.each, row))


def _joined(said: list[tuple[Piece, ...]], clause: Clause) -> Iterator[Piece]:
    for number, pieces in enumerate(said, 1):
        if number > 1:
            yield clause.join
        if clause.numbered and len(said) > 1:
            yield f"{chinese_number(number)}是"
        yield from pieces


def merged(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Neighbouring words made one piece, empty ones dropped."""
    out: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        elif piece:
            out.append(piece)
    return tuple(out)


def _with_edits(
    paragraph: ComposedParagraph, edited: EditedText, said: list[_Said], speaker: Speaker
) -> ComposedParagraph:
    """The writer's words with today's figures, and what the facts would say differently."""
    pieces = tuple(
        piece if isinstance(piece, str) else figure_again(piece, speaker) for piece in edited.pieces
    )
    kept = {piece.ref for piece in pieces if isinstance(piece, Figure)}
    came = tuple(ComposedClause(one.id, one.pieces) for one in said if one.id not in edited.clauses)
    new = {piece.ref for clause in came for piece in clause.pieces if isinstance(piece, Figure)}
    lost = tuple(
        piece
        for piece in paragraph.original
        if isinstance(piece, Figure) and piece.amount and piece.ref not in kept | new
    )
    went = tuple(one for one in edited.clauses if one not in paragraph.clauses)
    return replace(paragraph, pieces=merged(pieces), edited=True, came=came, went=went, lost=lost)
