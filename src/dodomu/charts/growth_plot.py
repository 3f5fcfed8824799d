"""One line of growth as it is drawn: the scale, the band, the line, and a mark for each record below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from dodomu.charts.axis import Axis, noon
from dodomu.charts.growth import Growth, Step
from dodomu.charts.pixels import Band, Box, Dot, Path, Rule, Shape
from dodomu.charts.theme import SERIES, Theme

_TALL, _LOW, STRIP = 150, 84, 22
"""The heights of the plot of the sum, of a category, and of the strip of records below each."""

SHADE = 0.45
_MANY = 400
"""So many marks of records are drawn in a strip at most: one for each place where they differ."""


@dataclass(frozen=True)
class Plot:
    """One line of growth and how it is drawn."""

    line: Growth
    silent: Sequence[tuple[date, date]]
    last: date | None
    place: int
    total: bool
    theme: Theme

    @property
    def colour(self) -> str:
        return self.theme.ink if self.total else self.theme.lane(self._series[0])

    @property
    def shape(self) -> str:
        return "circle" if self.total else self._series[1]

    @property
    def height(self) -> int:
        if not self.line.dated:
            return 0
        return _TALL if self.total or self.place == 0 else _LOW

    @property
    def _series(self) -> tuple[str, str]:
        return SERIES[(self.place - 1) % len(SERIES)]

    def until(self, axis: Axis) -> float:
        """End every line a little behind the last record of all, so that its height can be seen."""
        return min(axis.pixel(noon(self.last)) + 24, axis.right)

    def scale(self) -> float:
        """Give the largest number of the plot."""
        return max(self.line.end.high if self.line.end else 0, 1)

    def y(self, value: float, top: float) -> float:
        """Give the place of a number."""
        return top + self.height * (1 - value / (self.scale() * 1.04))


def ticks_of(plot: Plot) -> list[int]:
    """Give zero and the roundest number in the upper half of the plot, and one between where there is room."""
    if not plot.line.dated:
        return []
    top = plot.scale()
    unit = 10 ** max(len(str(int(top))) - 1, 0)
    upper = next(n * unit for n in (9, 8, 7, 6, 5, 4, 3, 2, 1) if n * unit <= top)
    if plot.height < _TALL or upper % 2:
        return [0, int(upper)]
    return [0, int(upper) // 2, int(upper)]


def drawn(plot: Plot, axis: Axis, top: float, left: float, right: float) -> Iterator[Shape]:
    """Draw the shaded gaps, the lines of the scale, the band, the line, and the records below."""
    base = top + plot.height
    for a, b in plot.silent:
        yield Box(axis.pixel(noon(a)) + 5, top, axis.pixel(noon(b)) - 5, base, plot.theme.grid, opacity=SHADE)
    for tick in ticks_of(plot):
        y = plot.y(tick, top)
        yield Rule(left, y, right, y, plot.theme.grid, 1)
    steps = _thinned(plot.line.steps, axis)
    if any(step.low != step.high for step in steps):
        yield Band(tuple(_band(steps, plot, axis, top)), plot.colour)
    if steps and plot.line.end.high:
        yield Path(tuple(_stairs(steps, plot, axis, top)), plot.colour, 2.5 if plot.total else 2)
    yield from _strip(plot, axis, base + 11)


def _thinned(steps: Sequence[Step], axis: Axis) -> list[Step]:
    """Keep the last step of each pixel."""
    return list({round(axis.pixel(noon(step.day))): step for step in steps}.values())


def _stairs(steps: Sequence[Step], plot: Plot, axis: Axis, top: float) -> Iterator[tuple[float, float]]:
    value = 0
    for step in steps:
        x = axis.pixel(noon(step.day))
        yield x, plot.y(value, top)
        value = step.best
        yield x, plot.y(value, top)
    yield plot.until(axis), plot.y(value, top)


def _band(steps: Sequence[Step], plot: Plot, axis: Axis, top: float) -> Iterator[tuple[float, float, float]]:
    low = high = 0
    for step in steps:
        x = axis.pixel(noon(step.day))
        yield x - 0.01, plot.y(high, top), plot.y(low, top)
        low, high = step.low, step.high
        yield x, plot.y(high, top), plot.y(low, top)
    yield plot.until(axis), plot.y(high, top), plot.y(low, top)


def _strip(plot: Plot, axis: Axis, y: float) -> Iterator[Shape]:
    """Draw a mark for each record: filled, an outline where the number is not disclosed, a box within bounds."""
    boxes: dict[tuple[int, int, bool], Shape] = {}
    dots: dict[tuple[int, bool], Shape] = {}
    for one in plot.line.dated:
        open_count = one.best is None
        first, last = one.earliest or axis.start.date(), one.latest
        if first == last:
            x = axis.pixel(noon(last))
            dots.setdefault(
                (round(x), open_count),
                Dot(x, y, plot.shape, plot.colour, 34, filled=not open_count),
            )
        else:
            begin, end = axis.pixel(max(datetime.combine(first, time()), axis.start)), axis.pixel(noon(last))
            boxes.setdefault(
                (round(begin), round(end), open_count), Box(begin, y - 4, end, y + 4, plot.colour, filled=False)
            )
    shown = [*boxes.values(), *sorted(dots.values(), key=lambda dot: not dot.filled)]
    yield from shown[:: max(1, -(-len(shown) // _MANY))]
