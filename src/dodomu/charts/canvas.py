"""Drawing by the pixel: texts, rules and the marks of each form of time, as layers of a chart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import altair as alt
from altair.utils.schemapi import debug_mode

from dodomu.charts.theme import LINE, SHAPES, TEXT, Theme

_KEY = "key"
_DASH = [3, 2]
_ARROWS = {"start": "triangle-left", "end": "triangle-right"}
_POINT = 110
_HALF = 7
"""Half the height of a box, in pixels."""


@dataclass(frozen=True)
class Text:
    """One line of text at its place; `y` is the top of the line."""

    x: float
    y: float
    text: str
    size: int = TEXT
    bold: bool = False
    muted: bool = False
    align: str = "left"

    @property
    def style(self) -> tuple[int, bool, bool, str]:
        """What a layer of texts shares."""
        return self.size, self.bold, self.muted, self.align


@dataclass(frozen=True)
class Mark:
    """One mark in its lane and form, from `start` to `end` (moments or pixels), with its middle at `y`."""

    lane: str
    form: str
    doubtful: bool
    start: Any
    end: Any
    middle: Any
    y: float
    opens: str | None = None


Place = Callable[[str], dict[str, Any]]
"""Gives the channel's definition of a field of the mark: in time or in pixels."""


class _Rows(alt.InlineData):
    """Rows that are not copied each time a chart is set into another: nobody changes them."""

    def __deepcopy__(self, memo: Any = None) -> "_Rows":
        return self


def rows(values: Iterable[dict[str, Any]]) -> alt.InlineData:
    """Hand rows over as they are: the row limit is for frames, and what is drawn here is bounded already."""
    with debug_mode(False):  # a finished chart is checked whole
        return _Rows(values=list(values))


def pixels(extent: float) -> alt.Scale:
    """Give the scale that leaves pixels as they are."""
    extent = max(extent, 1)
    return alt.Scale(domain=[0, extent], range=[0, extent], nice=False, zero=False)


def at_y(field: str, height: float) -> alt.Y:
    """Place a field in pixels from the top."""
    return alt.Y(field, type="quantitative", scale=pixels(height), axis=None)


def texts(lines: Iterable[Text], width: float, height: float, theme: Theme) -> list[alt.Chart]:
    """Draw lines of text, a layer for each style; a screen reader hears the rows instead."""
    ordered = sorted(lines, key=lambda line: line.style)
    return [
        alt.Chart(rows({"x": line.x, "y": line.y + LINE * 0.76, "text": line.text} for line in group))
        .mark_text(
            align=align,
            baseline="alphabetic",
            fontSize=size,
            fontWeight=700 if bold else 400,
            fill=theme.muted if muted else theme.ink,
            aria=False,
        )
        .encode(
            x=alt.X("x", type="quantitative", scale=pixels(width), axis=None),
            y=at_y("y", height),
            text=alt.Text("text", type="nominal"),
        )
        for (size, bold, muted, align), group in groupby(ordered, key=lambda line: line.style)
    ]


def across(ys: Iterable[float], width: float, height: float, theme: Theme) -> list[alt.Chart]:
    """Draw thin lines from side to side."""
    values = [{"y": y} for y in ys]
    if not values:
        return []
    rule = alt.Chart(rows(values)).mark_rule(stroke=theme.grid, strokeWidth=1, aria=False)
    return [rule.encode(x=alt.value(1), x2=alt.value(width - 1), y=at_y("y", height))]


def marks(found: Iterable[Mark], place: Place, height: float, theme: Theme) -> list[alt.Chart]:
    """Draw marks: a layer for each form, dashed where the date is in doubt."""
    ordered = sorted(found, key=lambda mark: (mark.form, mark.doubtful))
    layers = []
    for (form, doubtful), group in groupby(ordered, key=lambda mark: (mark.form, mark.doubtful)):
        draw = _FORMS[form]
        layers += draw([_row(mark) for mark in group], doubtful, place, height, theme)
    return layers


