"""Breaks a title into lines by words, in the shape of a trapezium or a lozenge (7.3.1).

A least-cost search over the pieces of the title: every way of ending lines is weighed by how full the lines
are, where they end and what shape they make. Costs only order the choices; they are no measures.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise

from xiaoxie_desktop.core.measures import TitleMeasures
from xiaoxie_desktop.official.title_pieces import Piece, title_pieces

_LINE = 40
_OVER_USUAL = 30
_SHORT_LINE = 40
_SHORT = 4
_SHORTEST_LAST = 3
_STUB_AT_END = 300
_EQUAL = 60
_STEP = 6
_WIDE_STEP = 8
_HOURGLASS = 400


@dataclass(frozen=True, slots=True)
class _State:
    """The last line is ``pieces[start:end]``; ``falling`` when a line was shorter than the one above it."""

    start: int
    end: int
    falling: bool


def break_title(title: str, rules: TitleMeasures, keep_together: Iterable[str] = ()) -> tuple[str, ...]:
    """The lines of ``title``; joined they are the title again. A line break in ``title`` is kept as the writer's wish."""
    names = tuple(keep_together)
    return tuple(
        line for part in title.split("\n") if part for line in _lines(title_pieces(part, names, rules), rules)
    )


def _lines(pieces: tuple[Piece, ...], rules: TitleMeasures) -> list[str]:
    ends = _best_ends(pieces, rules)
    starts = [0, *ends[:-1]]
    return [
        "".join(piece.text for piece in pieces[start:end]) for start, end in zip(starts, ends, strict=True)
    ]


def _best_ends(pieces: tuple[Piece, ...], rules: TitleMeasures) -> list[int]:
    edges = list(accumulate((piece.width for piece in pieces), initial=0.0))
    room = _Room(pieces, edges, rules)
    costs: dict[_State, float] = {}
    before: dict[_State, _State | None] = {}
    ending: list[list[_State]] = [[] for _ in edges]
    for start in range(len(pieces)):
        for end in room.possible_ends(start):
            own = _line_cost(pieces[start], edges[end] - edges[start], end == len(pieces), start == 0, rules)
            for state, cost, last in _continued(start, end, own, edges, costs, ending):
                if cost < costs.get(state, float("inf")):
                    if state not in costs:
                        ending[end].append(state)
                    costs[state], before[state] = cost, last
    return _ends_on_the_way_to(min(ending[-1], key=lambda one: costs[one]), before)


def _ends_on_the_way_to(state: _State | None, before: dict[_State, _State | None]) -> list[int]:
    ends: list[int] = []
    while state is not None:
        ends.insert(0, state.end)
        state = before[state]
    return ends


class _Room:
    """Which pieces a line may hold at most."""

    def __init__(self, pieces: tuple[Piece, ...], edges: list[float], rules: TitleMeasures) -> None:
        text = "".join(piece.text for piece in pieces)
        turns = [_is_latin(left) != _is_latin(right) for left, right in pairwise(text)]
        self._turns = list(accumulate(turns, initial=0))
        self._places = list(accumulate((len(piece.text) for piece in pieces), initial=0))
        self._edges, self._rules = edges, rules

    def possible_ends(self, start: int) -> Iterable[int]:
        """The pieces before which a line from ``start`` may end; one piece it always takes."""
        for end in range(start + 1, len(self._edges)):
            if end > start + 1 and self._width(start, end) > self._rules.greatest_length:
                return
            yield end

    def _width(self, start: int, end: int) -> float:
        """In em, with the gaps some program may set between letters or digits and anything else."""
        inside = self._turns[self._places[end] - 1] - self._turns[self._places[start]]
        return self._edges[end] - self._edges[start] + inside * self._rules.script_gap


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _line_cost(first: Piece, width: float, is_last: bool, is_first: bool, rules: TitleMeasures) -> float:
    cost = _LINE + max(0.0, width - rules.usual_length) * _OVER_USUAL
    if is_first and is_last:
        return cost
    cost += max(0.0, _SHORT - width) * _SHORT_LINE
    if is_last and width < _SHORTEST_LAST:
        cost += _STUB_AT_END
    return cost if is_first else cost + first.break_cost


def _continued(
    start: int,
    end: int,
    own: float,
    edges: list[float],
    costs: dict[_State, float],
    ending: list[list[_State]],
) -> Iterable[tuple[_State, float, _State | None]]:
    """Every way of reaching the line ``start:end`` with its whole cost."""
    if start == 0:
        yield _State(start, end, False), own, None
        return
    width = edges[end] - edges[start]
    for last in ending[start]:
        above = edges[last.end] - edges[last.start]
        falling = last.falling if width == above else width < above
        cost = costs[last] + own + _step_cost(above, width)
        if last.falling and not falling:
            cost += _HOURGLASS
        yield _State(start, end, falling), cost, last


def _step_cost(above: float, width: float) -> float:
    step = abs(above - width)
    return _EQUAL if step == 0 else max(0.0, step - _STEP) * _WIDE_STEP
