"""From counts to figures, each with an interval that says how far to trust it."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dodomu.evaluate.agreement import SLOTS
from dodomu.models.vocabulary import QUOTE_KINDS

FOUND = (
    "quotes",
    "quotes + speaker",
    *(f"quotes {kind}" for kind in sorted(QUOTE_KINDS)),
    "events release",
    "events context",
)
SHARES = ("speaker", "kind", "exact span", *(f"slot {slot}" for slot in SLOTS))
RESAMPLES = 1000


@dataclass(frozen=True)
class Figure:
    """A figure with its 95 % interval.

    Attributes
    ----------
    value : float or None
        F1 for what is found or missed, a share for what is right or wrong; None where there is nothing to measure.
    low, high : float or None
        What 95 % of the resamples of the articles lie between.
    of : int
        How many marked things it stands on.
    precision, recall : float or None
        The two parts of an F1.
    """

    value: float | None
    low: float | None
    high: float | None
    of: int
    precision: float | None = None
    recall: float | None = None


def figures(counts: Sequence[Counter[str]]) -> dict[str, Figure]:
    """Turn the counts of the articles into figures.

    Intervals come from resampling whole articles (things in one article are right or wrong together), with a fixed
    seed: the same counts give the same intervals.

    Examples
    --------
    >>> counts = Counter({"quotes gold": 4, "quotes found": 5, "quotes recalled": 3, "quotes right": 3})
    >>> round(figures([counts])["quotes"].value, 3)
    0.667
    """
    total = sum(counts, Counter())
    samples = _resampled(counts)
    found = {what: _figure(total, samples, _f1, what, f"{what} gold") for what in FOUND}
    shares = {what: _figure(total, samples, _share, what, f"{what} of") for what in SHARES}
    return found | shares


def table(measured: dict[str, Figure]) -> str:
    """Lay the figures out for reading."""
    head = f"{'':22}{'P':>7}{'R':>7}{'F1':>7}   {'95 % interval':15}{'of':>5}"
    lines = [head]
    for what in FOUND:
        figure = measured[what]
        lines.append(f"{what:22}{_shown(figure.precision)}{_shown(figure.recall)}{_ending(figure)}")
    lines += ["", f"{'':22}{'':14}{'right':>7}   {'95 % interval':15}{'of':>5}"]
    lines += [f"{what:22}{'':14}{_ending(measured[what])}" for what in SHARES]
    return "\n".join(lines)


def _figure(
    total: Counter[str],
    samples: list[Counter[str]],
    measure: Callable[[Counter[str], str], float | None],
    what: str,
    of: str,
) -> Figure:
    values = sorted(value for sample in samples if (value := measure(sample, what)) is not None)
    low, high = (
        (values[round(0.025 * (len(values) - 1))], values[round(0.975 * (len(values) - 1))]) if values else (None, None)
    )
    parts = _parts(total, what) if measure is _f1 else (None, None)
    return Figure(measure(total, what), low, high, total[of], *parts)


def _resampled(counts: Sequence[Counter[str]]) -> list[Counter[str]]:
    chance = random.Random(20251213)
    samples = []
    for _ in range(RESAMPLES):
        sample: Counter[str] = Counter()
        for index, times in Counter(chance.choices(range(len(counts)), k=len(counts))).items():
            for name, number in counts[index].items():
                sample[name] += times * number
        samples.append(sample)
    return samples


def _parts(counts: Counter[str], what: str) -> tuple[float, float]:
    n_found, n_gold = counts[f"{what} found"], counts[f"{what} gold"]
    return (
        counts[f"{what} right"] / n_found if n_found else 0.0,
        counts[f"{what} recalled"] / n_gold if n_gold else 0.0,
    )


def _f1(counts: Counter[str], what: str) -> float | None:
    if not counts[f"{what} found"] and not counts[f"{what} gold"]:
        return None
    precision, recall = _parts(counts, what)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(counts: Counter[str], what: str) -> float | None:
    return counts[what] / counts[f"{what} of"] if counts[f"{what} of"] else None


def _ending(figure: Figure) -> str:
    interval = "" if figure.low is None else f"{figure.low:.3f} to {figure.high:.3f}"
    return f"{_shown(figure.value)}   {interval:15}{figure.of:5}"


def _shown(value: float | None) -> str:
    return f"{'–':>7}" if value is None else f"{value:7.3f}"
