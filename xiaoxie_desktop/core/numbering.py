"""结构层次序数 (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）."""

from collections.abc import Sequence

from xiaoxie_desktop.core.numerals import chinese_number


def heading_number(level: int, ordinal: int) -> str:
    """The number before a heading of this level (1 to 4); ``ordinal`` counts from 1.

    Raises:
        ValueError: for another level.
    """
    match level:
        case 1:
            return f"{chinese_number(ordinal)}、"
        case 2:
            return f"（{chinese_number(ordinal)}）"
        case 3:
            return f"{ordinal}."
        case 4:
            return f"（{ordinal}）"
        case _:
            raise ValueError(f"no heading level {level}")


def heading_numbers(levels: Sequence[int]) -> tuple[str, ...]:
    """The numbers of headings of these levels (1 to 4; 0 counts nothing), in the order they are printed.

    A heading starts the levels below it anew. One that has no sibling is not numbered: （一） without （二） says
    that something is missing.
    """
    ordinals, counts = [], [0, 0, 0, 0]
    for level in levels:
        if level:
            counts[level - 1] += 1
            counts[level:] = [0] * (4 - level)
        ordinals.append(counts[level - 1] if level else 0)
    return tuple(
        heading_number(level, ordinal) if level and not _is_alone(levels, place, ordinal) else ""
        for place, (level, ordinal) in enumerate(zip(levels, ordinals, strict=True))
    )


def _is_alone(levels: Sequence[int], place: int, ordinal: int) -> bool:
    """Whether no heading of this level stands before or after it under the same heading above."""
    if ordinal > 1:
        return False
    later = (level for level in levels[place + 1 :] if 0 < level <= levels[place])
    return next(later, 0) != levels[place]
