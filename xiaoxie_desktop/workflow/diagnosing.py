"""The self-check: versions, data file row by row, report kinds, a trial export, and what the machine offers."""

import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from xiaoxie_desktop.core.errors import UserError
from xiaoxie_desktop.definitions.kind_names import kind_names
from xiaoxie_desktop.definitions.text_rules import text_rules
from xiaoxie_desktop.resource_files import resource_path
from xiaoxie_desktop.storage.opening import sqlite_version
from xiaoxie_desktop.workflow.answers_file import read_answers_file
from xiaoxie_desktop.workflow.exporting import export, measures, prepare
from xiaoxie_desktop.workflow.kinds import load_kind
from xiaoxie_desktop.workflow.workspace import data_directory, open_workspace

LITTLE_SPACE = 200 * 1024 * 1024
"""Bytes of free disk below which staff are told."""


class CheckState(StrEnum):
    """The outcome of one check."""

    OK = "ok"
    WARNING = "warning"
    ERROR = "error"

    @property
    def label(self) -> str:
        """The Chinese word staff read."""
        return {"ok": "正常", "warning": "注意", "error": "有问题"}[self.value]


@dataclass(frozen=True, slots=True)
class MachineCheck:
    """One line of the self-check; ``message`` is a Chinese sentence."""

    name: str
    state: CheckState
    message: str


MachineChecks = Callable[[], Iterable[tuple[str, bool, str]]]
"""What only Qt can tell: (name, as wanted, sentence) for fonts, printers, window."""


def diagnose(directory: Path | None, machine: MachineChecks) -> tuple[MachineCheck, ...]:
    """Every check, in a fixed order; a check that breaks is itself a finding, never an exception."""
    return (
        *_guarded("版本", _versions),
        *_guarded("数据文件", lambda: _data_file(directory)),
        *_guarded("磁盘", lambda: _disk(directory)),
        *_guarded("报告种类", _kinds),
        *_guarded("导出", _trial_export),
        *_guarded("本机", lambda: _machine(machine)),
    )


def _guarded(name: str, checks: Callable[[], Iterator[MachineCheck]]) -> Iterator[MachineCheck]:
    try:
        yield from checks()
    except UserError as error:
        yield MachineCheck(name, CheckState.ERROR, str(error))
    except Exception as error:  # the self-check reports whatever breaks
        yield MachineCheck(
            name, CheckState.ERROR, f"检查时出了意外（{type(error).__name__}），请把这一行发给维护人员。"
        )


def program_version() -> str:
    """The version of the installed program, or of the source tree it runs from."""
    try:
        return version("xiaoxie-desktop")
    except PackageNotFoundError:
        return "源码"


def _versions() -> Iterator[MachineCheck]:
    python = platform.python_version()
    said = (
        f"消协文书 {program_version()}，Python {python}，SQLite {sqlite_version()}，{platform.platform()}。"
    )
    good = sys.version_info >= (3, 11)
    yield MachineCheck("版本", CheckState.OK if good else CheckState.ERROR, said)


def _data_file(directory: Path | None) -> Iterator[MachineCheck]:
    workspace = open_workspace(directory)
    try:
        damages = workspace.verify()
        number = len(workspace.drafts())
    finally:
        workspace.close()
    for damage in damages:
        yield MachineCheck("数据文件", CheckState.ERROR, damage)
    if not damages:
        yield MachineCheck("数据文件", CheckState.OK, f"共 {number} 份草稿，逐行核对没有损坏。")


def _disk(directory: Path | None) -> Iterator[MachineCheck]:
    place = data_directory(directory).absolute()
    free = shutil.disk_usage(next(folder for folder in (place, *place.parents) if folder.is_dir())).free
    state = CheckState.OK if free > LITTLE_SPACE else CheckState.WARNING
    yield MachineCheck("磁盘", state, f"数据所在的磁盘还有 {free // 1024**2} MB。")


def _kinds() -> Iterator[MachineCheck]:
    names = kind_names()
    for name in names:
        load_kind(name.id)
    text_rules()
    measures()
    yield MachineCheck("报告种类", CheckState.OK, f"{len(names)} 种报告、版式和校对规则都读得出来。")


def _trial_export() -> Iterator[MachineCheck]:
    samples = sorted(resource_path("samples").glob("*.json"))
    with tempfile.TemporaryDirectory() as folder:
        for sample in samples:
            parsed = read_answers_file(sample)
            export(
                prepare(parsed.kind, parsed.draft, parsed.organization), Path(folder, f"{sample.stem}.docx")
            )
    state = CheckState.OK if samples else CheckState.ERROR
    yield MachineCheck("导出", state, f"{len(samples)} 份样例导出成 Word 并读回，文字一致。")


def _machine(machine: MachineChecks) -> Iterator[MachineCheck]:
    for name, good, said in machine():
        yield MachineCheck(name, CheckState.OK if good else CheckState.WARNING, said)
