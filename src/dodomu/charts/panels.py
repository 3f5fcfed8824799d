"""The two halves of a timeline: what has a place in time, and the lane of what has none."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import altair as alt

from dodomu.charts import canvas, measure, pixels
from dodomu.charts.axis import Axis, Spanning, axis_of, iso, noon
from dodomu.charts.canvas import Mark, Text
from dodomu.charts.items import Item, reported_text
from dodomu.charts.labels import words
from dodomu.charts.theme import LINE, SMALL, TEXT, Theme

_BULLET = 18
_GUTTER = 28
_WIDE = 560
_TWO_COLUMNS = 900
AXIS = 40
"""The height of the labels above the lines of an axis, in pixels."""

_PADDING = 10
_DESCRIPTION = 300
_HINT = {"when": " ", "words": "  "}
"""The hint's lines stand without titles: one titled «image» would make the reader's browser fetch an address."""


Sketch = Callable[[Item, Axis, float], Iterable[pixels.Shape]]
"""Draws an item on the axis, around a height, where its form of time alone is not enough."""


@dataclass(frozen=True)
class _Row:
    """An item with its broken lines and its place from the top."""

    item: Item
    head: list[str]
    detail: list[str]
    about: list[str]
    when: list[str]
    x: float
    y: float
    height: float

    def texts(self) -> Iterator[Text]:
        for n, line in enumerate(self.head):
            yield Text(self.x + _BULLET, self.y + _PADDING + n * LINE, line, TEXT, bold=True)
        for n, line in enumerate(self.detail, len(self.head)):
            yield Text(self.x + _BULLET, self.y + _PADDING + n * LINE, line, SMALL, muted=True)
        for n, line in enumerate(self.about, len(self.head) + len(self.detail)):
            yield Text(self.x + _BULLET, self.y + _PADDING + n * LINE, line, SMALL)

    @property
    def bullet(self) -> tuple[float, float, str]:
        return self.x + 6, self.y + _PADDING + LINE / 2, self.item.lane


def dated(
    items: Sequence[Item],
    lang: str,
    width: float,
    theme: Theme,
    span: Sequence[Spanning] = (),
    sketch: Sketch | None = None,
) -> alt.LayerChart:
    """Draw what has a place in time: words on the left (above on a narrow page), marks on the axis.

    Parameters
    ----------
    span
        What the axis must hold besides the items.
    sketch
        Draws an item in place of the mark of its form of time.
    """
    wide = width >= _WIDE
    room = round(width * 0.46) if wide else width
    axis = axis_of([*items, *span], room + _GUTTER if wide else 8, width - 8)
    placed = list(_stack(items, room, AXIS, wide=wide, dates=axis.right - axis.left + 8))
    height = placed[-1].y + placed[-1].height + 6
    middles = [_mark_y(row, wide) for row in placed]
    dates = [text for row, y in zip(placed, middles, strict=True) for text in _date(row, axis, y, width)]
    lines = [*dates, *tick_texts(axis, lang), *(text for row in placed for text in row.texts())]
    if sketch:
        shapes = [shape for row, y in zip(placed, middles, strict=True) for shape in sketch(row.item, axis, y)]
        drawn = pixels.draw(shapes, width, height)
    else:
        found = [_mark(row, axis, y) for row, y in zip(placed, middles, strict=True)]
        drawn = canvas.marks(found, _in_time(axis), height, theme)
    return (
        alt.layer(
            *axis_layers(axis, lang, AXIS, height, theme),
            *canvas.across([row.y for row in placed], width, height, theme),
            *drawn,
            *canvas.bullets([row.bullet for row in placed], width, height, theme),
            *canvas.texts(lines, width, height, theme),
            *_targets(placed, width, width, height, lang),
        )
        .resolve_scale(x="independent")
        .properties(width=width, height=height)
    )


def undated(
    items: Sequence[Item],
    lang: str,
    width: float,
    theme: Theme,
    title: str = "",
    heading: Callable[[Item], str] | None = None,
) -> alt.LayerChart:
    """Draw the lane of what has no date, under the day it was reported by.

    Parameters
    ----------
    title
        What stands above all, if not that there is no date.
    heading
        What stands above items that follow each other and share it, if not the day of the report.
    """
    columns = 2 if width >= _TWO_COLUMNS else 1
    inset = 14
    room = (width - 2 * inset - _GUTTER * (columns - 1)) / columns
    lines, placed, y = [], [], 26.0
    for line in measure.wrap(title or words(lang)["chart"]["undated"], width - 2 * inset, 15, bold=True):
        lines.append(Text(inset, y, line, 15, bold=True))
        y += 20
    y += 4
    for said, group in groupby(items, key=heading or (lambda item: _reported(item, lang))):
        for line in measure.wrap(said, width - 2 * inset, SMALL):
            lines.append(Text(inset, y, line, SMALL, muted=True))
            y += LINE
        y += 2
        for pair in _chunks(list(group), columns):
            across = [
                row
                for n, item in enumerate(pair)
                for row in _stack([item], room, y, inset + n * (room + _GUTTER), lines=2)
            ]
            placed += across
            y += max(row.height for row in across) - 4
        y += 12
    lines += [text for row in placed for text in row.texts()]
    height = y + 8
    panel = alt.Chart(canvas.rows([{"top": 14, "bottom": y}])).mark_rect(fill=theme.panel, aria=False)
    return alt.layer(
        panel.encode(x=alt.value(0), x2=alt.value(width), y=canvas.at_y("top", height), y2=alt.Y2("bottom")),
        *canvas.bullets([row.bullet for row in placed], width, height, theme),
        *canvas.texts(lines, width, height, theme),
        *_targets(placed, room, width, height, lang),
    ).properties(width=width, height=height)


def _reported(item: Item, lang: str) -> str:
    text = reported_text(item.reported, lang)
    return text[0].upper() + text[1:]


def _stack(
    items: Sequence[Item],
    room: float,
    top: float,
    x: float = 0,
    lines: int = 3,
    wide: bool = True,
    dates: float | None = None,
) -> Iterator[_Row]:
    """Set items below each other; with room for `dates`, what is said of time stands under their marks."""
    y = top
    for item in items:
        head = measure.wrap(item.head, room - _BULLET, TEXT, bold=True, lines=2)
        detail = measure.wrap(item.detail, room - _BULLET, SMALL, lines=lines)
        when = measure.wrap(item.when, dates, SMALL, lines=3) if dates else []
        about = measure.wrap(item.about, room - _BULLET, SMALL) if item.about else []
        own, marked = len(head) + len(detail) + len(about), len(when) + 1 if dates else 0
        height = max(own, marked) * LINE if wide else (own + marked) * LINE + 4 * bool(dates)
        yield _Row(item, head, detail, about, when, x, y, height + 2 * _PADDING)
        y += height + 2 * _PADDING


def _chunks(items: list[Item], size: int) -> Iterator[list[Item]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _mark(row: _Row, axis: Axis, y: float) -> Mark:
    item = row.item
    opens = "start" if item.earliest is None else "end" if item.latest is None else None
    start, end = axis.begin(item), axis.finish(item)
    middle = noon(item.earliest) if item.form == "day" else start + (end - start) / 2
    return Mark(item.lane, item.form, item.doubtful, iso(start), iso(end), iso(middle), y, opens)


def _mark_y(row: _Row, wide: bool) -> float:
    n = len(row.when)
    if wide:
        return row.y + (row.height - (n + 1) * LINE - 2) / 2 + LINE / 2
    return row.y + row.height - _PADDING - (n + 0.5) * LINE - 2


def _date(row: _Row, axis: Axis, y: float, width: float) -> Iterator[Text]:
    """Set the date under the middle of its mark, moved in from the edge where it would be clipped."""
    half = max((measure.width(line, SMALL) for line in row.when), default=0) / 2
    start, end = axis.pixel(axis.begin(row.item)), axis.pixel(axis.finish(row.item))
    middle = max(axis.left - 4 + half, min((start + end) / 2, width - 4 - half))
    for n, line in enumerate(row.when):
        yield Text(middle, y + LINE / 2 + 2 + n * LINE, line, SMALL, align="center")


def tick_texts(axis: Axis, lang: str, top: float = 0) -> Iterator[Text]:
    """Label the ticks of an axis, the year below where it changes."""
    for tick in axis.ticks(lang):
        x = axis.pixel(tick.at)
        yield Text(x, top + 2, tick.label, SMALL, muted=True, align="center")
        if tick.year:
            yield Text(x, top + LINE + 1, tick.year, SMALL, bold=True, muted=True, align="center")


def axis_layers(axis: Axis, lang: str, top: float, height: float, theme: Theme) -> list[alt.Chart]:
    """Draw a dotted line down from each tick."""
    values = [{"at": iso(tick.at)} for tick in axis.ticks(lang)]
    if not values:
        return []
    rule = alt.Chart(canvas.rows(values)).mark_rule(stroke=theme.grid, strokeWidth=1, strokeDash=[1, 3], aria=False)
    return [rule.encode(x=alt.X(**_in_time(axis)("at")), y=alt.value(top), y2=alt.value(height))]


def _in_time(axis: Axis) -> canvas.Place:
    return lambda field: {"shorthand": field, "type": "temporal", "scale": axis.scale(), "axis": None}


def _targets(placed: Sequence[_Row], reach: float, width: float, height: float, lang: str) -> list[alt.Chart]:
    """Lay a clear sheet over each row: it carries what is read aloud, the hint and, where there is one, the link.

    Rows without a web address stand in a layer without links, because an empty address is one of another site.
    """
    layers = []
    for linked in (False, True):
        values = [_target(row, reach, lang) for row in placed if bool(row.item.url) == linked]
        if values:
            sheet = (
                alt.Chart(canvas.rows(values))
                .mark_rect(opacity=0, fill="#888888")
                .encode(
                    x=alt.X("left", type="quantitative", scale=canvas.pixels(width), axis=None),
                    x2=alt.X2("right"),
                    y=canvas.at_y("top", height),
                    y2=alt.Y2("bottom"),
                    description=alt.Description("description", type="nominal"),
                    tooltip=[alt.Tooltip(name, type="nominal", title=title) for name, title in _HINT.items()],
                )
            )
            layers.append(sheet.encode(href=alt.Href("url", type="nominal")) if linked else sheet)
    return layers


def _target(row: _Row, reach: float, lang: str) -> dict[str, object]:
    item = row.item
    when = item.when or reported_text(item.reported, lang)
    told = f"{item.detail}. {item.about}" if item.about else item.detail
    spoken = measure.clean(f"{item.head}. {when}. {told}")
    target = {
        "id": item.id,
        "lane": item.lane,
        "form": item.form,
        "when": when,
        "words": measure.clean(f"{item.head}. {told}"),
        "description": spoken if len(spoken) <= _DESCRIPTION else spoken[: _DESCRIPTION - 1] + "…",
        "left": row.x,
        "right": row.x + reach,
        "top": row.y,
        "bottom": row.y + row.height,
    }
    return target | ({"url": item.url} if item.url else {})
