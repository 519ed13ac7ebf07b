"""The fact base (台账) and the drafts: what an answer says of a fact, and what facts answer in a new draft."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from uuid import uuid4

from xiaoxie_desktop.core.answers import Answers, Row, Rows, Unreadable, Value, is_filled
from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.facts import FactKey, key_of
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.report import Field, FieldType, ReportKind
from xiaoxie_desktop.core.value_json import from_json, to_json
from xiaoxie_desktop.storage.records import KnownFact

_NAMING = frozenset({FieldType.TEXT, FieldType.CHOICE, FieldType.ORGANIZATION})


def facts_in(
    field: Field, before: Value | None, after: Value | None, *, organization: str, year: int
) -> tuple[KnownFact, ...]:
    """What changing the answer of this field says of the fact base; nothing for a field bound to no fact.

    A table gives one fact per row, whose item is the row's name; a row that is gone takes its fact away.
    What was typed but not understood changes no fact.
    """
    if field.fact is None:
        return ()
    key = key_of(field.fact, organization=organization, year=year)
    if field.type is FieldType.ROWS:
        return tuple(_rows_facts(field, key, before, after))
    if isinstance(after, Unreadable):
        return ()
    return (KnownFact(key, to_json(after) if after is not None and is_filled(after) else None),)


def _rows_facts(field: Field, key: FactKey, before: Value | None, after: Value | None) -> Iterator[KnownFact]:
    old, new = _named_rows(field, before), _named_rows(field, after)
    if list(old.items()) == list(new.items()):
        return
    # all of them anew, so that the fact base keeps the order of the rows
    yield from (KnownFact(replace(key, item=name), None) for name in old)
    yield from (KnownFact(replace(key, item=name), cells) for name, cells in new.items())


def _named_rows(field: Field, value: Value | None) -> dict[str, JsonValue]:
    """Name of each row → its cells as JSON; of two rows with one name the first counts."""
    named: dict[str, JsonValue] = {}
    for row in value.rows if isinstance(value, Rows) else ():
        name = _row_name(field, row)
        if name and name not in named:
            named[name] = {column: to_json(cell) for column, cell in row.cells.items() if is_filled(cell)}
    return named


def _row_name(field: Field, row: Row) -> str:
    column = next((column for column in field.columns if column.type in _NAMING), None)
    cell = row.cells.get(column.id) if column else None
    return cell.strip() if isinstance(cell, str) else ""


def facts_of_answers(
    kind: ReportKind, answers: Answers, *, organization: str, year: int
) -> tuple[KnownFact, ...]:
    """What all answers of a draft say of the fact base."""
    return tuple(
        fact
        for _, field in kind.fields()
        if field.id in answers
        for fact in facts_in(field, None, answers[field.id], organization=organization, year=year)
    )


def answers_from(
    kind: ReportKind, facts: Mapping[FactKey, JsonValue], *, organization: str, year: int
) -> Answers:
    """The answers which the facts of this organization and year already give."""
    answers: dict[str, Value] = {}
    for _, field in kind.fields():
        if field.fact:
            key = key_of(field.fact, organization=organization, year=year)
            value = _known_value(field, key, facts)
            if value is not None:
                answers[field.id] = value
    return MappingProxyType(answers)


def _known_value(field: Field, key: FactKey, facts: Mapping[FactKey, JsonValue]) -> Value | None:
    if field.type is not FieldType.ROWS:
        return _readable(facts.get(key), field, key.year)
    known = [cells for one, cells in facts.items() if one.item and replace(one, item=key.item) == key]
    rows: JsonValue = [{"uid": uuid4().hex, **cells} for cells in known if isinstance(cells, dict)]
    value = _readable(rows, field, key.year)
    return value if value is not None and is_filled(value) else None


def _readable(data: JsonValue, field: Field, year: int) -> Value | None:
    """The value; None for what another kind's field stored in a form this one does not take."""
    if data is None:
        return None
    try:
        return from_json(data, field, year=year)
    except BadInput:
        return None
