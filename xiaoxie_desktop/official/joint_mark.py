"""发文机关标志 of a joint issue (7.2.4): the names below each other, the sponsor first, 文件 at their right in the middle."""

from dataclasses import replace

from xiaoxie_desktop.core.pages import Alignment, Role, StyledParagraph, StyledTable
from xiaoxie_desktop.official.paragraphs import Typesetter
from xiaoxie_desktop.official.widths import em_width

_TWIPS_PER_POINT = 20
_MARK = Role.ISSUING_AUTHORITY_MARK


def joint_mark(
    names: tuple[str, ...], suffix: str, lines_above: int, typesetter: Typesetter
) -> StyledParagraph:
    """A table without lines: a row for each name, all spread to one width, and one cell for ``suffix``."""
    measures, mark = typesetter.measures, typesetter.measures.mark
    widest = max(map(em_width, names)) + 1
    ends = em_width(suffix) + 1 if suffix else 0.0
    room = mark.filled_share * measures.page.text_width / _TWIPS_PER_POINT
    size = max(mark.smallest_size, min(mark.largest_size, int(room / (widest + ends))))
    em = size * _TWIPS_PER_POINT
    pitch = round(em * mark.line_share)
    ink = mark.baseline_share * pitch - mark.ink_share * em
    above = max(0, round(mark.top - lines_above * measures.line_pitch - ink))
    widths = (round(widest * em), round(ends * em)) if suffix else (round(widest * em),)
    rows = tuple(
        _row(name, suffix if not index else "", size, pitch, typesetter) for index, name in enumerate(names)
    )
    table = StyledTable(
        widths, rows if suffix else tuple(row[:1] for row in rows), 0, pitch, 0, 0, bool(suffix)
    )
    return replace(typesetter.paragraph(_MARK, space_before=above), holds=table)


def _row(
    name: str, suffix: str, size: int, pitch: int, typesetter: Typesetter
) -> tuple[StyledParagraph, ...]:
    spread = Alignment.DISTRIBUTED if len(name) > 1 else Alignment.CENTRE
    return (
        typesetter.paragraph(_MARK, name, size=size, line_pitch=pitch, alignment=spread),
        typesetter.paragraph(_MARK, suffix, size=size, line_pitch=pitch, alignment=Alignment.CENTRE),
    )
