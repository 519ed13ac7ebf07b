"""Tests the frame of the measurements: pairing, percentiles and the printed line."""

import pytest

from tests.bench import measure


def test_rounds_alternate_and_the_first_is_not_counted() -> None:
    calls: list[str] = []
    timings = measure.paired(lambda: calls.append("ours"), lambda: calls.append("floor"), rounds=2)
    assert calls == ["floor", "ours", "ours", "floor", "floor", "ours"]
    assert (len(timings.ours), len(timings.floor)) == (2, 2)


@pytest.mark.parametrize(
    ("times", "percent", "expected"),
    [((3.0,), 50, 3.0), ((1.0, 9.0, 2.0), 50, 2.0), ((1.0, 2.0), 50, 1.5), ((0.0, 100.0), 99, 99.0)],
)
def test_percentile(times: tuple[float, ...], percent: int, expected: float) -> None:
    assert measure.percentile(times, percent) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("ours", "verdict"), [(0.003, "1.50×  (goal ≤ 1.5×: met)"), (0.004, "2.00×  (goal ≤ 1.5×: MISSED)")]
)
def test_line(ours: float, verdict: str) -> None:
    assert measure.line("saved", 50, ours, 0.002, 1.5).endswith(verdict)


def test_ratio_prints_a_line_per_percentile(capsys: pytest.CaptureFixture[str]) -> None:
    measure.ratio("saved", lambda: None, lambda: None, 2, rounds=3, percents=(50, 99))
    printed = capsys.readouterr().out.splitlines()
    assert [text.split("  ")[0] for text in printed] == ["saved", "saved, p99"]
