"""Reads the design tokens (colours, sizes, font families) from the shipped TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from xiaoxie_desktop.resource_files import resource_path


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens: colours by scheme and name ("#RRGGBB"), sizes by text size and name (logical pixels)."""

    colors: Mapping[str, Mapping[str, str]]
    sizes: Mapping[str, Mapping[str, int]]
    families: tuple[str, ...]


@cache
def read_tokens() -> Tokens:
    """Read resources/style/tokens.toml once."""
    with resource_path("style", "tokens.toml").open("rb") as file:
        table = tomllib.load(file)
    return Tokens(table["colors"], table["sizes"], tuple(table["families"]))
