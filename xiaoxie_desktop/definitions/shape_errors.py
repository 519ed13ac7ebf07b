"""Turns what pydantic found wrong in a definition file into one Chinese sentence."""

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from xiaoxie_desktop.core.errors import DefinitionError

Shape = TypeVar("Shape", bound=BaseModel)

_SENTENCES = {
    "missing": "没有写，请补上",
    "string_type": "要写成文字，两头加引号",
    "string_too_short": "不能是空的",
    "string_pattern_mismatch": "只能用小写字母、数字和下划线",
    "int_type": "要写成整数，不加引号",
    "bool_type": "只能写 true 或 false，不加引号",
    "list_type": "要写成列表，放在 [ ] 里",
    "model_type": "要写成一张表，放在 { } 里",
    "model_attributes_type": "要写成一张表，放在 { } 里",
    "dict_type": "要写成一张表，放在 { } 里",
    "too_short": "至少要写一项",
    "greater_than_equal": "写得太小了",
    "less_than_equal": "写得太大了",
}


def read_shape(shape: type[Shape], data: dict[str, Any], file: str) -> Shape:
    """The data as a model of this shape.

    Raises:
        DefinitionError: naming ``file``, the key and, for an unknown word, the nearest known one.
    """
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        raise DefinitionError(_sentence(error.errors()[0], file)) from error


def _sentence(error: ErrorDetails, file: str) -> str:
    context = error.get("ctx", {})
    if error["type"] == "unknown_key":
        key = _key((*error["loc"], str(context["key"])))
        return f"{file} 里没有“{key}”这个键{context['end']}"
    if error["type"] == "unknown_name":
        return f"{file} 里的“{_key(error['loc'])}”{error['msg']}"
    problem = _SENTENCES.get(error["type"]) or _own_words(error)
    return f"{file} 里的“{_key(error['loc'])}”{problem}。"


def _own_words(error: ErrorDetails) -> str:
    ours = not error["msg"].isascii()
    return error["msg"] if ours else "不能这样写"


def _key(place: tuple[int | str, ...]) -> str:
    """`fields[2].label`: the key as a path; items are counted from 1."""
    text = ""
    for part in place:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return text.removeprefix(".")
