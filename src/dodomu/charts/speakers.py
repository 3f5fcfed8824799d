"""The lanes of speakers: each statement a mark where it was said, what has no date counted beside."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt

from dodomu.charts import canvas, measure, periods, pixels
from dodomu.charts.axis import Axis, axis_of, noon
from dodomu.charts.canvas import Text
from dodomu.charts.items import Item
from dodomu.charts.labels import form, number, words
from dodomu.charts.panels import AXIS, axis_layers, tick_texts
from dodomu.charts.pixels import Box, Dot, Rule, Shape
from dodomu.charts.theme import ACTS, LINE, SHAPES, SMALL, TEXT, Theme

SINGLE = 300
"""So many statements are drawn one by one."""

_NAME, _UNDATED = 0.32, 0.2
_WIDE = 560
_LEVEL, _APART = 16, 15
"""How far marks that would lie on each other are set apart, down and across."""

_PADDING = 10
_WIDEST = 26


@dataclass(frozen=True)
class Lane:
    """A speaker with the role the articles give and all statements."""

    name: str
    role: str
    items: Sequence[Item]


def speaker_lanes(speakers: Sequence[Lane], lang: str, width: float, theme: Theme) -> alt.LayerChart:
    """Draw a lane for each speaker: the name, what has no date by acts, and what has one on the axis."""
    wide = width >= _WIDE
    some_undated = _some_undated(speakers)
    name, column, axis = _columns(speakers, width)
    single = sum(len(lane.items) for lane in speakers) <= SINGLE
    months = periods.months(axis) if axis else 1
    y = AXIS if axis else 24 if wide else 4
    lines, shapes, spoken, tops = [], [], [], []
    if some_undated and wide:
        lines.append(Text(name + 20, 2, words(lang)["chart"]["undated"], SMALL, muted=True))
    for lane in speakers:
        tops.append(y)
        heads = list(_head(lane, name, y, lang))
        at = max(text.y for text in heads) + LINE
        undated = Counter(item.lane for item in lane.items if not item.dated)
        if wide:
            counted, used = _counted(undated, name + 20, y + _PADDING, column, theme)
            at = max(at, y + _PADDING + used)
        else:
            counted, used = _counted(undated, 0, at + 4, width, theme, words(lang)["chart"]["undated"])
            at += used + (4 if used else 0)
        with_date = [item for item in lane.items if item.dated]
        marks_top = y + _PADDING + 2 if wide else at + 4
        drawn, used = ([], 0)
        if axis and with_date:
            place = _singly if single else _gathered
            drawn, used = place(with_date, axis, marks_top, months, theme)
        bottom = max(at, marks_top + used if drawn else at) + _PADDING
        lines += [*heads, *(shape for shape in counted if isinstance(shape, Text))]
        shapes += [*(shape for shape in counted if not isinstance(shape, Text)), *drawn]
        spoken.append((0.0, y, width, bottom, _spoken(lane, lang)))
        y = bottom
    height = y + 6
    return (
        alt.layer(
            *(axis_layers(axis, lang, AXIS, height, theme) if axis else ()),
            *canvas.across(tops, width, height, theme),
            *pixels.draw(shapes, width, height),
            *canvas.texts([*lines, *(tick_texts(axis, lang) if axis else ())], width, height, theme),
            *pixels.spoken(spoken, width, height),
        )
        .resolve_scale(x="independent")
        .properties(width=width, height=height)
    )


def _some_undated(speakers: Sequence[Lane]) -> bool:
    return any(not item.dated for lane in speakers for item in lane.items)


def _columns(speakers: Sequence[Lane], width: float) -> tuple[float, float, Axis | None]:
    """Give the room of the names, that of what has no date, and the axis where anything has one."""
    wide = width >= _WIDE
    dated = [item for lane in speakers for item in lane.items if item.dated]
    name = round(width * _NAME) if wide else width
    column = round(width * _UNDATED) if wide and dated else width - name - 20
    left = name + 20 + (column + 16 if _some_undated(speakers) else 0) if wide else 8
    return name, column, axis_of(dated, left, width - 12) if dated else None


def _head(lane: Lane, room: float, y: float, lang: str) -> Iterator[Text]:
    at = y + _PADDING
    for line in measure.wrap(f"{lane.name}:\u00a0{number(len(lane.items))}", room, TEXT, bold=True, lines=3):
        yield Text(0, at, line, TEXT, bold=True)
        at += LINE
    for line in measure.wrap(lane.role, room, SMALL) if lane.role else []:
        yield Text(0, at, line, SMALL, muted=True)
        at += LINE


def _counted(
    found: Counter, x: float, y: float, room: float, theme: Theme, before: str = ""
) -> tuple[list[Shape | Text], float]:
    """Set the shape of each act with its number, on a new line where there is no more room."""
    if not found:
        return [], 0
    drawn: list[Shape | Text] = []
    left, top = x, y
    if before:
        drawn.append(Text(x, y, f"{before}:", SMALL, muted=True))
        left += measure.width(f"{before}:", SMALL) + 12
    for act in ACTS:
        if n := found.get(act):
            wide = 20 + measure.width(number(n), SMALL) + 12
            if left + wide > x + room and left > x:
                left, y = x, y + LINE + 2
            drawn.append(Dot(left + 6, y + LINE / 2, SHAPES[act], theme.lane(act)))
            drawn.append(Text(left + 16, y, number(n), SMALL))
            left += wide
    return drawn, y - top + LINE


def _singly(items: Sequence[Item], axis: Axis, top: float, months: int, theme: Theme) -> tuple[list[Shape], float]:
    """Draw each statement in its form of time, one below the other where they would touch."""
    ends: list[float] = []
    shapes: list[Shape] = []
    for item in sorted(items, key=Item.order):
        begin, finish = axis.pixel(axis.begin(item)), axis.pixel(axis.finish(item))
        middle = axis.pixel(noon(item.earliest)) if item.form == "day" else (begin + finish) / 2
        first = middle - _APART / 2 if item.form == "day" else begin
        level = next((n for n, end in enumerate(ends) if end <= first), len(ends))
        ends[level : level + 1] = [middle + _APART / 2 if item.form == "day" else finish + 3]
        shapes += _mark(item, begin, middle, finish, top + level * _LEVEL + 6, theme)
    return shapes, len(ends) * _LEVEL


def _mark(item: Item, begin: float, middle: float, finish: float, y: float, theme: Theme) -> list[Shape]:
    colour = theme.lane(item.lane)
    if item.form == "day":
        return [Dot(middle, y, SHAPES[item.lane], colour, 80, not item.doubtful, item.doubtful)]
    if item.form == "open":
        known = finish if item.earliest is None else begin
        arrow, way = (begin, "triangle-left") if item.earliest is None else (finish, "triangle-right")
        return [
            Rule(begin, y, finish, y, colour, 2, item.doubtful),
            Rule(known, y - 6, known, y + 6, colour, 2),
            Dot(arrow, y, way, colour, 60),
        ]
    dot = Dot(middle, y, SHAPES[item.lane], colour, 26)
    return [Box(begin, y - 6, finish, y + 6, colour, item.form == "bar", item.doubtful), dot]


def _gathered(items: Sequence[Item], axis: Axis, top: float, months: int, theme: Theme) -> tuple[list[Shape], float]:
    """Draw a row for each act, a mark for each period; its area is how many."""
    counts = _by_period(items, months)
    most = max(counts.values(), default=1)
    widest = min(periods.pixels(axis, months), _WIDEST)
    acts = [act for act in ACTS if any(found == act for found, _ in counts)]
    shapes = []
    for (act, start), n in sorted(counts.items(), key=lambda pair: (pair[0][0], pair[0][1])):
        x = axis.pixel(periods.middle(start, months))
        y = top + acts.index(act) * (_WIDEST - 4) + _WIDEST / 2
        shapes.append(Dot(x, y, SHAPES[act], theme.lane(act), max(16, (widest**2) * n / most), opacity=0.85))
    return shapes, len(acts) * (_WIDEST - 4)


def _by_period(items: Sequence[Item], months: int) -> Counter[tuple[str, date]]:
    """Count the statements that one period holds; what is wider is counted in the words beside the lane."""
    found: Counter[tuple[str, date]] = Counter()
    for item in items:
        start = periods.holding(item.earliest, item.latest, months)
        if start:
            found[item.lane, start] += 1
    return found


def _spoken(lane: Lane, lang: str) -> str:
    acts = Counter(item.lane for item in lane.items)
    say = words(lang)
    told = ", ".join(f"{say['lane'][act]}:\u00a0{number(acts[act])}" for act in ACTS if acts[act])
    n = f"{number(len(lane.items))} {form(len(lane.items), say['chart']['quotes'], lang)}"
    return measure.clean(f"{lane.name}. {n}. {told}")


def drawn_rows(speakers: Sequence[Lane], lang: str, width: float) -> list[dict[str, Any]]:
    """Give what is drawn as rows: the statements, or how many of each act in each period."""
    if sum(len(lane.items) for lane in speakers) <= SINGLE:
        return [_row(lane, item) for lane in speakers for item in lane.items]
    axis = _columns(speakers, width)[2]
    months = periods.months(axis) if axis else 1
    rows = []
    for lane in speakers:
        undated = Counter(item.lane for item in lane.items if not item.dated)
        for act, n in undated.items():
            rows.append({"speaker": lane.name, "act": act, "where": "undated", "start": None, "months": None, "n": n})
        for (act, start), n in sorted(_by_period(lane.items, months).items()):
            first = {"start": start.isoformat(), "months": months}
            rows.append({"speaker": lane.name, "act": act, "where": "period", **first, "n": n})
    return rows


def _row(lane: Lane, item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "speaker": lane.name,
        "role": lane.role,
        "act": item.lane,
        "earliest": item.earliest and item.earliest.isoformat(),
        "latest": item.latest and item.latest.isoformat(),
        "when": item.when or None,
        "doubtful": item.doubtful,
        "reported": item.reported and item.reported.isoformat(),
        "text": item.detail,
        "url": item.url,
        "review": item.review,
    }
