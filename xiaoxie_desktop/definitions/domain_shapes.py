"""The shape of the domain lists in `resources/domain`: facts and dated choices, as strict pydantic models."""

from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator, Field

from xiaoxie_desktop.core.report import FieldType
from xiaoxie_desktop.definitions.shapes import Name, Table, Text, member_of


class Merging(StrEnum):
    """What merging the papers of several units does with a fact."""

    SUM = "sum"
    LIST = "list"
    SAME = "same"
    NONE = "none"


class FactDefinition(Table):
    """A fact: what it is called, its type and units, how it is merged, and whether it stands from year to year.

    Ids are append-only: one that is no longer used names its successor in ``replaced_by``.
    """

    id: Name
    label: Text
    group: Text
    type: Annotated[FieldType, BeforeValidator(member_of(FieldType))]
    units: list[Text] = Field(default_factory=list)
    merge: Annotated[Merging, BeforeValidator(member_of(Merging))] = Merging.NONE
    standing: bool = False
    lists: list[Text] = Field(default_factory=list)
    """The statistics it may belong to (cca, 12315); empty for facts that are no complaint figures."""
    replaced_by: Name | None = None


class FactsFile(Table):
    """`facts.toml`."""

    facts: list[FactDefinition]


STILL_USED = 9999
"""The last year of a word that is in use today."""


class DatedChoice(Table):
    """A choice with the years it was used in, both included."""

    id: Name
    label: Text
    valid_from: int = 0
    valid_to: int = STILL_USED


class ChoicesFile(Table):
    """`choices.toml`: each list under its name."""

    lists: dict[str, list[DatedChoice]]
