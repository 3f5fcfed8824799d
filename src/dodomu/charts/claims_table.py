"""The table of claims as it is drawn: a column for each source, a row for each value with marks of who says so."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import altair as alt

from dodomu.charts import canvas, measure, pixels
from dodomu.charts.canvas import Text
from dodomu.charts.claimed import Claim, Slot
from dodomu.charts.labels import number, words
from dodomu.charts.pixels import Dot, Shape
from dodomu.charts.theme import LINE, SHAPES, SMALL, TEXT, Theme

_NARROW = 560
_SLOT = 0.22
_WIDEST = 820
"""Marks that stood farther from their words than this could not be followed with the eye."""

_COLUMN = 28
"""The width of the column of a source, in pixels."""

_MOST, _MOST_NARROW = 10, 5
"""So many sources have a column at most."""

_VALUES = 12
"""So many different values of a slot are told; of more their number."""

_PADDING = 10


def columns_of(found: Sequence[Claim], width: float) -> tuple[list[str], int]:
    """Give the sources that have a column, those who claim most first, the reference last; and how many there are."""
    counts = Counter(claim.source for claim in found if not claim.known)
    told = [source for source, _ in counts.most_common()]
    known = list(dict.fromkeys(claim.source for claim in found if claim.known))
    room = _MOST if width >= _NARROW else _MOST_NARROW
    if len(told) + len(known) > room:
        told = told[: room - 1 - len(known)]
    return [*told, *known], len(counts) + len(known)


def body(
    slots: Sequence[Slot], columns: Sequence[str], n_sources: int, lang: str, width: float, theme: Theme
) -> alt.LayerChart:
    """Draw the sources with their numbers, then a row for each value with a mark in the column of who says so."""
    narrow, width = width < _NARROW, min(width, _WIDEST)
    grid = _Grid(columns, n_sources - len(columns), width)
    left = 0 if narrow else round(width * _SLOT)
    lines, y = _sources(grid, lang, width)
    shapes: list[Shape] = []
    spoken, tops = [], []
    for slot in slots:
        top = y
        tops.append(y)
        y += _PADDING
        room = (grid.left if narrow else left) - 12
        for n, line in enumerate(measure.wrap(_capital(slot.label), room, TEXT, bold=True)):
            lines.append(Text(0, y + n * LINE, line, TEXT, bold=True))
        y += LINE if narrow else 0
        if slot.differs:
            lines.append(Text(0, y if narrow else y + LINE, words(lang)["claims"]["differs"], SMALL, muted=True))
            y += LINE + 2 if narrow else 0
        for value in slot.values[:_VALUES]:
            shape = SHAPES["statement"] if slot.differs else SHAPES["release"]
            colour = theme.lane("statement" if slot.differs else "release")
            dots, counted = grid.marks(value.claims, y + LINE / 2, shape, colour)
            shapes += dots
            lines += counted
            for line in measure.wrap(value.text, grid.left - left - 8, TEXT, lines=4):
                lines.append(Text(left, y, line, TEXT))
                y += LINE
            y += 6
        if len(slot.values) > _VALUES:
            more = words(lang)["claims"]["more_values"].format(n=number(len(slot.values) - _VALUES))
            lines.append(Text(left, y, more, SMALL, muted=True))
            y += LINE + 6
        if slot.silent:
            dots, counted = grid.marks(slot.silent, y + LINE / 2, "circle", theme.muted, filled=False)
            shapes += dots
            lines += [*counted, Text(left, y, words(lang)["claims"]["silent"], SMALL, muted=True)]
            y += LINE + 6
        y = max(y, top + _PADDING + (2 if slot.differs else 1) * LINE + 6) + _PADDING - 6
        spoken.append((0.0, top, width, y, _spoken(slot, lang)))
    height = y + 4
    return alt.layer(
        *canvas.across(tops, width, height, theme),
        *pixels.draw(shapes, width, height),
        *canvas.texts(lines, width, height, theme),
        *pixels.spoken(spoken, width, height),
    ).properties(width=width, height=height)


@dataclass(frozen=True)
class _Grid:
    """The columns of the sources at the right edge; of more than there is room for the others share one."""

    columns: Sequence[str]
    others: int
    width: float

    @property
    def left(self) -> float:
        return self.width - _COLUMN * (len(self.columns) + bool(self.others))

    def x(self, n: int) -> float:
        """Give the middle of a column."""
        return self.left + _COLUMN * (n + 0.5)

    def marks(
        self, claims: Sequence[Claim], y: float, shape: str, colour: str, filled: bool = True
    ) -> tuple[list[Shape], list[Text]]:
        """Set a mark in the column of each source, and how many of the others say so."""
        said = dict.fromkeys(claim.source for claim in claims)
        dots = [
            Dot(self.x(n), y, shape, colour, 80 if filled else 50, filled)
            for n, source in enumerate(self.columns)
            if source in said
        ]
        rest = len(said) - len(dots)
        counted = [Text(self.x(len(self.columns)), y - LINE / 2, number(rest), SMALL, align="center")] if rest else []
        return dots, counted


def _sources(grid: _Grid, lang: str, width: float) -> tuple[list[Text], float]:
    """List the sources with the numbers of their columns, and set the numbers above the columns."""
    y, lines = 4.0, []
    for n, source in enumerate(grid.columns, 1):
        for k, line in enumerate(measure.wrap(source, width - 24, SMALL, lines=3)):
            lines += [Text(0, y, str(n), SMALL, bold=True)] if k == 0 else []
            lines.append(Text(24, y, line, SMALL, muted=True))
            y += LINE
    if grid.others:
        lines.append(Text(24, y, words(lang)["claims"]["others"].format(n=number(grid.others)), SMALL, muted=True))
        y += LINE
    y += 8
    heads = [str(n) for n in range(1, len(grid.columns) + 1)] + ([f"+{number(grid.others)}"] if grid.others else [])
    lines += [Text(grid.x(n), y, head, SMALL, bold=True, align="center") for n, head in enumerate(heads)]
    return lines, y + LINE + 4


def _spoken(slot: Slot, lang: str) -> str:
    told = "; ".join(
        f"{value.text}: {', '.join(dict.fromkeys(claim.source for claim in value.claims))}"
        for value in slot.values[:_VALUES]
    )
    differs = f" {words(lang)['claims']['differs']}." if slot.differs else ""
    return measure.clean(f"{_capital(slot.label)}.{differs} {told}")[:300]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
