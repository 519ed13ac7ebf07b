"""Reads the text rules shipped in ``resources/proofreading``: strict, with errors naming file and key."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.findings import Severity
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.text_rules import TextRule
from xiaoxie_desktop.resource_files import resource_path

_KEYS = ("id", "severity", "pattern", "message", "wrong", "right")


@cache
def text_rules() -> tuple[TextRule, ...]:
    """Every shipped text rule, file by file in the order of their names."""
    files = sorted(resource_path("proofreading").glob("*.toml"))
    return tuple(rule for file in files for rule in read_text_rules(file))


def read_text_rules(file: Path) -> tuple[TextRule, ...]:
    """The rules of one file.

    Raises:
        DefinitionError: when the file or one of its rules is not as it should be.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise DefinitionError(
            f"校对规则“{file.name}”读不出来，请重新安装程序。", details=str(error)
        ) from error
    return tuple(_rule(file, number, rule) for number, rule in enumerate(data.get("rules", []), 1))


def _rule(file: Path, number: int, data: dict[str, Any]) -> TextRule:
    where = f"校对规则“{file.name}”第 {number} 条"
    for key in data:
        if key not in _KEYS:
            raise DefinitionError(f"{where}里没有“{key}”这一项{did_you_mean(key, _KEYS)}")
    for key in _KEYS:
        if not data.get(key):
            raise DefinitionError(f"{where}缺少“{key}”，请补上。")
    try:
        return TextRule(
            data["id"],
            Severity(data["severity"]),
            re.compile(data["pattern"]),
            data["message"],
            tuple(data["wrong"]),
            tuple(data["right"]),
        )
    except (ValueError, re.error) as error:
        raise DefinitionError(
            f"{where}的 severity 或 pattern 写错了，请改正。", details=str(error)
        ) from error
