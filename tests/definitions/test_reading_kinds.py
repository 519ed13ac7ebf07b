"""Reading a report kind: a sound one becomes frozen core types, every fault one Chinese sentence naming it."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from xiaoxie_desktop.core.conditions import AllOf, Equals, Filled
from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.facts import FactBinding, PeriodPreset
from xiaoxie_desktop.core.report import Derivation, DerivationKind, Hole, ReportKind
from xiaoxie_desktop.definitions.reading import read_kind

REPORT = """
id = "small"
version = 1
name = "小总结"
badge = "小"
description = "只为试读。"
include = ["common/v1/document"]
sections = ["main", "document"]
[titles]
plain = "{organization}{year}年总结"
"""
DOCUMENT = """
name = "标题与落款"
level = 0
[[fields]]
id = "date_of_issue"
type = "date"
label = "成文日期"
"""
MAIN = """
name = "投诉"
heading = "受理投诉"
[[fields]]
id = "complaint_accepted_count"
type = "count"
label = "受理"
units = ["件"]
fact = { id = "complaint_accepted_count", list = "cca" }
[[fields]]
id = "complaint_resolved_count"
type = "count"
label = "调解"
units = ["件"]
visible_when = { all = [{ field = "complaint_accepted_count", filled = true }, { field = "told", equals = true }] }
[[fields]]
id = "told"
type = "bool"
label = "写明"
[[fields]]
id = "rate"
type = "computed"
label = "调解率"
derive = { kind = "share", part = "complaint_resolved_count", whole = "complaint_accepted_count" }
[[fields]]
id = "goods"
type = "rows"
label = "商品"
[[fields.columns]]
id = "name"
type = "text"
label = "名称"
[[fields.columns]]
id = "count"
type = "count"
label = "件数"
[[checks]]
kind = "at_most"
parts = ["complaint_resolved_count"]
whole = "complaint_accepted_count"
[[paragraphs]]
id = "main"
[[paragraphs.sentences]]
lead = "全年，"
clauses = [
    "受理{complaint_accepted_count}",
    ["调解{complaint_resolved_count}，调解率{rate}", "调解{complaint_resolved_count}"],
    { each = "goods", text = "{name}{count}", before = "其中" },
]
"""
FILES = {
    "small/v1/report.toml": REPORT,
    "small/v1/sections/main.toml": MAIN,
    "common/v1/document.toml": DOCUMENT,
}
SECTION = "small/v1/sections/main.toml"


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def small_kind(root: Path) -> ReportKind:
    return read_kind(write(root, FILES), "small", 1)


def test_fields_conditions_and_facts_are_read(tmp_path: Path) -> None:
    kind = small_kind(tmp_path)
    resolved, accepted = kind.field("complaint_resolved_count"), kind.field("complaint_accepted_count")
    assert resolved and accepted
    assert resolved.visible_when == AllOf((Filled("complaint_accepted_count"), Equals("told", True)))
    assert accepted.fact == FactBinding("complaint_accepted_count", list="cca", period=PeriodPreset.YEAR)


def test_derivations_are_read(tmp_path: Path) -> None:
    rate = small_kind(tmp_path).field("rate")
    wanted = Derivation(DerivationKind.SHARE, ("complaint_resolved_count", "complaint_accepted_count"))
    assert rate and rate.derive == wanted


def test_clauses_get_ids_holes_and_columns(tmp_path: Path) -> None:
    main = small_kind(tmp_path).step("main")
    assert main
    sentence = main.paragraphs[0].sentences[0]
    assert [clause.id for clause in sentence.clauses] == ["main.1.1", "main.1.2", "main.1.3"]
    assert sentence.lead and sentence.lead.parts == ("全年，",)
    assert [len(clause.wordings) for clause in sentence.clauses] == [1, 2, 1]
    assert sentence.clauses[2].wordings[0].parts == (
        Hole("name", parent="goods"),
        Hole("count", parent="goods"),
    )


@dataclass(frozen=True)
class Fault:
    """One wrong edit of the small kind, and what the sentence must name."""

    name: str
    old: str
    new: str
    says: tuple[str, ...]
    file: str = SECTION
    more: dict[str, str] = field(default_factory=dict)


FAULTS = [
    Fault("unknown key", 'label = "受理"', 'lable = "受理"', ("main.toml", "lable", "label")),
    Fault("unknown key of a condition", "filled = true", "fild = true", ("main.toml", "fild", "field")),
    Fault("unknown type", 'type = "bool"', 'type = "boole"', ("main.toml", "boole", "bool")),
    Fault("unknown derivation", 'kind = "share"', 'kind = "shares"', ("main.toml", "shares", "share")),
    Fault("unknown check", 'kind = "at_most"', 'kind = "atmost"', ("main.toml", "atmost", "at_most")),
    Fault("missing key", 'label = "写明"', "", ("main.toml", "fields[3].label", "没有写")),
    Fault("number for text", 'label = "写明"', "label = 3", ("main.toml", "label", "文字")),
    Fault("text for a list", 'units = ["件"]', 'units = "件"', ("main.toml", "units", "列表")),
    Fault("text for a truth value", 'id = "told"', 'required = "yes"\nid = "told"', ("required", "true")),
    Fault("truth value for a number", 'heading = "受理投诉"', "level = true", ("level", "整数")),
    Fault("id in capitals", 'id = "told"', 'id = "Told"', ("main.toml", "fields[3].id", "小写")),
    Fault("duplicate id", 'id = "told"', 'id = "complaint_accepted_count"', ("重名", "main.toml")),
    Fault("id of a standing hole", 'id = "told"', 'id = "place"', ("重名", "place")),
    Fault("duplicate column", 'id = "count"\ntype = "count"', 'id = "name"\ntype = "count"', ("列", "重名")),
    Fault("hole without field", "受理{complaint_accepted_count}", "受理{complaint_acepted_count}",
          ("complaint_acepted_count", "complaint_accepted_count", "main.toml")),
    Fault("hole of a column outside its rows", '"受理{complaint_accepted_count}"', '"受理{name}"', ("{name}",)),
    Fault("brace without end", "受理{complaint_accepted_count}", "受理{complaint_accepted_count", ("花括号",)),
    Fault("format not of the type", "受理{complaint_accepted_count}", "受理{complaint_accepted_count:title}",
          ("complaint_accepted_count:title", "bare")),
    Fault("rows without format", "受理{complaint_accepted_count}", "受理{goods}", ("{goods}", "count")),
    Fault("hole in the title without field", "{year}年", "{yaer}年", ("yaer", "year"), "small/v1/report.toml"),
    Fault("wording ends with punctuation", '"受理{complaint_accepted_count}"',
          '"受理{complaint_accepted_count}，"', ("标点", "main.toml")),
    Fault("wording begins with punctuation", '"受理{complaint_accepted_count}"',
          '"，受理{complaint_accepted_count}"', ("标点",)),
    Fault("lead ends a sentence", 'lead = "全年，"', 'lead = "全年。"', ("标点",)),
    Fault("empty clause", '"受理{complaint_accepted_count}"', '""', ("main.toml", "clauses[1]")),
    Fault("clause with text and texts", '{ each = "goods", text', '{ texts = ["甲"], each = "goods", text',
          ("text 或 texts",)),
    Fault("each of no field", 'each = "goods"', 'each = "godos"', ("godos", "goods")),
    Fault("each of no rows", 'each = "goods"', 'each = "told"', ("told", "表格")),
    Fault("section without file", 'sections = ["main",', 'sections = ["main", "mian",',
          ("report.toml", "mian", "main"), "small/v1/report.toml"),
    Fault("section named twice", 'sections = ["main",', 'sections = ["main", "main",',
          ("main", "两次"), "small/v1/report.toml"),
    Fault("file without section", 'sections = ["main",', "sections = [",
          ("main.toml", "没有列进"), "small/v1/report.toml"),
    Fault("included file missing", "common/v1/document", "common/v1/documents",
          ("include", "documents"), "small/v1/report.toml"),
    Fault("no document section", 'sections = ["main", "document"]\n', 'sections = ["main"]\n',
          ("document", "没有列进"), "small/v1/report.toml"),
    Fault("no title", 'plain = "{organization}{year}年总结"', "", ("titles",), "small/v1/report.toml"),
    Fault("unknown form", "plain =", "plian =", ("plian", "plain"), "small/v1/report.toml"),
    Fault("id of another folder", 'id = "small"', 'id = "large"', ("large", "文件夹"), "small/v1/report.toml"),
    Fault("visible by an unknown field", 'field = "told"', 'field = "tolt"', ("tolt", "told")),
    Fault("visible by itself", 'field = "told"', 'field = "complaint_resolved_count"', ("它自己",)),
    Fault("visible by each other", 'id = "told"\ntype = "bool"',
          'id = "told"\nvisible_when = { field = "complaint_resolved_count", filled = true }\ntype = "bool"',
          ("它自己",)),
    Fault("never visible: not a truth value", 'equals = true', 'equals = "yes"', ("永远不成立",)),
    Fault("never visible: two demands", '{ field = "told", equals = true }',
          '{ field = "told", equals = true }, { field = "told", equals = false }', ("永远不成立",)),
    Fault("never visible: no such choice", '{ field = "told", equals = true }',
          '{ field = "told", includes = "x" }', ("永远不成立",)),
    Fault("condition says two things", "filled = true", "filled = true, at_least = 2", ("field 加",)),
    Fault("derive input unknown", 'part = "complaint_resolved_count"', 'part = "complaint_resolve_count"',
          ("complaint_resolve_count", "complaint_resolved_count")),
    Fault("derive input no figure", 'part = "complaint_resolved_count"', 'part = "told"', ("told", "数字")),
    Fault("derive input missing", ', whole = "complaint_accepted_count" }', " }", ("derive", "whole")),
    Fault("derive of itself", 'part = "complaint_resolved_count"', 'part = "rate"', ("绕回",)),
    Fault("derive on a typed field", 'id = "told"\ntype = "bool"',
          'id = "told"\nderive = { kind = "row_count", rows = "goods" }\ntype = "bool"', ("derive", "computed")),
    Fault("check on an unknown field", 'parts = ["complaint_resolved_count"]',
          'parts = ["complaint_resolve_count"]', ("checks", "complaint_resolved_count")),
    Fault("check on no figure", 'parts = ["complaint_resolved_count"]', 'parts = ["told"]', ("told", "数字")),
    Fault("unknown fact", 'fact = { id = "complaint_accepted_count"', 'fact = { id = "complaint_accept_count"',
          ("complaint_accept_count", "complaint_accepted_count", "facts.toml")),
    Fault("unknown period", 'list = "cca" }', 'list = "cca", period = "years" }', ("years", "year")),
    Fault("statistics of another list", 'list = "cca"', 'list = "cc"', ("cc", "口径")),
    Fault("id not of its fact", 'id = "told"\ntype = "bool"', 'id = "told"\nfact = "theme"\ntype = "text"',
          ("theme__", "told")),
    Fault("two fields of one fact key", 'id = "complaint_resolved_count"\n',
          'id = "complaint_accepted_count__again"\nfact = { id = "complaint_accepted_count", list = "cca" }\n',
          ("complaint_accepted_count__again", "complaint_accepted_count", "同一个事实")),
    Fault("choice without choices", 'type = "bool"', 'type = "choice"', ("told", "choices")),
    Fault("unknown list of choices", 'type = "bool"', 'type = "choice"\nchoices_from = "complaint_nature"',
          ("complaint_nature", "complaint_natures")),
    Fault("unknown dated table", 'type = "bool"', 'type = "text"\nprefill = "theme"', ("prefill", "theme")),
    Fault("money in another unit", 'type = "bool"', 'type = "money"\nunits = ["美元"]', ("money", "万元")),
    Fault("not TOML", "[[fields]]", "[[fields", ("main.toml", "写法有误")),
    Fault("fields beside children", 'heading = "受理投诉"', 'heading = "受理投诉"\nchildren = ["part"]',
          ("下级章节", "main.toml"), more={"small/v1/sections/part.toml": 'name = "小节"\n'}),
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_named_in_one_chinese_sentence(fault: Fault, tmp_path: Path) -> None:
    sound = FILES[fault.file]
    assert fault.old in sound
    files = FILES | fault.more | {fault.file: sound.replace(fault.old, fault.new, 1)}
    with pytest.raises(DefinitionError) as caught:
        read_kind(write(tmp_path, files), "small", 1)
    sentence = str(caught.value)
    assert all(word in sentence for word in fault.says), sentence
    assert "\n" not in sentence
    assert sentence.endswith(("。", "？")), sentence


def test_a_file_of_another_encoding_is_named(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / SECTION).write_bytes(MAIN.encode("gb18030"))
    with pytest.raises(DefinitionError, match=r"main\.toml.*UTF-8"):
        read_kind(tmp_path, "small", 1)


def test_a_file_of_more_than_a_megabyte_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, FILES | {SECTION: MAIN + "# " + "长" * 400_000})
    with pytest.raises(DefinitionError, match=r"main\.toml.*1 MB"):
        read_kind(tmp_path, "small", 1)


def test_a_missing_report_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DefinitionError, match=r"small/v1/report\.toml"):
        read_kind(tmp_path, "small", 1)
