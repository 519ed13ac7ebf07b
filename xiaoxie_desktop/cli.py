"""The command line: the second shell over the same workflow as the window."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from xiaoxie_desktop.core.errors import BadInput, UserError
from xiaoxie_desktop.core.facts import PeriodPreset
from xiaoxie_desktop.core.findings import Finding, Severity
from xiaoxie_desktop.core.json_value import JsonValue
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.pages import Line
from xiaoxie_desktop.core.report import Choice, Field, FieldType
from xiaoxie_desktop.core.value_json import excerpt
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.workflow.answers_file import ParsedDraft, read_answers_file
from xiaoxie_desktop.workflow.checking import check_file, located
from xiaoxie_desktop.workflow.diagnosing import CheckState, diagnose
from xiaoxie_desktop.workflow.exporting import PaintPdf, export, paged, prepare, text_lines
from xiaoxie_desktop.workflow.kind_names import kind_names
from xiaoxie_desktop.workflow.kinds import load_kind
from xiaoxie_desktop.workflow.workspace import Workspace, open_workspace

DONE, FOUND_ERRORS, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

OF_EVERY_REPORT = (
    Field(id="year", type=FieldType.COUNT, label="报告年度"),
    Field(
        id="period",
        type=FieldType.CHOICE,
        label="统计期间",
        choices=tuple(Choice(preset.value, preset.label) for preset in PeriodPreset),
    ),
)
"""What an answers file may say of every report beside its kind's own fields; a stored draft knows them by itself."""

