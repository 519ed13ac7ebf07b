"""Checks that everything a kind's sentences, titles and conditions name is there and can be printed as asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from xiaoxie_desktop.core.conditions import Condition, fields_of
from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.report import (
    LIST_TYPES,
    Clause,
    Field,
    FieldType,
    Hole,
    ParagraphTemplate,
    ReportKind,
    Section,
    Wording,
)
from xiaoxie_desktop.core.value_text import formats_of
from xiaoxie_desktop.core.wording import ITEM, STANDING_HOLES
from xiaoxie_desktop.definitions.field_rules import check_fields
from xiaoxie_desktop.definitions.reachability import check_reachable


def check_references(kind: ReportKind, report_file: str, files: Mapping[str, str]) -> None:
    """Check a built kind; ``files`` names the file of each section.

    Raises:
        DefinitionError: the first thing found wrong, naming file, key and the nearest known name.
    """
    fields = check_fields(kind, files)
    check_reachable(kind, fields, files)
    for _, title in kind.titles:
        _check_wording(title, fields, f"{report_file} 的 titles")
    if kind.step(kind.document_section) is None:
        raise DefinitionError(
            f"{report_file} 的 sections 里没有“{kind.document_section}”，标题与落款要有地方填。"
        )
    for section in _all_sections(kind.sections):
        _check_section(section, fields, files[section.id])


def _all_sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _all_sections(section.children)


def _check_section(section: Section, fields: Mapping[str, Field], file: str) -> None:
    if section.children and (section.fields or section.paragraphs):
        raise DefinitionError(f"{file} 有下级章节，就不能再有自己的 fields 和 paragraphs，请移到下级章节里。")
    for heading in section.headings:
        _check_wording(heading, fields, f"{file} 的 heading")
    seen: set[str] = set()
    for paragraph in section.paragraphs:
        if paragraph.id in seen:
            raise DefinitionError(f"{file} 里段落“{paragraph.id}”写了两次，请改成不同的名称。")
        seen.add(paragraph.id)
        _check_paragraph(paragraph, fields, f"{file} 的段落 {paragraph.id}")


def _check_paragraph(paragraph: ParagraphTemplate, fields: Mapping[str, Field], place: str) -> None:
    _check_each(paragraph.each, fields, place)
    _check_condition(paragraph.when, fields, place)
    listed = _is_list(paragraph.each, fields)
    if paragraph.heading:
        _check_wording(paragraph.heading, fields, place, listed)
    for sentence in paragraph.sentences:
        _check_condition(sentence.when, fields, place)
        if sentence.lead:
            _check_wording(sentence.lead, fields, place, listed)
        for clause in sentence.clauses:
            _check_clause(clause, fields, place, listed)


def _check_clause(clause: Clause, fields: Mapping[str, Field], place: str, listed: bool) -> None:
    _check_each(clause.each, fields, place)
    _check_condition(clause.when, fields, place)
    for wording in clause.wordings:
        _check_wording(wording, fields, place, listed or _is_list(clause.each, fields))


def _check_each(each: str, fields: Mapping[str, Field], place: str) -> None:
    if not each:
        return
    field = fields.get(each)
    if field is None:
        raise DefinitionError(f"{place} 的 each 没有“{each}”这个填写项{did_you_mean(each, fields)}")
    if field.type is not FieldType.ROWS and field.type not in LIST_TYPES:
        raise DefinitionError(f"{place} 的 each 要用表格或列表，“{each}”不是。")


def _is_list(each: str, fields: Mapping[str, Field]) -> bool:
    return each in fields and fields[each].type in LIST_TYPES


def _check_condition(condition: Condition | None, fields: Mapping[str, Field], place: str) -> None:
    for name in fields_of(condition):
        if name not in fields and name not in STANDING_HOLES:
            raise DefinitionError(f"{place} 的 when 没有“{name}”这个填写项{did_you_mean(name, fields)}")


def _check_wording(wording: Wording, fields: Mapping[str, Field], place: str, listed: bool = False) -> None:
    for hole in wording.holes:
        if hole.field == ITEM and listed:
            continue
        _check_hole(hole, _field_of(hole, fields, place), place)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A standing hole: text without formats."""

    type: FieldType = FieldType.TEXT


def _field_of(hole: Hole, fields: Mapping[str, Field], place: str) -> Field | _Standing:
    if hole.parent and (column := fields[hole.parent].column(hole.field)):
        return column
    if hole.field in STANDING_HOLES:
        return _Standing()
    if hole.field not in fields:
        known = [*fields, *STANDING_HOLES]
        raise DefinitionError(
            f"{place} 里的“{{{hole.field}}}”没有对应的填写项{did_you_mean(hole.field, known)}"
        )
    return fields[hole.field]


def _check_hole(hole: Hole, field: Field | _Standing, place: str) -> None:
    formats = formats_of(field.type)
    if hole.format not in formats:
        known = "、".join(name for name in formats if name)
        wanted = f"“{{{hole.field}:{hole.format}}}”" if hole.format else f"“{{{hole.field}}}”"
        rest = f"可以写 {known}" if known else "不能带格式"
        raise DefinitionError(f"{place} 里的{wanted}不能这样印，{field.type} 类型{rest}。")
