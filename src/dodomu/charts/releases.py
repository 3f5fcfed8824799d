"""Releases: how many people became free over time, by type, origin or mediator."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import altair as alt

from dodomu.charts import canvas, measure, pixels
from dodomu.charts.axis import axis_of
from dodomu.charts.canvas import Text
from dodomu.charts.dates import date_text, day_text
from dodomu.charts.freed import BY, Freed, Left, of_events, of_known
from dodomu.charts.given import dataset_of
from dodomu.charts.growth import Growth, gaps, panels
from dodomu.charts.growth_plot import SHADE, STRIP, Plot, drawn, ticks_of
from dodomu.charts.key import Entry
from dodomu.charts.labels import UnknownOption, form, how_many, number, words
from dodomu.charts.panels import AXIS, axis_layers, tick_texts
from dodomu.charts.pixels import Box, Dot, Path
from dodomu.charts.sheet import Picture, assemble, inner
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import LINE, SMALL, TEXT, Theme, named
from dodomu.errors import did_you_mean


def releases(
    ds: Any, by: str = "type", of: str | None = None, lang: str = "uk", theme: str = "light", width: int = 800
) -> alt.VConcatChart:
    """Draw how many people became free over time: the sum of all, then a plot for each category.

    Events about the same people (a pardon, the release and the return that follow) are counted once. The line is the
    number told, the band around it goes from the lowest to the highest that the dates and counts allow. Below stands
    a mark for each record: an outline where the number is not disclosed, a box where the day is only bounded.
    More than 60 days without any record are shaded: nothing is known of them. What has no date is said in words.

    Parameters
    ----------
    ds
        A dataset, or a frame of events or of known releases.
    by
        ``type``, ``origin`` or ``mediator``; a release with two mediators stands in both plots, once in the sum.
    of
        ``events``: what the articles say; ``known``: the curated reference. Without it, events if there are any.
    lang, theme, width
        As for `timeline`.
    """
    ds = dataset_of(ds)
    if by not in BY:
        raise UnknownOption(f"releases by «{by}»: {did_you_mean(by, BY)}")
    if of not in (None, "events", "known"):
        raise UnknownOption(f"releases of «{of}»: {did_you_mean(of, ('events', 'known'))}")
    known = of == "known" or (of is None and ds.events.is_empty() and not ds.known_releases.is_empty())
    say = words(lang)["releases"]
    found, left = (of_known if known else of_events)(ds, by, lang)
    lines = panels(found, say["total"], say["others"], (say["no_origin"], say["no_mediator"])) if found else []
    days = [day for one in found if one.dated for day in (one.earliest, one.latest) if day]
    if not known:
        days += [day for day in ds.articles["published_latest"].to_list() if day]
    silent = gaps(days) if any(one.dated for one in found) else []
    colours = named(theme)
    last = max((one.latest for one in found if one.dated), default=None)
    plots = [Plot(line, silent, last, n, len(lines) > 1 and n == 0, colours) for n, line in enumerate(lines)]
    picture = Picture(
        "releases",
        _title(lines, by, lang),
        _about(found, known, lang),
        [_body(plots, found, _notes(left, by, known, lang), lang, inner(width), colours)] if found else [],
        stamp(ds, found, lang, known=known),
        _entries(lines, silent, lang, colours) if found else (),
        "" if found else say["empty"],
        [row for line in lines for row in _rows(line)],
    )
    return assemble(picture, lang, theme, width)


def _body(
    plots: Sequence[Plot], found: Sequence[Freed], notes: Sequence[str], lang: str, width: float, theme: Theme
) -> alt.LayerChart:
    dated = [one for one in found if one.dated]
    gutter = max((measure.width(number(tick), SMALL) for plot in plots for tick in ticks_of(plot)), default=0) + 8
    axis = axis_of(dated, gutter, width - 10) if dated else None
    y = AXIS if axis else 0.0
    lines, shapes, spoken = [], [], []
    for plot in plots:
        head = _head(plot.line, lang)
        top = y + 10
        lines.append(Text(20, top, plot.line.label, TEXT, bold=True))
        shapes.append(Dot(8, top + LINE / 2, plot.shape, plot.colour))
        told = measure.wrap(head, width - 20, TEXT, lines=3)
        lines += [Text(20, top + (n + 1) * LINE, line, TEXT, muted=True) for n, line in enumerate(told)]
        plot_top = top + (1 + len(told)) * LINE + 8
        if axis and plot.line.dated:
            lines += [
                Text(axis.left - 6, plot.y(tick, plot_top) - LINE / 2, number(tick), SMALL, muted=True, align="right")
                for tick in ticks_of(plot)
            ]
            shapes += drawn(plot, axis, plot_top, axis.left, axis.right)
        bottom = plot_top + plot.height + (STRIP if plot.line.dated else -8)
        spoken.append((0.0, y + 6, width, bottom, measure.clean(f"{plot.line.label}. {head}")))
        y = bottom + 6
    for note in notes:
        for line in measure.wrap(note, width, SMALL, lines=4):
            lines.append(Text(0, y + 6, line, SMALL, muted=True))
            y += LINE
    height = y + 10
    ticks = axis_layers(axis, lang, AXIS, height - 10 - len(notes) * LINE, theme) if axis else []
    lines += tick_texts(axis, lang) if axis else []
    return (
        alt.layer(
            *ticks,
            *pixels.draw(shapes, width, height),
            *canvas.texts(lines, width, height, theme),
            *pixels.spoken(spoken, width, height),
        )
        .resolve_scale(x="independent")
        .properties(width=width, height=height)
    )


def _head(line: Growth, lang: str) -> str:
    say = words(lang)["releases"]
    records = f"{number(line.n_records)} {form(line.n_records, say['records'], lang)}"
    parts = [_people(line, lang), records]
    if line.undisclosed:
        parts.append(say["undisclosed"].format(n=number(line.undisclosed)))
    if line.undated:
        counts = [one for one in line.undated if one.best is not None]
        most = max((one.best for one in counts), default=None)
        text = say["undated"].format(n=number(len(line.undated)))
        if len(counts) == 1:
            text += f" ({how_many(lang, 'people', most, 'approximate' if counts[0].about else 'exact')})"
        elif counts:
            text += f" ({say['up_to'].format(n=number(most))})"
        parts.append(text)
    return " · ".join(part for part in parts if part)


def _people(line: Growth, lang: str) -> str:
    end = line.end
    if end is None or not end.high:
        return ""
    told = how_many(lang, "people", end.best, line.qualifier)
    if end.low == end.high:
        return told
    return f"{told} ({words(lang)['releases']['between'].format(low=number(end.low), high=number(end.high))})"


def _title(lines: Sequence[Growth], by: str, lang: str) -> str:
    title = words(lang)["releases"][f"title_by_{by}"]
    end = lines[0].end if lines else None
    if end is None or not end.best:
        return title
    n = words(lang)["count"][lines[0].qualifier].format(n=number(end.best), noun="").strip()
    return f"{title}: {n}"


def _about(found: Sequence[Freed], known: bool, lang: str) -> str:
    say = words(lang)["releases"]
    n = f"{number(len(found))} {form(len(found), say['records'], lang)}"
    days = sorted(day for one in found for day in (one.earliest, one.latest) if day)
    if not days:
        return say["about_undated"].format(n=n)
    if days[0] == days[-1]:
        return say["about_day"].format(n=n, day=day_text(days[0], lang))
    period = date_text(f"{days[0].isoformat()[:7]}/{days[-1].isoformat()[:7]}", lang, "span")
    if days[0].isoformat()[:7] == days[-1].isoformat()[:7]:
        period = date_text(days[0].isoformat()[:7], lang, "span")
    return say["about_known" if known else "about"].format(n=n, period=period)


def _notes(left: Left, by: str, known: bool, lang: str) -> list[str]:
    say = words(lang)["releases"]
    parts = [
        say[name].format(n=number(n))
        for name, n in (("not_happened", left.not_happened), ("remains", left.remains), ("totals", left.totals))
        if n
    ]
    notes = [say["left"].format(what="; ".join(parts))] if parts else []
    notes += [say["both"]] if by == "mediator" else []
    return [*notes, say["incomplete"]] if known else notes


def _entries(lines: Sequence[Growth], silent: Sequence, lang: str, theme: Theme) -> list[list[Entry]]:
    say, ink = words(lang)["releases"], theme.muted
    dated = [one for line in lines for one in line.dated]
    found = [
        Entry("line", say["key_line"], wide=True, sketch=lambda x, y: [Path(((x, y), (x + 22, y)), ink)])
        if any(one.best is not None for one in dated)
        else None,
        Entry("band", say["key_band"], wide=True, sketch=lambda x, y: [Box(x, y - 6, x + 22, y + 6, ink, opacity=0.25)])
        if any(step.low != step.high for line in lines for step in line.steps)
        else None,
        Entry("record", say["key_record"], sketch=lambda x, y: [Dot(x + 8, y, "circle", ink, 34)])
        if any(one.best is not None and one.earliest == one.latest for one in dated)
        else None,
        Entry("undisclosed", say["key_open"], sketch=lambda x, y: [Dot(x + 8, y, "circle", ink, 34, filled=False)])
        if any(one.best is None and one.earliest == one.latest for one in dated)
        else None,
        Entry("box", words(lang)["form"]["box"], wide=True, sketch=lambda x, y: [_frame(x, y, ink)])
        if any(one.earliest != one.latest for one in dated)
        else None,
        Entry(
            "gap",
            say["key_gap"],
            wide=True,
            sketch=lambda x, y: [Box(x, y - 7, x + 22, y + 7, theme.grid, opacity=SHADE)],
        )
        if silent
        else None,
    ]
    return [[entry for entry in found if entry]]


def _frame(x: float, y: float, ink: str) -> Box:
    return Box(x, y - 4, x + 22, y + 4, ink, filled=False)


def _rows(line: Growth) -> Iterator[dict[str, Any]]:
    """Give a row for each step of a line, and for each record that has no date."""
    ids: dict[date, list[str]] = {}
    for one in line.dated:
        ids.setdefault(one.latest, []).append(one.id)
    for step in line.steps:
        yield {
            "line": line.label,
            "day": step.day.isoformat(),
            "low": step.low,
            "best": step.best,
            "high": step.high,
            "records": ";".join(ids.get(step.day, ())),
        }
    for one in line.undated:
        yield {"line": line.label, "day": None, "low": one.low, "best": one.best, "high": one.high, "records": one.id}