def bullets(found: Sequence[tuple[float, float, str]], width: float, height: float, theme: Theme) -> list[alt.Chart]:
    """Draw the shape of a lane at each (x, y, lane)."""
    values = [{"x": x, "y": y, "lane": lane} for x, y, lane in found]
    if not values:
        return []
    point = alt.Chart(rows(values)).mark_point(filled=True, size=70, opacity=1, aria=False)
    x = alt.X("x", type="quantitative", scale=pixels(width), axis=None)
    return [point.encode(x=x, y=at_y("y", height), color=colour(theme), shape=shape())]


def _row(mark: Mark) -> dict[str, Any]:
    return {
        "lane": mark.lane,
        "start": mark.start,
        "end": mark.end,
        "middle": mark.middle,
        "y": mark.y,
        "top": mark.y - _HALF,
        "bottom": mark.y + _HALF,
        "opens": mark.opens,
    }


def colour(theme: Theme) -> alt.Color:
    """Colour by lane."""
    scale = alt.Scale(domain=[*SHAPES, _KEY], range=[*map(theme.lane, SHAPES), theme.muted])
    return alt.Color("lane", type="nominal", scale=scale, legend=None)


def shape() -> alt.Shape:
    """Double the colour by a shape."""
    scale = alt.Scale(domain=[*SHAPES, _KEY], range=[*SHAPES.values(), "circle"])
    return alt.Shape("lane", type="nominal", scale=scale, legend=None)


def _dash(doubtful: bool) -> dict[str, list[int]]:
    return {"strokeDash": _DASH} if doubtful else {}


def _points(values, doubtful, place, height, theme):
    mark = alt.Chart(rows(values)).mark_point(
        filled=not doubtful, size=_POINT, opacity=1, strokeWidth=2, aria=False, **_dash(doubtful)
    )
    return [mark.encode(x=alt.X(**place("middle")), y=at_y("y", height), color=colour(theme), shape=shape())]


def _boxes(values, doubtful, place, height, theme):
    mark = alt.Chart(rows(values)).mark_rect(filled=False, strokeWidth=2, opacity=1, aria=False, **_dash(doubtful))
    return [_between(mark, place, height, "top", "bottom").encode(color=colour(theme))]


def _bars(values, doubtful, place, height, theme):
    mark = alt.Chart(rows(values)).mark_rect(filled=True, opacity=0.55 if doubtful else 1, aria=False)
    solid = _between(mark, place, height, "top", "bottom").encode(color=colour(theme))
    return [solid, *(_boxes(values, doubtful, place, height, theme) if doubtful else [])]


def _totals(values, doubtful, place, height, theme):
    """A line with a cap at each bound that is known and an arrow at one that is open."""
    layers = [_rule(values, doubtful, place, height, theme)]
    for end, arrow in _ARROWS.items():
        closed, opened = [row for row in values if row["opens"] != end], [row for row in values if row["opens"] == end]
        layers += [_cap(closed, end, place, height, theme)] if closed else []
        layers += [_arrow(opened, end, arrow, place, height, theme)] if opened else []
    return layers


def _between(mark: alt.Chart, place: Place, height: float, top: str, bottom: str) -> alt.Chart:
    return mark.encode(x=alt.X(**place("start")), x2=alt.X2("end"), y=at_y(top, height), y2=alt.Y2(bottom))


def _rule(values, doubtful, place, height, theme):
    mark = alt.Chart(rows(values)).mark_rule(strokeWidth=2, aria=False, **_dash(doubtful))
    return mark.encode(x=alt.X(**place("start")), x2=alt.X2("end"), y=at_y("y", height), color=colour(theme))


def _cap(values, end, place, height, theme):
    mark = alt.Chart(rows(values)).mark_rule(strokeWidth=2, aria=False)
    return mark.encode(x=alt.X(**place(end)), y=at_y("top", height), y2=alt.Y2("bottom"), color=colour(theme))


def _arrow(values, end, shape, place, height, theme):
    mark = alt.Chart(rows(values)).mark_point(filled=True, shape=shape, size=90, opacity=1, aria=False)
    return mark.encode(x=alt.X(**place(end)), y=at_y("y", height), color=colour(theme))


_FORMS = {"day": _points, "box": _boxes, "bar": _bars, "total": _totals, "open": _totals}
