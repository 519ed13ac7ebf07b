"""The paragraphs inside a table, pictures or a chart, row by row: what text, control and read-back need of them."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from xiaoxie_desktop.core.pages import (
    StyledBlock,
    StyledChart,
    StyledParagraph,
    StyledPictures,
    StyledTable,
)


def block_rows(block: StyledBlock) -> tuple[tuple[StyledParagraph, ...], ...]:
    """Cells of a table, captions of pictures, or label and value of each item of a chart."""
    match block:
        case StyledTable():
            return block.rows
        case StyledPictures():
            return tuple(tuple(one.caption for one in row) for row in block.rows)
        case StyledChart():
            return tuple(zip(block.labels, block.value_texts, strict=False))
        case _:
            assert_never(block)


def with_paragraphs(block: StyledBlock, change: Callable[[StyledParagraph], StyledParagraph]) -> StyledBlock:
    """``block`` with every paragraph in it changed."""
    match block:
        case StyledTable():
            return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
        case StyledPictures():
            rows = tuple(
                tuple(replace(one, caption=change(one.caption)) for one in row) for row in block.rows
            )
            return replace(block, rows=rows)
        case StyledChart():
            return replace(
                block,
                labels=tuple(map(change, block.labels)),
                value_texts=tuple(map(change, block.value_texts)),
            )
        case _:
            assert_never(block)
