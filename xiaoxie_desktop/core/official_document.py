"""An official document as its elements: what a painter needs to know, and nothing about fonts or measures.

Names and order follow GB/T 9704-2012, chapter 7 (版头, 主体, 版记). All values are frozen; a document is
made from a report (``document_assembly``) and turned into styled paragraphs by ``official``.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xiaoxie_desktop.core.pages import ChartKind


class OfficialForm(StrEnum):
    """The form a document is sent in; the township default is ``PLAIN`` (no 红头)."""

    PLAIN = "plain"
    DOCUMENT = "document"
    LETTER = "letter"
    """信函格式 (10.1)."""
    MINUTES = "minutes"
    """纪要格式 (10.3)."""
    BRIEFING = "briefing"
    """简报 (practice)."""


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
    joint_authorities: tuple[str, ...] = ()
    """Names of a joint issue in the mark, the sponsor first (7.2.4); then the mark's own text is not printed."""
    joint_suffix: str = "文件"
    issue: str = ""
    """期号 of a 简报: 第3期."""
    compiler: str = ""
    """编印机关 of a 简报."""
    compiled_on: date | None = None


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
class TableColumn:
    """A column: ``width`` in 字, 0 for as much as its text needs; columns of figures stand at the right."""

    heading: str
    width: float = 0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table in the text: a row of headings repeated on every page, and rows of as many cells."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    note: str = ""
    """Over the table at the right: 单位：件."""
    place: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: ``source`` is the key its bytes are kept under, ``width`` and ``height`` are in pixels."""

    source: str
    width: int
    height: int
    caption: str = ""
    alt_text: str = ""


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures in the text, ``per_page`` (1, 2, 4 or 6) on a page."""

    pictures: tuple[Picture, ...]
    per_page: int = 2
    place: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in the text: one value a label, printed as ``value_texts``."""

    kind: ChartKind
    labels: tuple[str, ...]
    values: tuple[float, ...]
    value_texts: tuple[str, ...]
    title: str = ""
    place: tuple[str, str] = ("", "")


BodyBlock = BodyParagraph | Table | Pictures | Chart


@dataclass(frozen=True, slots=True)
class Annex:
    """附件 (7.3.7): a title, printed the same in the 附件说明, and its text; ``landscape`` ones lie on their side."""

    title: str
    body: tuple[BodyBlock, ...] = ()
    landscape: bool = False


@dataclass(frozen=True, slots=True)
class Imprint:
    """版记 (7.4): 抄送机关, 印发机关 and 印发日期."""

    copy_to: str = ""
    printing_authority: str = ""
    printing_date: date | None = None
    distribution: tuple[tuple[str, str], ...] = ()
    """报, 送 and 发 of a 简报, each with the bodies it goes to."""
    copies: int = 0
    """印数 of a 简报, 0 where it is not printed."""


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """A whole official document. Empty elements are not printed."""

    title: str
    body: tuple[BodyBlock, ...]
    form: OfficialForm = OfficialForm.PLAIN
    masthead: Masthead | None = None
    main_recipients: str = ""
    """主送机关 without the closing colon."""
    issuing_authorities: tuple[str, ...] = ()
    """发文机关署名, one line each."""
    date_of_issue: date | None = None
    sealed: bool = True
    """Whether a seal is put on it: decides where signature and date stand (7.3.5.1, 7.3.5.2)."""
    signature_stamps: tuple[str, ...] = ()
    """职务 of those whose 签名章 stands in place of a seal, the sponsor's first (7.3.5.3)."""
    attendance: tuple[tuple[str, str], ...] = ()
    """出席, 请假 and 列席 of 纪要 with their names (10.3)."""
    remarks: str = ""
    """附注 without its brackets."""
    annexes: tuple[Annex, ...] = ()
    imprint: Imprint | None = None
    keep_together: tuple[str, ...] = ()
    """Words and names that a title line must not be broken in (the unit's own names, the year theme)."""
