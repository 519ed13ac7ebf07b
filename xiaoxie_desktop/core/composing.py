"""Composing a report: clauses whose facts are there become sentences, paragraphs and numbered sections.

Nothing here decides words; they stand in the definitions. A clause with a missing fact disappears and the
rest is joined correctly, so a text never says more than the facts do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby

from xiaoxie_desktop.core.answers import Answers, is_filled
from xiaoxie_desktop.core.arithmetic import effective_answers
from xiaoxie_desktop.core.composed import (
    ComposedParagraph,
    ComposedReport,
    ComposedSection,
    Piece,
    merged,
    text_of,
)
from xiaoxie_desktop.core.conditions import holds
from xiaoxie_desktop.core.draft import Draft, Texts
from xiaoxie_desktop.core.edited_texts import with_edits
from xiaoxie_desktop.core.numbering import heading_numbers
from xiaoxie_desktop.core.official_document import OfficialForm
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.punctuation import before_mark, phrase
from xiaoxie_desktop.core.report import (
    FieldType,
    ParagraphTemplate,
    ReportKind,
    Section,
    Wording,
)
from xiaoxie_desktop.core.sentences import sentence_clauses
from xiaoxie_desktop.core.wording import (
    STANDING_HOLES,
    Speaker,
    fill,
    first_filled,
    speaker_for,
)

EXTRA_PARAGRAPH = "extra"
"""The key of what the writer adds at the end of a section in words of their own."""


def compose(kind: ReportKind, draft: Draft, organization: Organization) -> ComposedReport:
    """The report as the facts and the writer have it now. Pure; some milliseconds for a full report."""
    speaker = report_speaker(kind, draft, organization)
    composer = _Composer(speaker, draft.texts, draft.omitted)
    sections = tuple(
        composed for section in kind.sections for composed in composer.section_with_children(section)
    )
    return ComposedReport(_title(kind, speaker), _numbered(sections))


def _numbered(sections: tuple[ComposedSection, ...]) -> tuple[ComposedSection, ...]:
    """The sections with their headings and those of their paragraphs numbered, now that all are known."""
    levels = [
        level
        for section in sections
        for level in (section.level, *(paragraph.heading_level for paragraph in section.paragraphs))
    ]
    numbers = iter(heading_numbers(levels))
    return tuple(
        replace(
            section,
            heading=f"{next(numbers)}{section.heading}",
            paragraphs=tuple(
                replace(paragraph, heading=f"{next(numbers)}{paragraph.heading}")
                for paragraph in section.paragraphs
            ),
        )
        for section in sections
    )


def report_speaker(kind: ReportKind, draft: Draft, organization: Organization) -> Speaker:
    """What the report's wordings are filled from."""
    answers = effective_answers(kind, draft)
    return speaker_for(kind, answers, draft.year, standing_texts(organization, answers))


def standing_texts(organization: Organization, answers: Answers) -> Mapping[str, str]:
    """The standing holes the unit profile fills; without one the unit is the one that signs."""
    signing = answers.get("issuing_authority")
    return {
        "organization": organization.name
        or (signing.split("\n")[0].strip() if isinstance(signing, str) else ""),
        "self": organization.self_reference or "我会",
        "place": organization.place,
    }


def official_form(speaker: Speaker, kind: ReportKind) -> OfficialForm:
    """The form the writer chose, else the kind's first."""
    chosen = speaker.answers.get("form")
    return next((form for form in kind.forms if form == chosen), kind.forms[0])


def _title(kind: ReportKind, speaker: Speaker) -> str:
    given = speaker.answers.get("title")
    if isinstance(given, str) and phrase(given):
        return phrase(given)
    form = official_form(speaker, kind)
    wordings = tuple(wording for one, wording in kind.titles if one is form)
    return text_of(first_filled(wordings, speaker) or (kind.name,))


