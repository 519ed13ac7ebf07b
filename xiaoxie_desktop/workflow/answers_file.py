"""Reads an answers file (JSON) as strictly as the window reads what is typed: every fault is one sentence."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, NoReturn, cast

from xiaoxie_desktop.core.answers import Value
from xiaoxie_desktop.core.draft import Draft, EditedText, ParagraphKey
from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.core.value_json import CONTROL_CHARACTERS, edited_text_from_json, excerpt, from_json
from xiaoxie_desktop.definitions.kind_names import kind_names
from xiaoxie_desktop.definitions.kinds import load_kind

LARGEST_FILE = 5 * 1024 * 1024
"""Bytes of an answers file that is read at all."""

_KEYS = ("report", "organization", "answers", "year", "texts", "omitted")
_YEARS = range(1978, 2101)
JsonObject = dict[str, JsonValue]


@dataclass(frozen=True, slots=True)
class ParsedDraft:
    """A draft read from outside: not stored yet, with the unit it names."""

    kind: ReportKind
    draft: Draft
    organization: Organization


def read_answers_file(path: Path) -> ParsedDraft:
    """The draft of an answers file.

    Raises:
        BadInput: one Chinese sentence naming the first fault.
    """
    return parse_answers(_load(path))


def _load(path: Path) -> JsonValue:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(f"“{path.name}”太大了，答案文件最多 5 MB，请确认选对了文件。")
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadInput(
            f"“{path.name}”打不开，请确认文件还在、没有被别的程序占用。", details=str(error)
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput(
            f"“{path.name}”不是 UTF-8 编码，请另存为 UTF-8 后再试。", details=str(error)
        ) from error
    try:
        return cast("JsonValue", json.loads(text, parse_float=str, parse_constant=_not_a_number))
    except json.JSONDecodeError as error:
        said = f"“{path.name}”第 {error.lineno} 行第 {error.colno} 个字处写错了，不是完整的 JSON，请改正。"
        raise BadInput(said, details=error.msg) from error
    except (RecursionError, ValueError) as error:
        raise BadInput(
            f"“{path.name}”的内容层次太深或数字太长，请确认选对了文件。", details=str(error)
        ) from error


def _not_a_number(_: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no figures")


def parse_answers(data: JsonValue) -> ParsedDraft:
    """The draft an answers file's content describes.

    Raises:
        BadInput: one Chinese sentence naming the first fault.
    """
    whole = _object(data, "答案文件应是一组填写项，请以 { 开头。")
    _known_keys(whole, _KEYS, "答案文件")
    kind = _kind(whole.get("report"))
    answers = dict(_object(whole.get("answers", {}), "“answers”应是一组填写项。"))
    year = _year(whole.get("year", answers.pop("year", None)), answers)
    _same_period(kind, answers.pop("period", None))
    draft = Draft(
        uid="",
        organization="",
        report=kind.id,
        version=kind.version,
        year=year,
        answers=_answers(kind, answers, year),
        texts=_texts(kind, whole.get("texts", {})),
        omitted=_omitted(kind, whole.get("omitted", [])),
    )
    return ParsedDraft(kind, draft, _organization(whole.get("organization", {})))


def _object(data: JsonValue, otherwise: str) -> JsonObject:
    if not isinstance(data, dict):
        raise BadInput(otherwise)
    return data


def _known_keys(data: JsonObject, known: tuple[str, ...], where: str) -> None:
    for key in data:
        if key not in known:
            raise _unknown(where, key, "一项", known)


def _unknown(where: str, name: str, what: str, known: Iterable[str]) -> BadInput:
    """A foreign name, as long and as strange as it may be, is repeated short and harmless."""
    short = excerpt(name)
    return BadInput(f"{where}里没有“{short}”这{what}{did_you_mean(short, known)}")


def _kind(report: JsonValue) -> ReportKind:
    names = [name.id for name in kind_names()]
    if not isinstance(report, str) or report not in names:
        name = excerpt(str(report)) if report else ""
        wanted = f"没有“{name}”这种报告" if report else "答案文件没有写报告种类（report）"
        raise BadInput(f"{wanted}{did_you_mean(name, names)}")
    return load_kind(report)


def _year(given: JsonValue, answers: JsonObject) -> int:
    if isinstance(given, dict):
        given = given.get("value")
    if isinstance(given, str) and len(given) == 4 and given.isdecimal():
        given = int(given)
    if given is None:
        issued = answers.get("date_of_issue")
        given = (
            int(issued[:4]) if isinstance(issued, str) and issued[:4].isdecimal() else datetime.now(UTC).year
        )
    if isinstance(given, bool) or not isinstance(given, int) or given not in _YEARS:
        raise BadInput("“year”应是四位年份，例如 2026。")
    return given


def _same_period(kind: ReportKind, given: JsonValue) -> None:
    """The period a file names must be one the kind counts in: every figure's period stands in its definition."""
    preset = given.get("preset") if isinstance(given, dict) else given
    known = sorted({field.fact.period.value for _, field in kind.fields() if field.fact})
    if preset is not None and preset not in known:
        name = excerpt(str(preset))
        raise BadInput(f"“{kind.name}”不按“{name}”这个期间统计{did_you_mean(name, known)}")


def _answers(kind: ReportKind, data: JsonObject, year: int) -> Mapping[str, Value]:
    known = {field.id: field for _, field in kind.fields()}
    answers: dict[str, Value] = {}
    for name, value in data.items():
        if name not in known:
            raise _unknown(f"“{kind.name}”", name, "一项", known)
        answers[name] = from_json(value, known[name], year=year)
    return MappingProxyType(answers)


def _texts(kind: ReportKind, data: JsonValue) -> Mapping[ParagraphKey, EditedText]:
    texts: dict[ParagraphKey, EditedText] = {}
    for section, paragraphs in _object(data, "“texts”应按章节分组。").items():
        _known_section(kind, section)
        for key, pieces in _object(paragraphs, "“texts”每一节里应按段分组。").items():
            texts[section, key] = edited_text_from_json(pieces)
    return MappingProxyType(texts)


def _omitted(kind: ReportKind, data: JsonValue) -> tuple[str, ...]:
    if not isinstance(data, list):
        raise BadInput("“omitted”应是一列章节名。")
    omitted = tuple(dict.fromkeys(map(str, data)))
    for section in omitted:
        _known_section(kind, section)
    for step in kind.steps():
        if step.id in omitted and not step.optional:
            raise BadInput(f"“{step.name}”（{step.id}）这一节必须写，请从 omitted 里删去。")
    return omitted


def _known_section(kind: ReportKind, section: str) -> None:
    known = [one.id for one in kind.steps()]
    if section not in known:
        raise _unknown(f"“{kind.name}”", section, "一节", known)


def _organization(data: JsonValue) -> Organization:
    given = _object(data, "“organization”应是一组填写项，至少有 name。")
    known = tuple(field.name for field in fields(Organization))
    _known_keys(given, known, "单位资料")
    profile: dict[str, Any] = {name: _line(value, name) for name, value in given.items() if name != "signers"}
    signers = given.get("signers", [])
    listed = signers if isinstance(signers, list) else [signers]
    return Organization(**{"uid": "", **profile, "signers": tuple(_line(one, "signers") for one in listed)})


def _line(value: JsonValue, name: str) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise BadInput(f"单位资料的“{name}”应是 200 字以内的文字。")
    if CONTROL_CHARACTERS.search(value):
        raise BadInput(f"单位资料的“{name}”里有看不见的控制字符，请删去后再用。")
    return value.strip()
