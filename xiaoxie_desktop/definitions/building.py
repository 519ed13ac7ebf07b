"""Builds the frozen types of the core out of the files' shapes: fields, conditions, sentences, sections."""

from xiaoxie_desktop.core.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Condition,
    Equals,
    Filled,
    Includes,
)
from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.facts import FactBinding
from xiaoxie_desktop.core.report import (
    Check,
    Choice,
    Clause,
    Derivation,
    DerivationKind,
    Field,
    ParagraphTemplate,
    Section,
    Sentence,
    Wording,
)
from xiaoxie_desktop.core.wording import ITEM
from xiaoxie_desktop.definitions.choices import choice_list
from xiaoxie_desktop.definitions.shapes import (
    CheckTable,
    ClauseTable,
    ConditionTable,
    DeriveTable,
    FieldTable,
    ParagraphTable,
    SectionTable,
    SentenceTable,
)
from xiaoxie_desktop.definitions.wordings import read_wording


def build_section(section_id: str, shape: SectionTable, children: tuple[Section, ...], file: str) -> Section:
    """The section of one file, its ``children`` already built.

    Raises:
        DefinitionError: wording that cannot be read, a derivation without its inputs, an unknown choice list.
    """
    fields = tuple(build_field(field, file) for field in shape.fields)
    headings = shape.headings or ([shape.heading] if shape.heading else [])
    return Section(
        id=section_id,
        name=shape.name,
        help=shape.help,
        headings=tuple(read_wording(text, f"{file} 的 heading") for text in headings),
        level=shape.level,
        optional=shape.optional,
        fields=fields,
        paragraphs=tuple(_paragraph(one, fields, file) for one in shape.paragraphs),
        checks=tuple(_check(one) for one in shape.checks),
        children=children,
    )


def build_field(shape: FieldTable, file: str) -> Field:
    """A field or column."""
    return Field(
        id=shape.id,
        type=shape.type,
        label=shape.label,
        help=shape.help,
        example=shape.example,
        units=tuple(shape.units),
        required=shape.required,
        choices=_choices(shape, file),
        columns=tuple(build_field(column, file) for column in shape.columns),
        visible_when=build_condition(shape.visible_when),
        carry_over=shape.carry_over,
        fact=_binding(shape),
        derive=_derivation(shape.derive, f"{file} 的 {shape.id}") if shape.derive else None,
        prefill=shape.prefill,
        default=shape.default,
        group=shape.group,
    )


def _choices(shape: FieldTable, file: str) -> tuple[Choice, ...]:
    if shape.choices_from:
        return choice_list(shape.choices_from, f"{file} 的 {shape.id}")
    return tuple(Choice(choice.id, choice.label) for choice in shape.choices)


def _binding(shape: FieldTable) -> FactBinding | None:
    fact = shape.fact
    return FactBinding(fact.id, fact.item, fact.list, fact.scope, fact.period) if fact else None


def build_condition(shape: ConditionTable | None) -> Condition | None:
    """The condition a table says; the shape has made sure that it says exactly one thing."""
    if shape is None:
        return None
    if shape.field is None:
        inner = tuple(one for table in shape.all or shape.any if (one := build_condition(table)))
        return AllOf(inner) if shape.all else AnyOf(inner)
    if shape.filled is not None:
        return Filled(shape.field, shape.filled)
    if shape.includes is not None:
        return Includes(shape.field, shape.includes)
    if shape.at_least is not None:
        return AtLeast(shape.field, shape.at_least)
    return Equals(shape.field, "" if shape.equals is None else shape.equals)


def _derivation(shape: DeriveTable, place: str) -> Derivation:
    inputs = {
        DerivationKind.SHARE: (shape.part, shape.whole),
        DerivationKind.ROW_SHARE: (shape.part, shape.whole),
        DerivationKind.SUM: (*shape.parts,),
        DerivationKind.DIFFERENCE: (shape.of, *shape.minus),
        DerivationKind.ROW_SUM: (shape.rows, shape.column),
        DerivationKind.ROW_COUNT: (shape.rows,),
        DerivationKind.YEARS_SINCE: (shape.field,),
    }[shape.kind]
    named = tuple(name for name in inputs if name)
    least = 2 if shape.kind in {DerivationKind.SUM, DerivationKind.DIFFERENCE} else len(inputs)
    if len(named) < max(least, len(inputs)):
        raise DefinitionError(f"{place} 的 derive 没有写全，{shape.kind} 需要 {_KEYS[shape.kind]}。")
    return Derivation(shape.kind, named, shape.decimals, shape.base)


_KEYS = {
    DerivationKind.SHARE: "part 和 whole",
    DerivationKind.ROW_SHARE: "part 和 whole",
    DerivationKind.SUM: "至少两个 parts",
    DerivationKind.DIFFERENCE: "of 和 minus",
    DerivationKind.ROW_SUM: "rows 和 column",
    DerivationKind.ROW_COUNT: "rows",
    DerivationKind.YEARS_SINCE: "field 和 base",
}


def _paragraph(shape: ParagraphTable, fields: tuple[Field, ...], file: str) -> ParagraphTemplate:
    place = f"{file} 的段落 {shape.id}"
    columns = _columns(shape.each, fields)
    heading = shape.heading and read_wording(shape.heading, place, columns=columns, parent=shape.each or "")
    return ParagraphTemplate(
        id=shape.id,
        sentences=tuple(
            _sentence(one, number, shape, fields, place) for number, one in enumerate(shape.sentences, 1)
        ),
        heading=heading or None,
        when=build_condition(shape.when),
        each=shape.each or "",
    )


def _sentence(
    shape: SentenceTable, number: int, paragraph: ParagraphTable, fields: tuple[Field, ...], place: str
) -> Sentence:
    each = paragraph.each or ""
    lead = None
    if shape.lead:
        lead = read_wording(shape.lead, place, columns=_columns(each, fields), parent=each, may_end_open=True)
    return Sentence(
        clauses=tuple(
            _clause(one, f"{paragraph.id}.{number}.{index}", each, fields, place)
            for index, one in enumerate(shape.clauses, 1)
        ),
        lead=lead,
        join=shape.join,
        end=shape.end,
        when=build_condition(shape.when),
        always=shape.always,
    )


def _clause(shape: ClauseTable, clause_id: str, outer: str, fields: tuple[Field, ...], place: str) -> Clause:
    parent = shape.each or outer
    columns = _columns(parent, fields)
    texts = shape.texts or [shape.text or ""]
    return Clause(
        id=clause_id,
        wordings=tuple(_wording(text, place, columns, parent) for text in texts),
        when=build_condition(shape.when),
        each=shape.each or "",
        join=shape.join,
        before=shape.before,
        after=shape.after,
        numbered=shape.numbered,
    )


def _wording(text: str, place: str, columns: frozenset[str], parent: str) -> Wording:
    return read_wording(text, place, columns=columns, parent=parent)


def _columns(each: str | None, fields: tuple[Field, ...]) -> frozenset[str]:
    """The names holes may use for the columns of this rows field; ``item`` for one item of a list."""
    field = next((one for one in fields if one.id == each), None)
    if field is None:
        return frozenset()
    return frozenset(column.id for column in field.columns) or frozenset({ITEM})


def _check(shape: CheckTable) -> Check:
    return Check(shape.kind, tuple(shape.parts), shape.whole, shape.warning)