COMMANDS = ("kinds", "fields", "export", "check", "pages", "store", "drafts", "doctor")


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are Chinese sentences."""

    def error(self, message: str) -> NoReturn:
        raise BadInput("命令写得不对，请看 xiaoxie-desktop --help 里的用法。", details=message)


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns the exit code. Never raises for anything a user can cause."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(arguments)
    except UserError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED


def _run(arguments: Sequence[str]) -> int:
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(resource_path("help", "cli.txt").read_text(encoding="utf-8"), end="")
        return DONE
    options = _parser().parse_args(_checked(arguments))
    command: Callable[[argparse.Namespace], int] = options.run
    return command(options)


def _checked(arguments: Sequence[str]) -> list[str]:
    """The arguments, if the first that is no option is a command we know."""
    words = [
        word
        for before, word in zip(["", *arguments], arguments, strict=False)
        if not word.startswith("-") and before != "--data"
    ]
    if not words:
        raise BadInput("没有写要做什么，请看 xiaoxie-desktop --help 里的用法。")
    if words[0] not in COMMANDS:
        name = excerpt(words[0])
        raise BadInput(f"没有“{name}”这个命令{did_you_mean(name, COMMANDS)}")
    return list(arguments)


def _folder(named: str) -> Path:
    if not named.strip():
        raise BadInput("--data 后面要写一个文件夹。")
    return Path(named)


def _parser() -> argparse.ArgumentParser:
    common = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--data", type=_folder)
    common.add_argument("--json", action="store_true")
    parser = _Parser(add_help=False, parents=[common])
    commands = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)
    runners = (_kinds, _fields, _export, _check, _pages, _store, _drafts, _doctor)
    made = {name: commands.add_parser(name, add_help=False, parents=[common]) for name in COMMANDS}
    for name, runner in zip(COMMANDS, runners, strict=True):
        made[name].set_defaults(run=runner)
    made["fields"].add_argument("kind")
    for name in ("export", "check", "pages", "store"):
        made[name].add_argument("draft")
    made["export"].add_argument("--to", type=Path, required=True)
    made["export"].add_argument("--form", choices=("plain", "document"))
    made["export"].add_argument("--strict", action="store_true")
    made["export"].add_argument("--final", action="store_true")
    return parser


def _as_json(options: argparse.Namespace) -> bool:
    return bool(getattr(options, "json", False))


def _workspace(options: argparse.Namespace) -> Workspace:
    return open_workspace(getattr(options, "data", None))


def _print_json(value: JsonValue) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))


def _kinds(options: argparse.Namespace) -> int:
    kinds = [load_kind(name.id) for name in kind_names()]
    if not _as_json(options):
        print("\n".join(f"{kind.id}\t{kind.name}" for kind in kinds))
        return DONE
    _print_json(
        [
            {
                "id": kind.id,
                "name": kind.name,
                "version": kind.version,
                "form": kind.forms[0].value,
                "forms": [form.value for form in kind.forms],
                "sections": [
                    {"id": section.id, "heading": section.name, "optional": section.optional}
                    for section in kind.steps()
                ],
            }
            for kind in kinds
        ]
    )
    return DONE


def _fields(options: argparse.Namespace) -> int:
    kind = load_kind(options.kind)
    document = next(one for one in kind.steps() if one.id == kind.document_section)
    asked = [(document, field) for field in OF_EVERY_REPORT] + list(kind.fields())
    if _as_json(options):
        _print_json([{"section": section.id, **_field(field)} for section, field in asked])
        return DONE
    for section, field in asked:
        print("\t".join((section.name, field.id, field.type.value, field.label, field.unit)))
    return DONE


def _field(field: Field) -> dict[str, JsonValue]:
    return {
        "id": field.id,
        "type": field.type.value,
        "label": field.label,
        "unit": field.unit,
        "required": field.required,
        "fact": field.fact.fact if field.fact else None,
        "choices": [{"id": choice.id, "label": choice.label} for choice in field.choices],
        "columns": [_field(column) for column in field.columns],
    }


def _draft(options: argparse.Namespace) -> ParsedDraft:
    """What DRAFT names: an answers file, else the id of a stored draft."""
    path = Path(options.draft)
    if path.suffix.lower() == ".xiaoxie" or (path.suffix.lower() == ".docx" and _is_file(path)):
        raise BadInput(f"这个版本还不能从“{path.name}”读回草稿，请用已存草稿的编号或答案文件。")
    if path.suffix.lower() == ".json" or _is_file(path):
        return read_answers_file(path)
    workspace = _workspace(options)
    try:
        if options.draft not in {row.uid for row in workspace.drafts()}:
            raise BadInput(f"没有“{excerpt(options.draft)}”这份草稿或这个文件，请用 drafts 查看编号。")
        session = workspace.open_draft(options.draft)
        return ParsedDraft(session.kind, session.draft, session.organization)
    finally:
        workspace.close()


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # a name too long for any file, a folder nobody may look into
        return False


def _is_same_file(source: Path, target: Path) -> bool:
    try:
        return source.samefile(target)
    except OSError:
        return False


def _export(options: argparse.Namespace) -> int:
    parsed = _draft(options)
    target: Path = options.to
    if _is_same_file(Path(options.draft), target):
        raise BadInput("导出的文件和读入的文件是同一个，请换一个文件名。")
    if options.form:
        if options.form not in parsed.kind.forms:
            raise BadInput(f"“{parsed.kind.name}”不印成这种格式，去掉 --form 再试。")
        parsed = replace(
            parsed, draft=replace(parsed.draft, answers={**parsed.draft.answers, "form": options.form})
        )
    prepared = prepare(parsed.kind, parsed.draft, parsed.organization)
    errors = sum(1 for finding in prepared.findings if finding.severity is Severity.ERROR)
    warnings = sum(1 for finding in prepared.findings if finding.severity is Severity.WARNING)
    if options.strict and errors:
        print(f"还有 {errors} 处错误，没有导出。", file=sys.stderr)
        return FOUND_ERRORS
    report = export(prepared, target, _pdf_painter(target), final=options.final)
    if errors or warnings:
        print(f"已导出，还有 {errors} 处错误、{warnings} 处提示，可用 check 查看。", file=sys.stderr)
    if report.removed_characters:
        print(f"有 {report.removed_characters} 个看不见的控制字符没有写进文件。", file=sys.stderr)
    return DONE


def _pdf_painter(target: Path) -> PaintPdf | None:
    """Who paints the PDF, if it is to be one: only then is Qt loaded."""
    if target.suffix.lower() != ".pdf":
        return None
    from xiaoxie_desktop.ui.preview.pdf import paint_pdf  # noqa: PLC0415

    return paint_pdf


def _check(options: argparse.Namespace) -> int:
    path = Path(options.draft)
    findings = check_file(path) if path.suffix.lower() in {".txt", ".docx"} else _draft_findings(options)
    if _as_json(options):
        _print_json({"findings": [_finding(one) for one in findings]})
    else:
        print("\n".join(_finding_line(one) for one in findings) or "没有发现问题")
    return FOUND_ERRORS if any(one.severity is Severity.ERROR for one in findings) else DONE


def _draft_findings(options: argparse.Namespace) -> tuple[Finding, ...]:
    """The findings of a draft; of a stored one those the window shows, without what was put aside."""
    parsed = _draft(options)
    prepared = prepare(parsed.kind, parsed.draft, parsed.organization)
    findings = prepared.findings
    if parsed.draft.uid:
        workspace = _workspace(options)
        try:
            findings = workspace.open_draft(parsed.draft.uid).findings
        finally:
            workspace.close()
    return located(findings, text_lines(prepared), prepared.composed)


def _finding(one: Finding) -> JsonValue:
    return {
        "rule": one.rule,
        "severity": one.severity.value,
        "message": one.message,
        "excerpt": one.excerpt,
        "line": one.line,
        "column": one.column,
        "length": one.length,
        "suggestion": one.suggestion,
        "section": one.section,
        "field": one.field,
    }


def _finding_line(one: Finding) -> str:
    place = f"第 {one.line} 行第 {one.column} 字：" if one.line else ""
    return f"{one.severity.label}\t{place}{one.message}"


def _pages(options: argparse.Namespace) -> int:
    """Every line of the laid-out pages; lengths in twips from the sheet's top left corner."""
    parsed = _draft(options)
    pages = paged(prepare(parsed.kind, parsed.draft, parsed.organization)).pages
    if _as_json(options):
        _print_json({"pages": [{"lines": [_page_line(line) for line in page.lines]} for page in pages]})
        return DONE
    for page in pages:
        print(f"第 {page.number} 页")
        for line in page.lines:
            print("\t".join((str(line.x), str(line.y), str(line.width), str(line.spacing), line.text)))
    return DONE


