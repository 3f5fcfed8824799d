"""Shapes drawn by the pixel with a colour of their own, where no scale of the drawing library is wanted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import altair as alt

from dodomu.charts import canvas

_DASH = [3, 2]


@dataclass(frozen=True)
class Dot:
    """A shape around a point; one without a fill is an outline, dashed where it is in doubt."""

    x: float
    y: float
    shape: str
    colour: str
    size: float = 70
    filled: bool = True
    dashed: bool = False
    opacity: float = 1

    def style(self) -> tuple:
        """What a layer of dots shares."""
        return "point", self.filled, self.dashed, self.opacity

    def row(self) -> dict[str, Any]:
        """Give the row of data."""
        return {"x": self.x, "y": self.y, "shape": self.shape, "colour": self.colour, "size": self.size}


@dataclass(frozen=True)
class Box:
    """A rectangle between two corners."""

    left: float
    top: float
    right: float
    bottom: float
    colour: str
    filled: bool = True
    dashed: bool = False
    opacity: float = 1

    def style(self) -> tuple:
        """What a layer of boxes shares."""
        return "rect", self.filled, self.dashed, self.opacity

    def row(self) -> dict[str, Any]:
        """Give the row of data."""
        return {"x": self.left, "x2": self.right, "y": self.top, "y2": self.bottom, "colour": self.colour}


@dataclass(frozen=True)
class Rule:
    """A straight line."""

    x: float
    y: float
    x2: float
    y2: float
    colour: str
    thick: float = 1.5
    dashed: bool = False

    def style(self) -> tuple:
        """What a layer of rules shares."""
        return "rule", self.thick, self.dashed

    def row(self) -> dict[str, Any]:
        """Give the row of data."""
        return {"x": self.x, "x2": self.x2, "y": self.y, "y2": self.y2, "colour": self.colour}


@dataclass(frozen=True)
class Band:
    """The surface between two lines, given as (x, y above, y below)."""

    points: tuple[tuple[float, float, float], ...]
    colour: str
    opacity: float = 0.25

    def style(self) -> tuple:
        """Each band is a layer."""
        return "area", id(self)


@dataclass(frozen=True)
class Path:
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    colour: str
    thick: float = 2

    def style(self) -> tuple:
        """Each line is a layer."""
        return "line", id(self)


Shape = Dot | Box | Rule | Band | Path


def draw(shapes: Iterable[Shape], width: float, height: float) -> list[alt.Chart]:
    """Draw shapes in their order, those that follow each other and are alike in one layer."""
    return [
        _LAYERS[style[0]](list(group), style, width, height)
        for style, group in groupby(shapes, key=lambda shape: shape.style())
    ]


def _across(field: str, width: float) -> alt.X:
    return alt.X(field, type="quantitative", scale=canvas.pixels(width), axis=None)


def _colour() -> alt.Color:
    return alt.Color("colour", type="nominal", scale=None, legend=None)


def _chart(shapes: Sequence[Dot | Box | Rule]) -> alt.Chart:
    return alt.Chart(canvas.rows(shape.row() for shape in shapes))


def _dots(shapes, style, width, height):
    _, filled, dashed, opacity = style
    dash = {"strokeDash": _DASH} if dashed else {}
    mark = _chart(shapes).mark_point(filled=filled, opacity=opacity, strokeWidth=2, aria=False, **dash)
    return mark.encode(
        x=_across("x", width),
        y=canvas.at_y("y", height),
        color=_colour(),
        shape=alt.Shape("shape", type="nominal", scale=None, legend=None),
        size=alt.Size("size", type="quantitative", scale=None, legend=None),
    )


def _boxes(shapes, style, width, height):
    _, filled, dashed, opacity = style
    dash = {"strokeDash": _DASH} if dashed else {}
    mark = _chart(shapes).mark_rect(filled=filled, opacity=opacity, strokeWidth=2, aria=False, **dash)
    return mark.encode(
        x=_across("x", width), x2=alt.X2("x2"), y=canvas.at_y("y", height), y2=alt.Y2("y2"), color=_colour()
    )


def _rules(shapes, style, width, height):
    _, thick, dashed = style
    dash = {"strokeDash": _DASH} if dashed else {}
    mark = _chart(shapes).mark_rule(strokeWidth=thick, aria=False, **dash)
    return mark.encode(
        x=_across("x", width), x2=alt.X2("x2"), y=canvas.at_y("y", height), y2=alt.Y2("y2"), color=_colour()
    )


def _bands(shapes, style, width, height):
    [band] = shapes
    rows = canvas.rows({"x": x, "y": above, "y2": below} for x, above, below in band.points)
    mark = alt.Chart(rows).mark_area(fill=band.colour, opacity=band.opacity, aria=False, interpolate="linear")
    return mark.encode(x=_across("x", width), y=canvas.at_y("y", height), y2=alt.Y2("y2"))


def _paths(shapes, style, width, height):
    [path] = shapes
    rows = canvas.rows({"n": n, "x": x, "y": y} for n, (x, y) in enumerate(path.points))
    mark = alt.Chart(rows).mark_line(stroke=path.colour, strokeWidth=path.thick, aria=False, strokeJoin="round")
    return mark.encode(x=_across("x", width), y=canvas.at_y("y", height), order=alt.Order("n", type="quantitative"))


_LAYERS = {"point": _dots, "rect": _boxes, "rule": _rules, "area": _bands, "line": _paths}


def spoken(found: Iterable[tuple[float, float, float, float, str]], width: float, height: float) -> list[alt.Chart]:
    """Lay a clear sheet over each (left, top, right, bottom): its words are read aloud and shown as a hint."""
    values = [
        {"left": left, "top": top, "right": right, "bottom": bottom, "description": text}
        for left, top, right, bottom, text in found
    ]
    if not values:
        return []
    return [
        alt.Chart(canvas.rows(values))
        .mark_rect(opacity=0, fill="#888888")
        .encode(
            x=_across("left", width),
            x2=alt.X2("right"),
            y=canvas.at_y("top", height),
            y2=alt.Y2("bottom"),
            description=alt.Description("description", type="nominal"),
            tooltip=[alt.Tooltip("description", type="nominal", title=" ")],
        )
    ]
