"""首页必须显示正文 (7.3.3): recipients so many that they fill the first page move into the imprint (7.3.2)."""

from dataclasses import dataclass, replace

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import Role, Run, StyledParagraph
from xiaoxie_desktop.official.pagination import Flow
from xiaoxie_desktop.official.paragraphs import changed_format

_BODY = frozenset({Role.BODY, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4})
_LABEL = "主送："


@dataclass(frozen=True, slots=True)
class Moved:
    """Text without recipients, and an imprint with them."""

    text: tuple[StyledParagraph, ...]
    imprint: tuple[StyledParagraph, ...]


def with_recipients_in_imprint(
    text: tuple[StyledParagraph, ...],
    flow: Flow,
    imprint: tuple[StyledParagraph, ...],
    measures: Measures,
) -> Moved | None:
    """The recipients of ``text`` in the imprint where the first page of its ``flow`` shows no text; None where it does."""
    roles = [one.role for one in text]
    main_part = roles[: roles.index(Role.ANNEX_LABEL)] if Role.ANNEX_LABEL in roles else roles
    body = next((at for at, role in enumerate(main_part) if role in _BODY), None)
    recipients = main_part.index(Role.MAIN_RECIPIENTS) if Role.MAIN_RECIPIENTS in main_part else None
    if recipients is None or body is None or flow.first_sheets[body] == 0:
        return None
    paragraph = text[recipients]
    follower = text[recipients + 1]
    gap = changed_format(follower.format, (("space_before", paragraph.format.space_before),))
    left = (
        *text[:recipients],
        replace(follower, format=gap),
        *text[recipients + 2 :],
    )
    return Moved(left, (_in_imprint(paragraph, measures), *imprint))


def _in_imprint(paragraph: StyledParagraph, measures: Measures) -> StyledParagraph:
    """主送：… with a full stop, as 抄送 has it."""
    style = measures.formats[Role.IMPRINT_RECIPIENTS]
    words = f"{_LABEL}{paragraph.text.rstrip('：')}。"
    return StyledParagraph(Role.IMPRINT_RECIPIENTS, (Run(words, style.face),), style, place=paragraph.place)
