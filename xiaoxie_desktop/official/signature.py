"""署名 and 成文日期 (7.3.5): where they stand with a seal and without one."""

from datetime import date

from xiaoxie_desktop.core.pages import Alignment, Role, StyledParagraph, TabStop
from xiaoxie_desktop.official.dates import date_text
from xiaoxie_desktop.official.paragraphs import Typesetter

_NAME = Role.ISSUING_AUTHORITY_SIGNATURE
_DATE = Role.DATE_OF_ISSUE


def signature_paragraphs(
    names: tuple[str, ...], day: date | None, sealed: bool, typesetter: Typesetter
) -> tuple[StyledParagraph, ...]:
    """The signature over its date; either may be missing."""
    if not names:
        return () if day is None else (_date_alone(day, sealed, typesetter),)
    if not sealed:
        return _unsealed(names, day, typesetter)
    return _sealed(names, day, typesetter) if len(names) == 1 else _sealed_jointly(names, day, typesetter)


def _date_alone(day: date, sealed: bool, typesetter: Typesetter) -> StyledParagraph:
    signature, gaps = typesetter.measures.signature, typesetter.measures.gaps
    return typesetter.paragraph(
        _DATE,
        date_text(day),
        right=signature.sealed_date_right if sealed else signature.unsealed_name_right,
        space_before=gaps.sealed_signature if sealed else gaps.unsealed_signature,
    )


def stamped_paragraphs(
    posts: tuple[str, ...], day: date | None, typesetter: Typesetter
) -> tuple[StyledParagraph, ...]:
    """职务 to the left of the room for each 签名章, 章右空四字, the date one line below (7.3.5.3)."""
    signature, gaps = typesetter.measures.signature, typesetter.measures.gaps
    line = typesetter.measures.line_pitch
    over = (signature.stamp_height - line) // 2
    right = signature.sealed_date_right + signature.stamp_width + signature.unsealed_name_right
    paragraphs = []
    for index, post in enumerate(posts):
        gap = 2 * over if index else gaps.signature_stamp + over
        paragraphs.append(typesetter.paragraph(_NAME, post, right=right, space_before=gap))
    if day is not None:
        gap = over + gaps.date_below_stamp
        date_right = signature.sealed_date_right
        paragraphs.append(typesetter.paragraph(_DATE, date_text(day), right=date_right, space_before=gap))
    return tuple(paragraphs)


def _sealed(names: tuple[str, ...], day: date | None, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    """日期右空四字, 署名以日期为准居中 (7.3.5.1); both centred in one box, so that they share their centre exactly."""
    measures = typesetter.measures
    date_box = 2 * measures.signature.sealed_date_right + _date_width(day, typesetter)
    name_box = typesetter.width(_NAME, names[0]) + measures.signature.name_gap
    left = max(0, measures.page.text_width - max(date_box, name_box))
    gap = measures.gaps.sealed_signature
    name = typesetter.paragraph(_NAME, names[0], alignment=Alignment.CENTRE, left=left, space_before=gap)
    if day is None:
        return (name,)
    return (name, typesetter.paragraph(_DATE, date_text(day), alignment=Alignment.CENTRE, left=left))


def _sealed_jointly(
    names: tuple[str, ...], day: date | None, typesetter: Typesetter
) -> tuple[StyledParagraph, ...]:
    """Names in rows with a seal each, the last one over the date (7.3.5.1)."""
    measures = typesetter.measures
    date_centre = (
        measures.page.text_width - measures.signature.sealed_date_right - _date_width(day, typesetter) // 2
    )
    centres = _column_centres(names, date_centre, typesetter)
    gaps = measures.gaps
    rows = [
        _row(row, centres, gaps.row_of_seals if index else gaps.sealed_signature, typesetter)
        for index, row in enumerate(_rows(names, len(centres)))
    ]
    if day is None:
        return tuple(rows)
    return (*rows, _row((date_text(day),), centres, 0, typesetter, _DATE))


def _column_centres(names: tuple[str, ...], last_centre: int, typesetter: Typesetter) -> list[int]:
    """Centres of as many columns as the longest name allows, spread evenly up to the date's centre."""
    signature = typesetter.measures.signature
    widest = max(typesetter.width(_NAME, name) for name in names) + signature.name_gap
    first_centre = typesetter.measures.page.text_width - last_centre
    for columns in range(min(signature.names_per_row, len(names)), 1, -1):
        step = (last_centre - first_centre) // (columns - 1)
        if step >= widest and first_centre >= widest // 2:
            return [first_centre + index * step for index in range(columns - 1)] + [last_centre]
    return [min(last_centre, typesetter.measures.page.text_width - widest // 2)]


def _rows(names: tuple[str, ...], columns: int) -> list[tuple[str, ...]]:
    return [names[at : at + columns] for at in range(0, len(names), columns)]


def _row(
    texts: tuple[str, ...], centres: list[int], gap: int, typesetter: Typesetter, role: Role = _NAME
) -> StyledParagraph:
    stops = tuple(TabStop(centre, Alignment.CENTRE) for centre in centres[len(centres) - len(texts) :])
    text = "".join(f"\t{one}" for one in texts)
    return typesetter.paragraph(role, text, alignment=Alignment.LEFT, tab_stops=stops, space_before=gap)


def _unsealed(
    names: tuple[str, ...], day: date | None, typesetter: Typesetter
) -> tuple[StyledParagraph, ...]:
    """署名右空二字, 日期首字比署名首字右移二字; a date too long for that moves both to the left (7.3.5.2)."""
    measures = typesetter.measures
    signature = measures.signature
    widest = max(typesetter.width(_NAME, name) for name in names)
    name_left = max(0, measures.page.text_width - signature.unsealed_name_right - widest)
    date_width = _date_width(day, typesetter)
    if name_left + signature.unsealed_date_offset + date_width > measures.page.text_width:
        date_left = measures.page.text_width - signature.unsealed_name_right - date_width
        name_left = date_left - signature.unsealed_date_offset
    gap = measures.gaps.unsealed_signature
    paragraphs = [
        typesetter.paragraph(
            _NAME, name, alignment=Alignment.LEFT, left=name_left, space_before=0 if index else gap
        )
        for index, name in enumerate(names)
    ]
    if day is not None:
        left = name_left + signature.unsealed_date_offset
        paragraphs.append(typesetter.paragraph(_DATE, date_text(day), alignment=Alignment.LEFT, left=left))
    return tuple(paragraphs)


def _date_width(day: date | None, typesetter: Typesetter) -> int:
    return 0 if day is None else typesetter.width(_DATE, date_text(day))