class _Composer:
    """Walks the sections once; headings are numbered afterwards, when all that are printed are known."""

    def __init__(self, speaker: Speaker, texts: Texts, omitted: tuple[str, ...]) -> None:
        self._speaker = speaker
        self._texts = texts
        self._omitted = omitted

    def section_with_children(self, section: Section) -> Iterator[ComposedSection]:
        """The section, or its heading followed by those of its children that say something."""
        if section.id in self._omitted:
            return
        written = [one for one in section.children or (section,) if one.id not in self._omitted]
        spoken = [(one, said) for one in written if _says_something(said := tuple(self._paragraphs(one)))]
        if section.children and spoken:
            yield ComposedSection(section.id, section.name, self._heading(section), section.level, ())
        for one, said in spoken:
            yield ComposedSection(one.id, one.name, self._heading(one), one.level, said)

    def _heading(self, section: Section) -> str:
        if not section.level:
            return ""
        return text_of(first_filled(section.headings, self._speaker) or (section.name,))

    def _paragraphs(self, section: Section) -> Iterator[ComposedParagraph]:
        """The paragraphs that are left, their headings not numbered yet."""
        answered = _answered(section, self._speaker)
        said = [one for one in section.paragraphs if holds(one.when, self._speaker.answers)]
        for each, templates in groupby(said, key=lambda template: template.each):
            yield from self._from_templates(section, each, tuple(templates), answered)
        extra = self._texts.get((section.id, EXTRA_PARAGRAPH))
        if extra and extra.pieces:
            own = ComposedParagraph(section.id, EXTRA_PARAGRAPH, pieces=())
            yield with_edits(own, extra, [], self._speaker)

    def _from_templates(
        self, section: Section, each: str, templates: tuple[ParagraphTemplate, ...], answered: bool
    ) -> Iterator[ComposedParagraph]:
        """Neighbouring templates over the same rows are said together, row by row."""
        if not each:
            for template in templates:
                yield from self._paragraph(section, template, template.id, self._speaker, answered)
            return
        for row in self._speaker.rows_of(each):
            speaker = self._speaker.for_row(each, row)
            for template in templates:
                yield from self._paragraph(section, template, f"{template.id}:{row.uid}", speaker, answered)

    def _paragraph(
        self, section: Section, template: ParagraphTemplate, key: str, speaker: Speaker, answered: bool
    ) -> Iterator[ComposedParagraph]:
        said = [
            clause
            for sentence in template.sentences
            for clause in sentence_clauses(sentence, speaker, answered)
        ]
        title = fill(template.heading, speaker) if template.heading else None
        edited = self._texts.get((section.id, key))
        if not said and not edited and not (title and _says_facts(template.heading)):
            return
        pieces = merged(tuple(piece for clause in said for piece in clause.pieces))
        paragraph = ComposedParagraph(
            section.id,
            key,
            pieces=pieces,
            original=pieces,
            clauses=tuple(one for clause in said for one in clause.ids),
        )
        if edited:
            paragraph = with_edits(paragraph, edited, said, speaker)
        if title and (paragraph.text or _says_facts(template.heading)):
            paragraph = _with_heading(paragraph, title, section.level + 1)
        yield paragraph


def _says_something(paragraphs: tuple[ComposedParagraph, ...]) -> bool:
    return any(paragraph.heading or paragraph.text for paragraph in paragraphs)


def _with_heading(paragraph: ComposedParagraph, title: tuple[Piece, ...], level: int) -> ComposedParagraph:
    """The heading stands alone without an end mark; where text runs on after it, it gets one."""
    words, mark = before_mark(text_of(title), "。" if paragraph.text else "")
    return replace(paragraph, heading=f"{words}{mark}", heading_level=level)


def _answered(section: Section, speaker: Speaker) -> bool:
    """Whether staff filled anything in here; a section that asks nothing needs no answer."""
    asked = [field for field in section.fields if field.type is not FieldType.COMPUTED]
    return not asked or any(is_filled(speaker.answers.get(field.id)) for field in asked)


def _says_facts(wording: Wording | None) -> bool:
    return wording is not None and any(hole.field not in STANDING_HOLES for hole in wording.holes)
