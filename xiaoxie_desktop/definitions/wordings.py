"""Reads wording: text with `{field:format}` holes, as it stands in the definition files."""

import re

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.report import Hole, TextPart, Wording

_HOLE = re.compile(r"\{([a-z0-9_]+)(?::([a-z]+))?\}")
_MARKS = "，。；：、！？,.;:!?"


def read_wording(
    text: str,
    place: str,
    *,
    columns: frozenset[str] = frozenset(),
    parent: str = "",
    may_end_open: bool = False,
) -> Wording:
    """Text with holes; a hole that names one of ``columns`` belongs to each row of ``parent``.

    ``may_end_open``: the text is a lead, that may end with ，：or 、 because a clause follows.

    Raises:
        DefinitionError: a brace that is no hole, or punctuation where the sentence puts its own.
    """
    _check_ends(text, place, may_end_open)
    parts: list[TextPart] = []
    at = 0
    for match in _HOLE.finditer(text):
        if match.start() > at:
            parts.append(text[at : match.start()])
        name, style = match.group(1), match.group(2) or ""
        parts.append(Hole(name, style, parent if name in columns else ""))
        at = match.end()
    if at < len(text):
        parts.append(text[at:])
    if any("{" in part or "}" in part for part in parts if isinstance(part, str)):
        raise DefinitionError(f"{place} 的“{text}”里花括号不成对，填写项要写成 {{名称}}。")
    return Wording(tuple(parts))


def _check_ends(text: str, place: str, may_end_open: bool) -> None:
    closing = "。；！？" if may_end_open else _MARKS
    if text[0] in _MARKS or text[-1] in closing or text != text.strip():
        raise DefinitionError(f"{place} 的“{text}”不能以标点或空格开头、结尾，标点由程序加。")
