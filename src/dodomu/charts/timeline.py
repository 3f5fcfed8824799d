"""The timeline: releases, their context and statements together, each with its honest form of time."""

from typing import Any

import altair as alt

from dodomu.charts import fonts
from dodomu.charts.crowd import crowd
from dodomu.charts.header import footer, header
from dodomu.charts.items import Item, items_of
from dodomu.charts.labels import form, number, words
from dodomu.charts.panels import dated, undated
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import Theme, named

PAD = 20
"""The free edge around a picture, in pixels."""

LABELLED = 150
"""So many marks can be told apart by their labels; above that they are gathered."""

NARROWEST = 320


def timeline(ds: Any, lang: str = "uk", theme: str = "light", width: int = 800) -> alt.VConcatChart:
    """Draw the timeline of a dataset.

    A known day is a filled shape, bounds are an outlined box, what lasted is a bar, what is open has an arrow,
    what is in doubt is dashed; what has no date stands in a lane of its own, with the day it was reported by.
    Every event and every quote is drawn.

    Parameters
    ----------
    ds
        A dataset, from `dodomu.open` or `dodomu.load`.
    lang
        ``uk`` or ``en``.
    theme
        ``light`` or ``dark``.
    width
        The width of the whole picture in pixels: 360 for a phone, 800 for a column, 1400 for a page.
    """
    colours = named(theme)
    items = items_of(ds, lang)
    inner = max(width, NARROWEST) - 2 * PAD
    mark = stamp(ds, items, lang)
    title, summary = words(lang)["chart"]["title"], _summary(ds, lang)
    gathered = len(items) > LABELLED
    parts = [
        header(title, summary, items, lang, inner, colours, forms=not gathered),
        *(crowd if gathered else _labelled)(items, lang, inner, colours),
        footer(mark.lines, inner, colours),
    ]
    meta = {"dodomu": {"title": title, "summary": summary, "lang": lang, "theme": theme, **mark.meta}}
    return _finish(alt.vconcat(*parts, spacing=0), colours).properties(
        description=f"{title}. {summary}. {' '.join(mark.lines)}", usermeta=meta
    )


def _labelled(items: list[Item], lang: str, inner: int, colours: Theme) -> list[alt.LayerChart]:
    with_date = [item for item in items if item.dated]
    without = [item for item in items if not item.dated]
    return [
        *([dated(with_date, lang, inner, colours)] if with_date else []),
        *([undated(without, lang, inner, colours)] if without else []),
    ]


def _summary(ds: Any, lang: str) -> str:
    say = words(lang)["chart"]
    tables = {"events": ds.events, "quotes": ds.quotes, "articles": ds.articles}
    counted = [f"{number(len(table))} {form(len(table), say[name], lang)}" for name, table in tables.items()]
    title = ds.articles["title"][0] if len(ds.articles) == 1 else None
    return " · ".join(counted[:2] + ([f"«{title}»"] if title else counted[2:]))


def _finish(chart: alt.VConcatChart, colours: Theme) -> alt.VConcatChart:
    return chart.configure(font=fonts.FAMILY, background=colours.paper, padding=PAD).configure_view(stroke=None)