def _page_line(line: Line) -> JsonValue:
    return {
        "role": line.role.value,
        "text": line.text,
        "x": line.x,
        "y": line.y,
        "width": line.width,
        "spacing": line.spacing,
    }


def _store(options: argparse.Namespace) -> int:
    parsed = _draft(options)
    workspace = _workspace(options)
    try:
        print(workspace.store_draft(parsed.draft, parsed.organization))
    finally:
        workspace.close()
    return DONE


def _drafts(options: argparse.Namespace) -> int:
    workspace = _workspace(options)
    try:
        rows = workspace.drafts()
    finally:
        workspace.close()
    if not _as_json(options):
        for row in rows:
            print("\t".join((row.uid, row.report, row.title, row.state.label)))
        return DONE
    _print_json(
        [
            {
                "id": row.uid,
                "report": row.report,
                "title": row.title,
                "year": row.year,
                "state": row.state.value,
                "updated_at": row.updated_at.isoformat().replace("+00:00", "Z"),
                "findings": row.errors + row.warnings,
                "errors": row.errors,
                "warnings": row.warnings,
            }
            for row in rows
        ]
    )
    return DONE


def _doctor(options: argparse.Namespace) -> int:
    # Fonts and printers are Qt's knowledge; the other commands must not load it.
    from xiaoxie_desktop.ui.machine_check import check_machine  # noqa: PLC0415

    checks = diagnose(getattr(options, "data", None), check_machine)
    failed = any(check.state is CheckState.ERROR for check in checks)
    if _as_json(options):
        listed: list[JsonValue] = [
            {"name": check.name, "state": check.state.value, "message": check.message} for check in checks
        ]
        _print_json({"ok": not failed, "checks": listed})
    else:
        print("\n".join(f"{check.state.label}\t{check.name}\t{check.message}" for check in checks))
    return FOUND_ERRORS if failed else DONE
