"""版记 (7.4): who gets a copy, who printed it and when."""

from xiaoxie_desktop.core.official_document import Imprint
from xiaoxie_desktop.core.pages import Alignment, Role, StyledParagraph, TabStop
from xiaoxie_desktop.official.paragraphs import Typesetter
from xiaoxie_desktop.official.signature import date_text


def imprint_paragraphs(imprint: Imprint, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    """抄送机关 with its full stop, then 印发机关 and 印发日期 on one line; nothing for an empty imprint."""
    paragraphs: list[StyledParagraph] = []
    if imprint.copy_to:
        paragraphs.append(typesetter.paragraph(Role.COPY_TO, f"抄送：{imprint.copy_to.rstrip('。')}。"))
    if imprint.printing_authority or imprint.printing_date:
        paragraphs.append(_printing(imprint, typesetter))
    return tuple(paragraphs)


def _printing(imprint: Imprint, typesetter: Typesetter) -> StyledParagraph:
    """机关左空一字, 日期右空一字 (7.4.3)."""
    style = typesetter.measures.formats[Role.PRINTING_AUTHORITY]
    right_edge = typesetter.measures.page.text_width - style.right
    day = f"\t{date_text(imprint.printing_date)}印发" if imprint.printing_date else ""
    return typesetter.paragraph(
        Role.PRINTING_AUTHORITY,
        imprint.printing_authority + day,
        tab_stops=(TabStop(right_edge, Alignment.RIGHT),),
    )
