"""主体 (7.3) from the title to the last line of the text."""

from dataclasses import replace
from typing import assert_never

from xiaoxie_desktop.core.official_document import BodyBlock, BodyParagraph, Chart, Pictures, Table
from xiaoxie_desktop.core.pages import FaceRole, Role, Run, StyledParagraph
from xiaoxie_desktop.official.blocks import chart_paragraphs, picture_paragraphs, table_paragraphs
from xiaoxie_desktop.official.paragraphs import FormatChanges, Typesetter, changed_format
from xiaoxie_desktop.official.title_lines import break_title

_HEADINGS = {1: Role.HEADING_1, 2: Role.HEADING_2, 3: Role.HEADING_3, 4: Role.HEADING_4}


def title_paragraph(
    role: Role,
    title: str,
    keep_together: tuple[str, ...],
    typesetter: Typesetter,
    space_before: int | None = None,
) -> StyledParagraph:
    """A title broken by words (7.3.1); ``space_before`` in twips, None for the role's own."""
    changes: FormatChanges = {} if space_before is None else {"space_before": space_before}
    lines = break_title(title, typesetter.measures.title, keep_together)
    return typesetter.paragraph(role, "\n".join(lines), **changes)


def recipients_paragraph(recipients: str, typesetter: Typesetter) -> StyledParagraph:
    """主送机关 with its full-width colon (7.3.2)."""
    return typesetter.paragraph(Role.MAIN_RECIPIENTS, f"{recipients}：")


def remarks_paragraph(remarks: str, typesetter: Typesetter) -> StyledParagraph:
    """附注 in its brackets (7.3.6)."""
    return typesetter.paragraph(Role.REMARKS, f"（{remarks}）")


def attendance_paragraphs(
    attendance: tuple[tuple[str, str], ...], typesetter: Typesetter
) -> list[StyledParagraph]:
    """出席, 请假 and 列席 in 黑体, each with its names, one line below the text (10.3)."""
    gap = typesetter.measures.gaps.attendance
    return [
        typesetter.paragraph(
            Role.ATTENDANCE,
            (f"{label}：", FaceRole.HEITI),
            names,
            space_before=0 if index else gap,
        )
        for index, (label, names) in enumerate(attendance)
        if names
    ]


def body_paragraphs(
    body: tuple[BodyBlock, ...], typesetter: Typesetter, gap_above: int = 0
) -> tuple[StyledParagraph, ...]:
    """The text with its headings (7.3.3); ``gap_above`` in twips stands over the first paragraph."""
    paragraphs = [styled for block in body for styled in _styled_block(block, typesetter)]
    if paragraphs and gap_above:
        first = paragraphs[0]
        paragraphs[0] = replace(first, format=changed_format(first.format, (("space_before", gap_above),)))
    return tuple(paragraphs)


def _styled_block(block: BodyBlock, typesetter: Typesetter) -> list[StyledParagraph]:
    match block:
        case BodyParagraph():
            return _styled(block, typesetter)
        case Table():
            return table_paragraphs(block, typesetter)
        case Pictures():
            return picture_paragraphs(block, typesetter)
        case Chart():
            return chart_paragraphs(block, typesetter)
        case _:
            assert_never(block)


def _styled(paragraph: BodyParagraph, typesetter: Typesetter) -> list[StyledParagraph]:
    """One paragraph, or several where its text has line breaks."""
    first, *others = paragraph.text.replace("\r\n", "\n").split("\n")
    styled = [_with_heading(replace(paragraph, text=first), typesetter)]
    styled += [typesetter.paragraph(Role.BODY, text) for text in others]
    return [replace(one, place=paragraph.place) for one in styled if one.runs]


def _with_heading(paragraph: BodyParagraph, typesetter: Typesetter) -> StyledParagraph:
    role = _HEADINGS.get(paragraph.heading_level, Role.BODY)
    if paragraph.heading and not paragraph.text:
        alone = typesetter.paragraph(role, paragraph.heading)
        return replace(alone, keep_with_next=role is not Role.BODY)
    return typesetter.paragraph(Role.BODY, _heading_run(paragraph.heading, role, typesetter), paragraph.text)


def _heading_run(heading: str, role: Role, typesetter: Typesetter) -> Run:
    style = typesetter.measures.formats[role]
    return Run(heading, style.face, style.bold)
