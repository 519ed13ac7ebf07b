"""Reads the design tokens (colours, sizes, font families, contrast pairs) from the shipped TOML file."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from xiaoxie_desktop.resource_files import resource_path


@dataclass(frozen=True, slots=True)
class ContrastPair:
    """Two colours that stand on each other and the WCAG ratio they must reach in every scheme."""

    front: str
    back: str
    least: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """All tokens: colours by scheme and name ("#RRGGBB"), sizes by text size and name (logical pixels)."""

    colors: Mapping[str, Mapping[str, str]]
    sizes: Mapping[str, Mapping[str, int]]
    families: tuple[str, ...]
    contrast: tuple[ContrastPair, ...]


@cache
def read_tokens() -> Tokens:
    """Read resources/style/tokens.toml once."""
    with resource_path("style", "tokens.toml").open("rb") as file:
        table = tomllib.load(file)
    pairs = tuple(pair for entry in table["contrast"] for pair in _pairs(entry))
    return Tokens(table["colors"], table["sizes"], tuple(table["families"]), pairs)


def contrast_ratio(one: str, other: str) -> float:
    """WCAG 2 contrast ratio of two "#RRGGBB" colours, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _pairs(entry: Mapping[str, Any]) -> list[ContrastPair]:
    return [ContrastPair(f, b, entry["least"]) for f in entry["front"] for b in entry["back"]]


def _luminance(color: str) -> float:
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
