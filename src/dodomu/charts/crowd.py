"""The timeline of very many marks: a lane for each kind, with circles that gather a month or a year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

import altair as alt

from dodomu.charts import canvas, measure, periods
from dodomu.charts.axis import Axis, axis_of, iso
from dodomu.charts.canvas import Text
from dodomu.charts.items import Item
from dodomu.charts.labels import number, words
from dodomu.charts.panels import AXIS, axis_layers, tick_texts
from dodomu.charts.theme import LINE, SHAPES, SMALL, TEXT, Theme

_ROW = 64
_WIDE = 560
_LABEL = 0.3
_WIDEST, _SMALLEST = 36, 16
"""The widest circle, in pixels, and the area of the smallest."""


def crowd(items: Sequence[Item], lang: str, width: float, theme: Theme) -> list[alt.LayerChart]:
    """Draw one lane for each kind; every item is counted in a circle or in the words beside the lane."""
    lanes = _lanes(items)
    narrow = width < _WIDE
    axis, months = _time(items, width)
    left = _left(width)
    note = measure.wrap(words(lang)["chart"]["gathered"], width, SMALL, lines=4)
    top = len(note) * LINE + 8
    row = _ROW + (3 * LINE if narrow else 0)
    lines = [Text(0, n * LINE, text, SMALL, muted=True) for n, text in enumerate(note)]
    circles, bullets = [], []
    for n, (kind, group) in enumerate(lanes):
        y = top + AXIS + n * row
        gathered = Counter(_bin(item, months) for item in group)
        lines += _label(kind, group, gathered, lang, y, width if narrow else left - 16)
        bullets.append((6, y + 10 + LINE / 2, kind[1]))
        middle = y + (row - 28 if narrow else row / 2)
        circles += [
            {"lane": kind[1], "start": start, "n": count, "y": middle} for start, count in gathered.items() if start
        ]
    height = top + AXIS + len(lanes) * row + 8
    layers = [*canvas.across((top + AXIS + n * row for n in range(len(lanes))), width, height, theme)]
    if axis:
        layers += [
            *axis_layers(axis, lang, top + AXIS, height, theme),
            *_circles(circles, months, axis, lang, height, theme),
        ]
        lines += tick_texts(axis, lang, top)
    layers += [*canvas.bullets(bullets, width, height, theme), *canvas.texts(lines, width, height, theme)]
    return [alt.layer(*layers).resolve_scale(x="independent").properties(width=width, height=height)]


def gathered_rows(items: Sequence[Item], width: float) -> list[dict[str, Any]]:
    """Give what is drawn as rows: how many of each kind in each period, without a date, or wider than a period."""
    _, months = _time(items, width)
    rows = []
    for (_, lane, kind), group in _lanes(items):
        found = Counter(_bin(item, months) for item in group)
        for start, n in sorted(found.items(), key=lambda pair: str(pair[0] or "")):
            where = "undated" if start is None else "wider" if start == "" else "period"
            first = start.isoformat() if start else None
            rows.append(
                {"lane": lane, "kind": kind, "where": where, "start": first, "months": first and months, "n": n}
            )
    return rows


def _lanes(items: Sequence[Item]) -> list[tuple[tuple[int, str, str], list[Item]]]:
    return [(kind, list(group)) for kind, group in groupby(sorted(items, key=_kind), key=_kind)]


def _left(width: float) -> float:
    return 8 if width < _WIDE else round(width * _LABEL) + 16


def _time(items: Sequence[Item], width: float) -> tuple[Axis | None, int]:
    """Give the axis, where anything has a date, and how many months a circle gathers."""
    dated = [item for item in items if item.dated]
    axis = axis_of(dated, _left(width), width - 16) if dated else None
    return axis, periods.months(axis) if axis else periods.STEPS[-1]


_PLACE = {name: place for place, name in enumerate(SHAPES)}


def _kind(item: Item) -> tuple[int, str, str]:
    return _PLACE[item.lane], item.lane, item.kind


def _bin(item: Item, months: int) -> date | None | str:
    """Give the first day of the period that holds all of an item; empty for a wider one, None without a date."""
    return (periods.holding(item.earliest, item.latest, months) or "") if item.dated else None


def _label(kind, group, gathered, lang: str, y: float, room: float) -> Iterator[Text]:
    say = words(lang)["chart"]
    title = words(lang)["type"].get(kind[2]) or words(lang)["crowd"][kind[2]]
    yield Text(18, y + 10, f"{title}:\u00a0{number(len(group))}", TEXT, bold=True)
    parts = [(say["n_undated"], gathered.get(None, 0)), (say["n_wider"], gathered.get("", 0))]
    detail = " · ".join(f"{text}:\u00a0{number(n)}" for text, n in parts if n)
    for n, line in enumerate(measure.wrap(detail, room - 18, SMALL, lines=2) if detail else [], 1):
        yield Text(18, y + 10 + n * LINE, line, SMALL, muted=True)


def _circles(found, months: int, axis: Axis, lang: str, height: float, theme: Theme) -> list[alt.Chart]:
    if not found:
        return []
    most = max(row["n"] for row in found)
    widest = min(periods.pixels(axis, months), _WIDEST)
    values = [_circle(row, months, lang) for row in found]
    area = alt.Scale(domain=[0, most], range=[_SMALLEST, widest**2])
    point = alt.Chart(canvas.rows(values)).mark_point(filled=True, opacity=0.8)
    return [
        point.encode(
            x=alt.X("middle", type="temporal", scale=axis.scale(), axis=None),
            y=canvas.at_y("y", height),
            size=alt.Size("n", type="quantitative", scale=area, legend=None),
            color=canvas.colour(theme),
            shape=canvas.shape(),
            description=alt.Description("description", type="nominal"),
            tooltip=[alt.Tooltip("description", type="nominal", title=" ")],
        )
    ]


def _circle(row: dict, months: int, lang: str) -> dict:
    start = row["start"]
    after = periods.later(start, months)
    begin, finish = datetime.combine(start, time()), datetime.combine(after, time())
    text = words(lang)["chart"]["n_marks"].format(n=number(row["n"]), period=periods.text(start, months, lang))
    return {
        "lane": row["lane"],
        "n": row["n"],
        "start": iso(begin),
        "end": iso(finish),
        "middle": iso(begin + (finish - begin) / 2),
        "y": row["y"],
        "description": text,
    }
