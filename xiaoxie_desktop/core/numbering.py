"""结构层次序数 (GB/T 9704-2012, 7.3.3): 一、 （一） 1. （1）."""

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


class HeadingCounter:
    """Counts headings while a document is put together: a heading starts the levels below it anew."""

    def __init__(self) -> None:
        self._counts = [0, 0, 0, 0]

    def next(self, level: int) -> str:
        """The number of the next heading of this level (1 to 4)."""
        self._counts[level - 1] += 1
        for below in range(level, 4):
            self._counts[below] = 0
        return heading_number(level, self._counts[level - 1])
