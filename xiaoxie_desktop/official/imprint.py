"""版记 (7.4): who gets a copy, who printed it and when."""

from xiaoxie_desktop.core.official_document import Imprint
from xiaoxie_desktop.core.pages import Alignment, Role, StyledParagraph, TabStop
from xiaoxie_desktop.official.dates import date_text
from xiaoxie_desktop.official.paragraphs import Typesetter


def imprint_paragraphs(imprint: Imprint, typesetter: Typesetter) -> tuple[StyledParagraph, ...]:
    """抄送机关 with its full stop, then 印发机关 and 印发日期 on one line; nothing for an empty imprint."""
    paragraphs: list[StyledParagraph] = []
    for label, bodies in imprint.distribution:
        if bodies:
            paragraphs.append(_distribution(f"{label}：", bodies, typesetter))
    if imprint.copies:
        paragraphs.append(typesetter.paragraph(Role.COPIES, f"共印{imprint.copies}份"))
    if imprint.copy_to:
        paragraphs.append(typesetter.paragraph(Role.COPY_TO, f"抄送：{imprint.copy_to.rstrip('。')}。"))
    if imprint.printing_authority or imprint.printing_date:
        paragraphs.append(_printing(imprint, typesetter))
    return tuple(paragraphs)


def _distribution(label: str, bodies: str, typesetter: Typesetter) -> StyledParagraph:
    """报, 送 or 发 with their bodies; wrapped lines under the first of them."""
    style = typesetter.measures.formats[Role.COPY_TO]
    width = typesetter.width(Role.COPY_TO, label)
    begins = style.left + style.first_line
    return typesetter.paragraph(
        Role.COPY_TO, f"{label}{bodies.rstrip('。')}。", left=begins + width, first_line=-width
    )


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
