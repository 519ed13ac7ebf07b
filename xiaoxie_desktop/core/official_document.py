"""An official document as its elements: what a painter needs to know, and nothing about fonts or measures.

Names and order follow GB/T 9704-2012, chapter 7 (版头, 主体, 版记). All values are frozen; a document is
made from a report (``document_assembly``) and turned into styled paragraphs by ``official``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class OfficialForm(StrEnum):
    """The form a document is sent in; the township default is ``PLAIN`` (no 红头)."""

    PLAIN = "plain"
    DOCUMENT = "document"


class Direction(StrEnum):
    """上行文, 下行文 or 平行文 (条例 chapter 4); only an upward document names its signer (7.2.6)."""

    UPWARD = "upward"
    DOWNWARD = "downward"
    PARALLEL = "parallel"


@dataclass(frozen=True, slots=True)
class Masthead:
    """版头 (7.2): mark, document number, signer and, below them, the red rule."""

    issuing_authority_mark: str
    """发文机关标志, in full, with 文件 at its end where the office uses it."""
    document_number: str = ""
    """发文字号 as printed: 代字〔2026〕3号."""
    signers: tuple[str, ...] = ()
    """签发人, printed for upward documents only."""
    copy_number: str = ""
    secrecy_level: str = ""
    urgency: str = ""


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """One paragraph of the body.

    ``heading_level`` 0 is text, 1 to 4 are 结构层次 (7.3.3). ``heading`` holds the heading with its number
    (一、…); with ``text`` empty it stands alone, otherwise the text runs on after it.
    ``place`` names where it came from: (section id, paragraph id).
    """

    text: str = ""
    heading: str = ""
    heading_level: int = 0
    place: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Annex:
    """附件 (7.3.7): a title, printed the same in the 附件说明, and its text."""

    title: str
    body: tuple[BodyParagraph, ...] = ()


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (7.4): 抄送机关, 印发机关 and 印发日期."""

    copy_to: str = ""
    printing_authority: str = ""
    printing_date: date | None = None


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A whole official document. Empty elements are not printed."""

    title: str
    body: tuple[BodyParagraph, ...]
    form: OfficialForm = OfficialForm.PLAIN
    masthead: Masthead | None = None
    main_recipients: str = ""
    """主送机关 without the closing colon."""
    issuing_authorities: tuple[str, ...] = ()
    """发文机关署名, one line each."""
    date_of_issue: date | None = None
    sealed: bool = True
    """Whether a seal is put on it: decides where signature and date stand (7.3.5.1, 7.3.5.2)."""
    remarks: str = ""
    """附注 without its brackets."""
    annexes: tuple[Annex, ...] = ()
    imprint: Imprint | None = None
    keep_together: tuple[str, ...] = ()
    """Words and names that a title line must not be broken in (the unit's own names, the year theme)."""
