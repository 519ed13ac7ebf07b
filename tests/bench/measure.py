"""Times our code and a named floor in turn and prints the ratio; measures, never judges."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timings:
    """Seconds of each round, ours and the floor's side by side."""

    ours: tuple[float, ...]
    floor: tuple[float, ...]

    def at(self, percent: int) -> tuple[float, float]:
        """Return (ours, floor) in seconds below which `percent` of the rounds lie."""
        return percentile(self.ours, percent), percentile(self.floor, percent)


def ratio(
    name: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    goal: float,
    *,
    rounds: int = 15,
    percents: tuple[int, ...] = (50,),
) -> Timings:
    """Time both for `rounds` rounds and print one line per percentile with the ratio beside its goal."""
    timings = paired(ours, floor, rounds)
    for percent in percents:
        our_time, floor_time = timings.at(percent)
        print(line(name, percent, our_time, floor_time, goal))
    return timings


def paired(ours: Callable[[], object], floor: Callable[[], object], rounds: int) -> Timings:
    """Time one after the other in every round, who begins alternating, after one round that is not counted."""
    both: tuple[list[float], list[float]] = ([], [])
    actions = (ours, floor)
    for number in range(rounds + 1):
        for index in (0, 1) if number % 2 else (1, 0):
            both[index].append(seconds(actions[index]))
    return Timings(tuple(both[0][1:]), tuple(both[1][1:]))


def alone(name: str, action: Callable[[], object], *, rounds: int = 15) -> tuple[float, ...]:
    """Time an action that has no floor and print its median and 95th percentile."""
    times = tuple(seconds(action) for _ in range(rounds + 1))[1:]
    print(
        f"{name:<44} median {milliseconds(percentile(times, 50))}   p95 {milliseconds(percentile(times, 95))}"
    )
    return times


def seconds(action: Callable[[], object]) -> float:
    gc.collect()
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


def percentile(times: tuple[float, ...], percent: int) -> float:
    """Return the value below which `percent` (1 to 99) of `times` lie; the median for 50."""
    if len(times) == 1:
        return times[0]
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


def line(name: str, percent: int, our_time: float, floor_time: float, goal: float) -> str:
    quotient = our_time / floor_time
    met = "met" if quotient <= goal else "MISSED"
    title = name if percent == 50 else f"{name}, p{percent}"
    return (
        f"{title:<44} ours {milliseconds(our_time)}   floor {milliseconds(floor_time)}"
        f"   {quotient:5.2f}×  (goal ≤ {goal:g}×: {met})"
    )


def milliseconds(duration: float) -> str:
    return f"{duration * 1000:9.2f} ms"
