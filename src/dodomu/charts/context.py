"""Context: what the articles tell, set over the releases that are publicly known."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import altair as alt

from dodomu.charts import canvas, measure, periods, pixels
from dodomu.charts.axis import Axis, Spanning, axis_of, noon
from dodomu.charts.canvas import Text
from dodomu.charts.dates import day_text
from dodomu.charts.freed import HAPPENED, Freed, of_known
from dodomu.charts.given import dataset_of
from dodomu.charts.items import Item, items_of
from dodomu.charts.key import Entry, forms, lanes
from dodomu.charts.labels import country, form, how_many, number, words
from dodomu.charts.panels import AXIS, axis_layers, dated, tick_texts
from dodomu.charts.pixels import Box, Dot, Rule, Shape
from dodomu.charts.sheet import Picture, assemble, inner
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import LINE, SERIES, SMALL, TEXT, Theme, named
from dodomu.charts.timeline import LABELLED, drawn_row

_FIRST, _LAST = 2024, 2026
_WIDE = 560
_LANES = 5
_ROW = 56
_BIGGEST = 30
"""The widest mark of a known release, in pixels."""

_SMALLEST = 14
_SINGLE = 1500
"""So many known releases are drawn one by one; of more those of a period are added up."""


def context(
    ds: Any,
    years: tuple[int, int] = (_FIRST, _LAST),
    lang: str = "uk",
    theme: str = "light",
    width: int = 800,
) -> alt.VConcatChart:
    """Draw the releases that the articles tell of over those that are known, by the state that let people go.

    Above stands a lane for each state, a mark for each known release, its area the number of people, an outline where
    that is not disclosed. Thin lines lead the articles' events of these years through the lanes; below they are told in
    words, with the rows of the reference they are linked to.

    Parameters
    ----------
    ds
        A dataset with known releases.
    years
        The first and the last year drawn.
    lang, theme, width
        As for `timeline`.
    """
    ds = dataset_of(ds)
    say, colours = words(lang)["context"], named(theme)
    found = [one for one in of_known(ds, "origin", lang)[0] if years[0] <= one.latest.year <= years[1]]
    told = _told(ds, years, lang)
    few = told if len(told) <= LABELLED else []
    beside = found if found else []
    picture = Picture(
        "context",
        say["title" if len(ds.articles) == 1 else "title_many"],
        _about(found, told, lang) if found else "",
        _body(found, told, few, lang, inner(width), colours) if found else [],
        stamp(ds, told, lang, known=not told, beside=beside) if found else stamp(ds, (), lang),
        _key(found, told, few, lang, colours) if found else (),
        "" if found else say["empty"].format(first=years[0], last=years[1]),
        [*(_known_row(one) for one in found), *(drawn_row(item) for item in few)],
    )
    return assemble(picture, lang, theme, width)


def _told(ds: Any, years: tuple[int, int], lang: str) -> list[Item]:
    """Take the releases with a date in these years that articles tell of, with what the reference says of them."""
    events = {event["event_id"]: event for event in ds.events.to_dicts()}
    known = {row["release_id"]: row for row in ds.known_releases.to_dicts()}
    told = []
    for item in items_of(ds, lang):
        day = item.latest or item.earliest
        if item.lane == "release" and item.dated and years[0] <= day.year <= years[1]:
            told.append(_linked(item, events[item.id], known, lang))
    return told


def _linked(item: Item, event: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]], lang: str) -> Item:
    say = words(lang)["context"]
    links = (link.rpartition(":") for link in event["known_releases"] or [])
    told = [f"{say['relation'][how]} {_named(known[key], lang)}" for key, _, how in links if key in known]
    text = "; ".join(told)
    if not told and event["status"] in HAPPENED:
        text = say["unlinked"]
    return replace(item, detail=" · ".join(part for part in (text, item.detail) if part))


def _named(row: Mapping[str, Any], lang: str) -> str:
    """Name a row of the reference by its day, its way and how many people."""
    way = " – ".join(
        ", ".join(country(code, lang) for code in row[end]) for end in ("origin", "destination") if row[end]
    )
    people = how_many(lang, "people", row["released_total"], "exact") if row["released_total"] is not None else ""
    return "«" + ", ".join(part for part in (day_text(row["date"], lang), way, people) if part) + "»"


@dataclass(frozen=True)
class _Span:
    """The years drawn."""

    earliest: date
    latest: date


def _span(found: Sequence[Freed], told: Sequence[Item]) -> list[_Span]:
    days = [day for one in found for day in (one.earliest, one.latest)]
    days += [day for item in told for day in (item.earliest, item.latest) if day]
    return [_Span(min(days), max(days))]


def _body(
    found: Sequence[Freed], told: Sequence[Item], few: Sequence[Item], lang: str, width: int, theme: Theme
) -> list[alt.LayerChart]:
    span = [*_span(found, told), *few]
    parts = [_lanes(found, told, span, lang, width, theme)]
    if few:
        parts.append(dated(few, lang, width, theme, span))
    return parts


def _lanes(
    found: Sequence[Freed], told: Sequence[Item], span: Sequence[Spanning], lang: str, width: float, theme: Theme
) -> alt.LayerChart:
    """Draw the lanes of the known releases, and what the articles tell as lines through them."""
    wide = width >= _WIDE
    room = round(width * 0.46) if wide else width  # the axis stands where that of the rows below stands
    axis = axis_of(span, room + 28 if wide else 8, width - 8)
    groups = _by_origin(found, lang)
    months = periods.months(axis) if len(found) > _SINGLE else 0
    marks = {label: _marks(group, axis, months) for label, group in groups}
    most = max((n for drawn in marks.values() for _, n in drawn if n), default=1)
    lines, shapes, spoken, tops, y = [], [], [], [], float(AXIS)
    for place, (label, group) in enumerate(groups):
        tops.append(y)
        series, shape = SERIES[place % len(SERIES)]
        head = _people(group, lang)
        at = y + 8
        for line in measure.wrap(label, room - 22, TEXT, bold=True):
            lines.append(Text(18, at, line, TEXT, bold=True))
            at += LINE
        for line in measure.wrap(head, room - 22, SMALL, lines=3):
            lines.append(Text(18, at, line, SMALL, muted=True))
            at += LINE
        shapes.append(Dot(6, y + 8 + LINE / 2, shape, theme.lane(series)))
        height = max(at - y + 8, _ROW) if wide else at - y + 8 + _BIGGEST + 6
        middle = y + height / 2 if wide else y + height - _BIGGEST / 2 - 8
        ends = (y, y + height) if wide else (middle - _BIGGEST / 2 - 4, middle + _BIGGEST / 2 + 4)
        shapes += _through(told, axis, *ends, theme)
        widest = min(_BIGGEST, (axis.right - axis.left) / _BIGGEST * 2)
        shapes += [_mark(x, n, middle, most, widest, shape, theme.lane(series)) for x, n in marks[label]]
        spoken.append((0.0, y, width, y + height, measure.clean(f"{label}. {head}")))
        y += height
    bottom = y + 2
    lines += [Text(0, AXIS - LINE - 4, words(lang)["context"]["lanes"], SMALL, muted=True)] if wide else []
    return (
        alt.layer(
            *axis_layers(axis, lang, AXIS, bottom, theme),
            *canvas.across(tops, width, bottom, theme),
            *pixels.draw(shapes, width, bottom),
            *canvas.texts([*lines, *tick_texts(axis, lang)], width, bottom, theme),
            *pixels.spoken(spoken, width, bottom),
        )
        .resolve_scale(x="independent")
        .properties(width=width, height=bottom)
    )


def _by_origin(found: Sequence[Freed], lang: str) -> list[tuple[str, list[Freed]]]:
    """Give the states, those that let most people go first; the last of many share a lane."""
    groups: dict[str, list[Freed]] = {}
    for one in found:
        groups.setdefault(one.categories[0], []).append(one)
    ordered = sorted(groups.items(), key=lambda pair: -sum(one.best or 0 for one in pair[1]))
    if len(ordered) <= _LANES:
        return ordered
    rest = [one for _, group in ordered[_LANES - 1 :] for one in group]
    return [*ordered[: _LANES - 1], (words(lang)["releases"]["others"], rest)]


def _marks(group: Sequence[Freed], axis: Axis, months: int) -> list[tuple[float, int | None]]:
    """Give the place of each mark and how many people it stands for, large ones first."""
    if not months:
        single = [(axis.pixel(noon(one.latest)), one.best) for one in group]
        return sorted(single, key=lambda mark: -(mark[1] or 0))
    sums: Counter[date] = Counter()
    for one in group:
        sums[periods.holding(one.latest, one.latest, months)] += one.best or 0
    return [(axis.pixel(periods.middle(start, months)), n or None) for start, n in sums.items()]


def _mark(x: float, n: int | None, y: float, most: int, widest: float, shape: str, colour: str) -> Dot:
    if n is None:
        return Dot(x, y, shape, colour, 40, filled=False)
    return Dot(x, y, shape, colour, max(_SMALLEST, widest**2 * n / most), opacity=0.6)


def _through(told: Sequence[Item], axis: Axis, top: float, bottom: float, theme: Theme) -> Iterator[Shape]:
    """Lead each event of the articles through the lanes: a line where the day is known, a shade where it is not."""
    places: dict[tuple[int, int], Shape] = {}
    for item in told:
        if item.form == "day":
            x = axis.pixel(noon(item.earliest))
            places.setdefault((round(x), 0), Rule(x, top, x, bottom, theme.ink, 1, dashed=item.doubtful))
        elif item.form == "box":
            begin, end = axis.pixel(axis.begin(item)), axis.pixel(axis.finish(item))
            shade = Box(begin, top, end, bottom, theme.muted, opacity=0.15)
            places.setdefault((round(begin), round(end)), shade)
    yield from sorted(places.values(), key=lambda shape: isinstance(shape, Rule))


def _people(group: Sequence[Freed], lang: str) -> str:
    say = words(lang)["releases"]
    total, closed = sum(one.best or 0 for one in group), sum(one.best is None for one in group)
    parts = [
        how_many(lang, "people", total, "at_least" if closed else "exact") if total else "",
        f"{number(len(group))} {form(len(group), say['records'], lang)}",
        say["undisclosed"].format(n=number(closed)) if closed else "",
    ]
    return " · ".join(part for part in parts if part)


def _about(found: Sequence[Freed], told: Sequence[Item], lang: str) -> str:
    say = words(lang)["context"]
    days = sorted(one.latest for one in found)
    known = say["known"].format(
        n=number(len(found)),
        records=form(len(found), words(lang)["releases"]["records"], lang),
        first=day_text(days[0], lang),
        last=day_text(days[-1], lang),
    )
    n = f"{number(len(told))} {form(len(told), words(lang)['chart']['events'], lang)}"
    return f"{known} · {say['told'].format(n=n) if told else say['nothing']}"


def _key(
    found: Sequence[Freed], told: Sequence[Item], few: Sequence[Item], lang: str, theme: Theme
) -> list[list[Entry]]:
    say, ink = words(lang)["context"], theme.muted
    entries = [
        Entry("known", say["key_known"], wide=True, sketch=lambda x, y: _sizes(x, y, ink)),
        Entry("open", words(lang)["releases"]["key_open"], sketch=lambda x, y: _outline(x, y, ink))
        if any(one.best is None for one in found)
        else None,
        Entry("told", say["key_told"], sketch=lambda x, y: [Rule(x + 8, y - 9, x + 8, y + 9, theme.ink, 1)])
        if any(item.form == "day" for item in told)
        else None,
        Entry("bounds", say["key_bounds"], wide=True, sketch=lambda x, y: _shade(x, y, ink))
        if any(item.form == "box" for item in told)
        else None,
    ]
    return [[entry for entry in entries if entry], [*lanes(few, lang), *forms(few, lang)]]


def _sizes(x: float, y: float, ink: str) -> list[Dot]:
    return [Dot(x + 4, y, "circle", ink, 30, opacity=0.6), Dot(x + 16, y, "circle", ink, 160, opacity=0.6)]


def _outline(x: float, y: float, ink: str) -> list[Dot]:
    return [Dot(x + 8, y, "circle", ink, 40, filled=False)]


def _shade(x: float, y: float, ink: str) -> list[Box]:
    return [Box(x, y - 8, x + 22, y + 8, ink, opacity=0.15)]


def _known_row(one: Freed) -> dict[str, Any]:
    return {
        "id": one.id,
        "lane": "known",
        "kind": one.categories[0],
        "earliest": one.earliest.isoformat(),
        "latest": one.latest.isoformat(),
        "low": one.low,
        "best": one.best,
        "high": one.high,
        "review": one.review,
    }
