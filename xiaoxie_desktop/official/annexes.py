"""附件说明 under the text (7.3.4) and the annexes on pages of their own (7.3.7)."""

from dataclasses import replace

from xiaoxie_desktop.core.official_document import Annex
from xiaoxie_desktop.core.pages import Role, StyledParagraph, TabStop
from xiaoxie_desktop.official.main_part import body_paragraphs, title_paragraph
from xiaoxie_desktop.official.paragraphs import Typesetter
from xiaoxie_desktop.official.widths import em_width

_LABEL = "附件："


def annex_note_paragraphs(annexes: tuple[Annex, ...], typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    """附件：name, or 附件：1. name and so on; wrapped lines stand under the name's first character."""
    if not annexes:
        return ()
    gap = typesetter.measures.gaps.annex_note
    if len(annexes) == 1:
        return (_single_note(annexes[0].title, gap, typesetter),)
    numbers = [f"{index}." for index in range(1, len(annexes) + 1)]
    return tuple(
        _numbered_note(index, number, annex.title, numbers[-1], typesetter)
        for index, (number, annex) in enumerate(zip(numbers, annexes, strict=True))
    )


def _single_note(title: str, gap: int, typesetter: Typesetter) -> StyledParagraph:
    label = _chars(_LABEL, typesetter)
    left = typesetter.measures.annex_note.indent + label
    return typesetter.paragraph(
        Role.ANNEX_NOTE, _LABEL + title, left=left, first_line=-label, space_before=gap
    )


def _numbered_note(
    index: int, number: str, title: str, widest_number: str, typesetter: Typesetter
) -> StyledParagraph:
    note = typesetter.measures.annex_note
    label = _chars(_LABEL, typesetter)
    name_at = note.indent + label + _chars(widest_number, typesetter) + note.number_gap
    begins_at = note.indent if index == 0 else note.indent + label
    return typesetter.paragraph(
        Role.ANNEX_NOTE,
        f"{_LABEL if index == 0 else ''}{number}\t{title}",
        left=name_at,
        first_line=begins_at - name_at,
        space_before=typesetter.measures.gaps.annex_note if index == 0 else 0,
        tab_stops=(TabStop(name_at),),
    )


def _chars(text: str, typesetter: Typesetter) -> int:
    """Width in whole cells of the grid, as indents are counted."""
    return round(em_width(text) * typesetter.measures.char_width)


def annex_paragraphs(
    annexes: tuple[Annex, ...], keep_together: tuple[str, ...], typesetter: Typesetter
) -> tuple[StyledParagraph, ...]:
    """Each annex on a new page: its label on the first line, its title on the third, then its text."""
    paragraphs: list[StyledParagraph] = []
    for number, annex in enumerate(annexes, start=1):
        label = "附件" if len(annexes) == 1 else f"附件{number}"
        setter = _on_its_side(typesetter) if annex.landscape else typesetter
        for one in _annex(annex, label, keep_together, setter):
            paragraphs.append(replace(one, landscape=True) if annex.landscape else one)
    return tuple(paragraphs)


def _annex(
    annex: Annex, label: str, keep_together: tuple[str, ...], typesetter: Typesetter
) -> tuple[StyledParagraph, ...]:
    return (
        replace(typesetter.paragraph(Role.ANNEX_LABEL, label), page_break_before=True),
        title_paragraph(Role.ANNEX_TITLE, annex.title, keep_together, typesetter),
        *body_paragraphs(annex.body, typesetter, typesetter.measures.gaps.text_below_title),
    )


def _on_its_side(typesetter: Typesetter) -> Typesetter:
    measures = typesetter.measures
    return Typesetter(replace(measures, page=measures.page.on_its_side))
