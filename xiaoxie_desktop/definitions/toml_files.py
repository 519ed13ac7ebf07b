"""Reads one TOML file of shipped or office-made definitions, bounded in size, with errors staff can act on."""

import tomllib
from pathlib import Path
from typing import Any

from xiaoxie_desktop.core.errors import DefinitionError

MOST_BYTES = 1_000_000
"""No definition file is larger; a larger one is not read at all."""


def file_name(path: Path) -> str:
    """How a file is named in sentences: its last four parts, which is kind, version, folder and file."""
    return "/".join(path.parts[-4:])


def read_toml(path: Path) -> dict[str, Any]:
    """The file's top table.

    Raises:
        DefinitionError: missing, larger than 1 MB, not UTF-8 or not TOML.
    """
    name = file_name(path)
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DefinitionError(f"定义文件“{name}”超过1 MB，请拆成几个小文件。")
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DefinitionError(f"读不到定义文件“{name}”，请检查它是否还在。", details=str(error)) from error
    except UnicodeDecodeError as error:
        raise DefinitionError(f"定义文件“{name}”不是 UTF-8 编码，请另存为 UTF-8。") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DefinitionError(f"定义文件“{name}”写法有误，请改正：{error}。") from error
