"""版头 (7.2): copy number, secrecy, urgency, the red mark, and document number and signers over the red rule."""

from dataclasses import replace

from xiaoxie_desktop.core.measures import MarkMeasures
from xiaoxie_desktop.core.official_document import Masthead
from xiaoxie_desktop.core.pages import Alignment, FaceRole, Role, StyledParagraph, TabStop
from xiaoxie_desktop.official.dates import date_text
from xiaoxie_desktop.official.joint_mark import joint_mark
from xiaoxie_desktop.official.paragraphs import Typesetter, changed_format
from xiaoxie_desktop.official.widths import em_width

_TWIPS_PER_POINT = 20
_SIGNER_LABEL = "签发人："


def masthead_paragraphs(masthead: Masthead, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    """The paragraphs of the masthead; the last one carries the red rule (7.2.7)."""
    corner, lines_used = _corner(masthead, typesetter)
    if masthead.issue or masthead.compiler:
        mark = _mark(masthead.issuing_authority_mark, lines_used, typesetter)
        return (*corner, mark, *_briefing_lines(masthead, typesetter))
    number_lines = _number_lines(masthead, typesetter)
    gap = typesetter.measures.gaps.number_below_mark
    first = replace(number_lines[0], format=changed_format(number_lines[0].format, (("space_before", gap),)))
    if len(masthead.joint_authorities) > 1:
        joint = joint_mark(masthead.joint_authorities, masthead.joint_suffix, lines_used, typesetter)
        return (*corner, joint, first, *number_lines[1:])
    return (*corner, _mark(masthead.issuing_authority_mark, lines_used, typesetter), first, *number_lines[1:])


def _briefing_lines(masthead: Masthead, typesetter: Typesetter) -> list[StyledParagraph]:
    """报头 of a 简报 below its name: 期号, then 编印机关 and date over the red rule."""
    gaps = typesetter.measures.gaps
    lines = []
    if masthead.issue:
        lines.append(typesetter.paragraph(Role.ISSUE, masthead.issue, space_before=gaps.issue_below_mark))
    right = typesetter.measures.page.text_width - typesetter.measures.head_line.edge
    day = f"\t{date_text(masthead.compiled_on)}" if masthead.compiled_on else ""
    lines.append(
        typesetter.paragraph(
            Role.COMPILER,
            masthead.compiler + day,
            space_before=gaps.compiler_below_issue,
            tab_stops=(TabStop(right, Alignment.RIGHT),),
        )
    )
    return lines


def _corner(masthead: Masthead, typesetter: Typesetter) -> tuple[list[StyledParagraph], int]:
    """份号, 密级 and 紧急程度 from the top left corner, and the number of lines they take (7.2.1 to 7.2.3)."""
    paragraphs: list[StyledParagraph] = []
    lines = 0
    if masthead.copy_number:
        paragraphs.append(typesetter.paragraph(Role.COPY_NUMBER, masthead.copy_number))
        lines = 1
    if masthead.secrecy_level:
        gap = 0 if masthead.copy_number else typesetter.measures.gaps.secrecy_without_copy_number
        paragraphs.append(typesetter.paragraph(Role.SECRECY_LEVEL, masthead.secrecy_level, space_before=gap))
        lines = 2
    if masthead.urgency:
        paragraphs.append(typesetter.paragraph(Role.URGENCY, masthead.urgency))
        lines += 1
    return paragraphs, lines


def _mark(text: str, lines_above: int, typesetter: Typesetter) -> StyledParagraph:
    """发文机关标志 in the largest size that fits one line, its ink ``mark.top`` below the type area's edge (7.2.4)."""
    mark = typesetter.measures.mark
    size = mark_size(text, typesetter.measures.page.text_width, mark)
    pitch = round(size * mark.line_share * _TWIPS_PER_POINT)
    above = mark.top - lines_above * typesetter.measures.line_pitch - ink_below_line_top(size, pitch, mark)
    return typesetter.paragraph(
        Role.ISSUING_AUTHORITY_MARK, text, size=size, line_pitch=pitch, space_before=max(0, round(above))
    )


def ink_below_line_top(size: float, pitch: int, mark: MarkMeasures) -> float:
    """How far below the top of its line the ink of a mark begins, in twips."""
    return mark.baseline_share * pitch - mark.ink_share * size * _TWIPS_PER_POINT


def mark_size(text: str, text_width: int, mark: MarkMeasures) -> int:
    widest_line = max(em_width(line) for line in text.split("\n"))
    fitting = int(mark.filled_share * text_width / _TWIPS_PER_POINT / max(widest_line, 1))
    return max(mark.smallest_size, min(mark.largest_size, fitting))


def _number_lines(masthead: Masthead, typesetter: Typesetter) -> list[StyledParagraph]:
    if not masthead.signers:
        return [typesetter.paragraph(Role.DOCUMENT_NUMBER, masthead.document_number)]
    return _signer_lines(masthead.document_number, masthead.signers, typesetter)


def _signer_lines(number: str, signers: tuple[str, ...], typesetter: Typesetter) -> list[StyledParagraph]:
    """签发人 at the right, the document number at the left of their last line (7.2.5, 7.2.6)."""
    per_line = typesetter.measures.head_line.names_per_line
    rows = [signers[at : at + per_line] for at in range(0, len(signers), per_line)]
    stops = _name_stops(rows, typesetter)
    label_at = stops[0] - typesetter.width(Role.SIGNER, _SIGNER_LABEL)
    lines = [
        _signer_line(Role.SIGNER, "", row, (label_at if index == 0 else 0, *stops), typesetter)
        for index, row in enumerate(rows)
    ]
    end_of_number = typesetter.measures.head_line.edge + typesetter.width(Role.DOCUMENT_NUMBER, number)
    room_until = label_at if len(rows) == 1 else stops[0]
    if end_of_number + typesetter.measures.head_line.name_gap > room_until:
        return [*lines, _number_alone(number, typesetter)]
    label_stop = label_at if len(rows) == 1 else 0
    return [
        *lines[:-1],
        _signer_line(Role.DOCUMENT_NUMBER, number, rows[-1], (label_stop, *stops), typesetter),
    ]


def _name_stops(rows: list[tuple[str, ...]], typesetter: Typesetter) -> list[int]:
    """Where the columns of names begin, the last one ending 一字 before the right edge."""
    columns = [
        max(typesetter.width(Role.SIGNER, row[index]) for row in rows if index < len(row))
        for index in range(len(rows[0]))
    ]
    head_line = typesetter.measures.head_line
    stops: list[int] = []
    right = typesetter.measures.page.text_width - head_line.edge
    for width in reversed(columns):
        stops.insert(0, right - width)
        right -= width + head_line.name_gap
    return stops


def _signer_line(
    role: Role, number: str, names: tuple[str, ...], stops: tuple[int, ...], typesetter: Typesetter
) -> StyledParagraph:
    """One line; ``stops`` are the label's place, 0 when the line has no label, and those of the names.

    The number stands in by its first line, not its left indent, which would shorten the red rule below.
    """
    label_at, *name_stops = stops
    texts: list[str | tuple[str, FaceRole]] = [number]
    used = name_stops[: len(names)]
    if label_at:
        texts.append(f"\t{_SIGNER_LABEL}")
    for index, name in enumerate(names):
        if index or not label_at:
            texts.append("\t")
        texts.append((name, FaceRole.KAITI))
    if label_at:
        used = [label_at, *used[1:]]
    return typesetter.paragraph(
        role,
        *texts,
        alignment=Alignment.LEFT,
        first_line=typesetter.measures.head_line.edge if number else 0,
        right=0,
        tab_stops=tuple(TabStop(position) for position in used),
    )


def _number_alone(number: str, typesetter: Typesetter) -> StyledParagraph:
    return typesetter.paragraph(
        Role.DOCUMENT_NUMBER, number, alignment=Alignment.LEFT, first_line=typesetter.measures.head_line.edge
    )
