"""Which words of an edited paragraph the writer changed, against the text the facts would make."""

from difflib import SequenceMatcher

from xiaoxie_desktop.core.composed import Figure, Piece

Unit = str | Figure


def changed_ranges(pieces: tuple[Piece, ...], original: tuple[Piece, ...]) -> tuple[tuple[int, int], ...]:
    """The stretches of `pieces` that do not stand in `original`, as (start, end) in units.

    A unit is one character of words or one whole figure; figures are compared by the hole they show.
    """
    mine, theirs = units(pieces), units(original)
    matcher = SequenceMatcher(
        None, [_same(one) for one in theirs], [_same(one) for one in mine], autojunk=False
    )
    return tuple(
        (start, end) for tag, _, _, start, end in matcher.get_opcodes() if tag in {"insert", "replace"}
    )


def units(pieces: tuple[Piece, ...]) -> list[Unit]:
    """The characters and figures of a paragraph in order."""
    found: list[Unit] = []
    for piece in pieces:
        found += list(piece) if isinstance(piece, str) else [piece]
    return found


def _same(unit: Unit) -> object:
    return unit if isinstance(unit, str) else unit.ref
