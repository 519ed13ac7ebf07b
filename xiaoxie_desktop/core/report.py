"""The definition of a report kind: sections, fields and sentences as frozen data, read from TOML by ``definitions``."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from xiaoxie_desktop.core.conditions import Condition
from xiaoxie_desktop.core.facts import FactBinding
from xiaoxie_desktop.core.official_document import Direction, OfficialForm


class FieldType(StrEnum):
    """The closed set of field types; each has one editor, one reader and one way to be printed."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    BOOL = "bool"
    DATE = "date"
    DATE_RANGE = "date_range"
    COUNT = "count"
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENT = "percent"
    ORDINAL = "ordinal"
    CHOICE = "choice"
    CHOICES = "choices"
    LIST = "list"
    ORGANIZATION = "organization"
    PEOPLE = "people"
    CONTACT = "contact"
    DOCUMENT_REFERENCE = "document_reference"
    ROWS = "rows"
    COMPUTED = "computed"


AMOUNT_TYPES = frozenset(
    {FieldType.COUNT, FieldType.QUANTITY, FieldType.MONEY, FieldType.PERCENT, FieldType.ORDINAL}
)
"""The types whose value is an ``Amount``."""
TEXT_TYPES = frozenset({FieldType.TEXT, FieldType.LONG_TEXT, FieldType.CHOICE, FieldType.ORGANIZATION})
"""The types whose value is a ``str``."""
LIST_TYPES = frozenset({FieldType.CHOICES, FieldType.LIST, FieldType.PEOPLE})
"""The types whose value is ``Items``."""


class CarryOver(StrEnum):
    """What copying last year's report does with an answer: dated figures never, standing facts always."""

    NEVER = "never"
    ASK = "ask"
    ALWAYS = "always"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: ``id`` is stored, ``label`` is read and printed."""

    id: str
    label: str


class DerivationKind(StrEnum):
    """How a computed field comes out of others."""

    SHARE = "share"
    SUM = "sum"
    DIFFERENCE = "difference"
    ROW_SUM = "row_sum"
    ROW_SHARE = "row_share"
    ROW_COUNT = "row_count"
    YEARS_SINCE = "years_since"


@dataclass(frozen=True, slots=True)
class Derivation:
    """A computed figure. ``inputs`` by kind:

    share (part, whole) in %; sum (a, b, …); difference (from, minus, …); row_sum (rows field, column);
    row_share (column of the same row, whole); row_count (rows or list field); years_since (field holding a
    year) counted from ``base``. ``decimals`` are those printed, rounded half up.
    """

    kind: DerivationKind
    inputs: tuple[str, ...]
    decimals: int = 1
    base: int = 0


@dataclass(frozen=True, slots=True)
class Field:
    """One question. ``unit`` is the first of ``units``; ``columns`` belong to rows only, ``choices`` to choices only."""

    id: str
    type: FieldType
    label: str
    help: str = ""
    example: str = ""
    units: tuple[str, ...] = ()
    required: bool = False
    choices: tuple[Choice, ...] = ()
    columns: tuple["Field", ...] = ()
    visible_when: Condition | None = None
    carry_over: CarryOver = CarryOver.NEVER
    fact: FactBinding | None = None
    derive: Derivation | None = None
    prefill: str = ""
    """Name of a dated table whose entry for the report's year is offered as first value (year_theme)."""
    default: str | bool | None = None
    """What a new draft starts with: the id of a choice, or a truth value."""
    group: str = ""
    """Sub-heading the field stands under in the form; empty = none."""

    @property
    def unit(self) -> str:
        """The unit a new figure gets; empty when the field has none."""
        return self.units[0] if self.units else ""

    @property
    def takes_any_unit(self) -> bool:
        """Whether the writer names the unit: a quantity for which the definition lists none (46台, 120条)."""
        return self.type is FieldType.QUANTITY and not self.units

    def column(self, column_id: str) -> "Field | None":
        """The column of this id, if there is one."""
        return next((column for column in self.columns if column.id == column_id), None)


@dataclass(frozen=True, slots=True)
class Hole:
    """``{field:format}`` in a sentence. ``parent`` names the rows field when the hole is a column of each row."""

    field: str
    format: str = ""
    parent: str = ""


TextPart = str | Hole


