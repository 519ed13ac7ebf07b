"""The shape of the files of a report kind, as strict pydantic models: what may be written in them, and as what."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from xiaoxie_desktop.core.facts import PeriodPreset
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.official_document import Direction, OfficialForm
from xiaoxie_desktop.core.report import CarryOver, CheckKind, DerivationKind, FieldType

Name = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+$")]
"""An id: small letters, figures and _."""
Text = Annotated[str, StringConstraints(min_length=1)]
Member = TypeVar("Member", bound=StrEnum)


def member_of(names: type[Member]) -> Callable[[Any], Member]:
    """A reader of one word out of a closed set; another word is answered with the nearest."""
    known = [str(name) for name in names]

    def read(value: Any) -> Member:
        if value not in known:
            raise PydanticCustomError(
                "unknown_name",
                "的值不能是“{value}”{end}",
                {"value": str(value), "end": did_you_mean(str(value), known)},
            )
        return names(value)

    return read


class Table(BaseModel):
    """A TOML table whose keys are all known; an unknown one is answered with the nearest."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _know_every_key(cls, data: Any) -> Any:
        known = sorted(cls.model_fields)
        for key in data if isinstance(data, dict) else ():
            if key not in known:
                raise PydanticCustomError(
                    "unknown_key", "{key}", {"key": key, "end": did_you_mean(key, known)}
                )
        return data


class ConditionTable(Table):
    """`{field, equals | filled | includes | at_least}`, `{all = […]}` or `{any = […]}`."""

    field: Name | None = None
    equals: str | bool | int | None = None
    filled: bool | None = None
    includes: str | None = None
    at_least: int | None = None
    all: list["ConditionTable"] = []
    any: list["ConditionTable"] = []

    @model_validator(mode="after")
    def _say_one_thing(self) -> Self:
        tests = [self.equals, self.filled, self.includes, self.at_least]
        named = sum(test is not None for test in tests)
        groups = bool(self.all) + bool(self.any)
        if (self.field is None and (named, groups) != (0, 1)) or (self.field and (named, groups) != (1, 0)):
            raise PydanticCustomError(
                "condition",
                "要么写 field 加 equals、filled、includes、at_least 中的一个，要么只写 all 或 any",
            )
        return self


class ChoiceTable(Table):
    """One choice of a choice field."""

    id: Name
    label: Text


class FactTable(Table):
    """The fact a field is bound to."""

    id: Name
    item: str = ""
    list: str = ""
    scope: str = "own"
    period: Annotated[PeriodPreset, BeforeValidator(member_of(PeriodPreset))] = PeriodPreset.YEAR

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, data: Any) -> Any:
        return {"id": data} if isinstance(data, str) else data


class DeriveTable(Table):
    """How a computed field comes out of others; which keys belong together depends on ``kind``."""

    kind: Annotated[DerivationKind, BeforeValidator(member_of(DerivationKind))]
    part: Name | None = None
    whole: Name | None = None
    parts: list[Name] = []
    of: Name | None = None
    minus: list[Name] = []
    rows: Name | None = None
    column: Name | None = None
    field: Name | None = None
    base: int = 0
    decimals: int = Field(default=1, ge=0, le=4)


class FieldTable(Table):
    """One field, or one column of a rows field."""

    id: Name
    type: Annotated[FieldType, BeforeValidator(member_of(FieldType))]
    label: Text
    help: str = ""
    example: str = ""
    units: list[Text] = []
    required: bool = False
    choices: list[ChoiceTable] = []
    choices_from: Name | None = None
    columns: list["FieldTable"] = []
    visible_when: ConditionTable | None = None
    carry_over: Annotated[CarryOver, BeforeValidator(member_of(CarryOver))] = CarryOver.NEVER
    fact: FactTable | None = None
    derive: DeriveTable | None = None
    prefill: str = ""
    default: str | bool | None = None
    group: str = ""


class ClauseTable(Table):
    """A clause: `"text"`, `["first choice", "else"]` or a table."""

    text: Text | None = None
    texts: list[Text] = []
    when: ConditionTable | None = None
    each: Name | None = None
    join: str = "、"
    before: str = ""
    after: str = ""
    numbered: bool = False

    @model_validator(mode="before")
    @classmethod
    def _short_forms(cls, data: Any) -> Any:
        if isinstance(data, str):
            return {"text": data}
        return {"texts": data} if isinstance(data, list) else data

    @model_validator(mode="after")
    def _say_something(self) -> Self:
        if bool(self.text) == bool(self.texts):
            raise PydanticCustomError("clause", "要写 text 或 texts，只写其中一个")
        return self


class SentenceTable(Table):
    """Clauses joined and closed."""

    clauses: Annotated[list[ClauseTable], Field(min_length=1)]
    lead: Text | None = None
    join: str = "，"
    end: str = "。"
    when: ConditionTable | None = None
    always: bool = False


class ParagraphTable(Table):
    """A paragraph of a section."""

    id: Name
    heading: Text | None = None
    when: ConditionTable | None = None
    each: Name | None = None
    sentences: list[SentenceTable] = []


class CheckTable(Table):
    """A rule over the section's figures."""

    kind: Annotated[CheckKind, BeforeValidator(member_of(CheckKind))]
    parts: Annotated[list[Name], Field(min_length=1)]
    whole: Name
    warning: bool = False


class SectionTable(Table):
    """A section file: `sections/<id>.toml`."""

    name: Text
    help: str = ""
    heading: Text | None = None
    headings: list[Text] = []
    level: int = Field(default=1, ge=0, le=2)
    optional: bool = False
    fields: list[FieldTable] = []
    paragraphs: list[ParagraphTable] = []
    checks: list[CheckTable] = []
    children: list[Name] = []


class TitlesTable(Table):
    """The title pattern of each official form the kind is sent in; the keys are the forms."""

    plain: Text | None = None
    document: Text | None = None


class ReportTable(Table):
    """`report.toml`: what the kind is, and its sections in order.

    ``include`` names sections shared by kinds, as a path below `reports` without its ending
    (`common/v1/document`); its last part is the section's id.
    """

    id: Name
    version: int = Field(ge=1)
    name: Text
    badge: Text
    description: Text
    direction: Annotated[Direction, BeforeValidator(member_of(Direction))] = Direction.UPWARD
    titles: TitlesTable
    sections: Annotated[list[Name], Field(min_length=1)]
    include: list[Text] = []

    def forms(self) -> tuple[tuple[OfficialForm, str], ...]:
        """Each form with its title pattern, the default form first."""
        both = ((OfficialForm.PLAIN, self.titles.plain), (OfficialForm.DOCUMENT, self.titles.document))
        return tuple((form, pattern) for form, pattern in both if pattern)