@dataclass(frozen=True, slots=True)
class Wording:
    """Text with holes: ``发放宣传资料{material_count}`` → ("发放宣传资料", Hole("material_count"))."""

    parts: tuple[TextPart, ...]

    @property
    def holes(self) -> tuple[Hole, ...]:
        """The holes in order."""
        return tuple(part for part in self.parts if isinstance(part, Hole))


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence that vanishes when one of its facts is missing.

    ``wordings`` are tried in order, the first whose holes are all filled is printed. With ``each`` (a rows or
    list field) the wording is printed once per row, joined by ``join``, between ``before`` and ``after``;
    ``numbered`` then puts 一是, 二是 … before each row. In a list the hole is ``{item}``.
    """

    id: str
    wordings: tuple[Wording, ...]
    when: Condition | None = None
    each: str = ""
    join: str = "、"
    before: str = ""
    after: str = ""
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """Clauses joined by ``join`` and closed by ``end``.

    ``lead`` is printed first if any clause is left and its own holes are filled; a sentence without a clause
    left is not printed. A clause without holes, ``each`` or ``when`` keeps no sentence alive unless ``always`` is set.
    """

    clauses: tuple[Clause, ...]
    lead: Wording | None = None
    join: str = "，"
    end: str = "。"
    when: Condition | None = None
    always: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphTemplate:
    """A paragraph of a section: sentences, or one paragraph per row with ``each``.

    ``heading`` makes it a paragraph with a numbered heading one level below its section's; with sentences
    the text runs on after it. A heading that holds facts stands alone when no sentence is left; one without
    facts goes with its text.
    """

    id: str
    sentences: tuple[Sentence, ...] = ()
    heading: Wording | None = None
    when: Condition | None = None
    each: str = ""


class CheckKind(StrEnum):
    """The arithmetic a section's figures must obey."""

    AT_MOST = "at_most"
    SUM_AT_MOST = "sum_at_most"
    SUM_EQUALS = "sum_equals"
    ROWS_AT_MOST = "rows_at_most"
    ROWS_EQUAL = "rows_equal"
    DATE_NOT_AFTER = "date_not_after"


@dataclass(frozen=True, slots=True)
class Check:
    """A rule over figures, by kind:

    at_most: parts[0] ≤ whole; sum_at_most / sum_equals: Σ parts ≤ / = whole; rows_at_most / rows_equal:
    Σ of column parts[1] of the rows field parts[0] ≤ / = whole; date_not_after: date parts[0] is not after
    date whole. A missing, unreadable or inexact figure makes the rule silent, but at_most compares the plain
    numbers of 余/多/约/近, and sums that may be at most the whole are content with the figures that are there.
    The finding is an error unless the definition says ``warning``.
    """

    kind: CheckKind
    parts: tuple[str, ...]
    whole: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the report.

    ``level`` 0 prints no heading, 1 and 2 number it. A section with ``children`` is only their heading
    (一、主要工作): it has no fields and is printed when a child is. ``heading`` may hold facts; the first of
    ``headings`` whose holes are filled is printed, ``name`` is what the step list shows.
    """

    id: str
    name: str
    help: str = ""
    headings: tuple[Wording, ...] = ()
    level: int = 1
    optional: bool = False
    fields: tuple[Field, ...] = ()
    paragraphs: tuple[ParagraphTemplate, ...] = ()
    checks: tuple[Check, ...] = ()
    children: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class ReportKind:
    """A report kind in one version. ``titles`` holds the title pattern of each official form."""

    id: str
    version: int
    name: str
    description: str
    forms: tuple[OfficialForm, ...]
    direction: Direction
    titles: tuple[tuple[OfficialForm, Wording], ...]
    sections: tuple[Section, ...]
    document_section: str = "document"
    """Id of the section with the document's own facts (title, recipients, date …); it prints no text."""
    badge: str = ""
    """The two to four characters of the list's badge."""

    def steps(self) -> Iterator[Section]:
        """The sections staff fill, in order: those without children, children in place of their parent."""
        for section in self.sections:
            yield from section.children or (section,)

    def fields(self) -> Iterator[tuple[Section, Field]]:
        """Every field with its section, in order."""
        for section in self.steps():
            for one in section.fields:
                yield section, one

    def field(self, field_id: str) -> Field | None:
        """The field of this id, if there is one."""
        return next((one for _, one in self.fields() if one.id == field_id), None)

    def step(self, section_id: str) -> Section | None:
        """The section of this id among the steps, if there is one."""
        return next((section for section in self.steps() if section.id == section_id), None)
