"""The timeline: releases, their context and statements together, each with its honest form of time."""

from collections.abc import Sequence
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
    Every event and every quote is drawn; above 150 of them, circles gather those of one month or year.

    Parameters
    ----------
    ds
        A dataset, from `dodomu.open`.
    lang
        ``uk`` or ``en``.
    theme
        ``light`` or ``dark``.
    width
        The width of the whole picture in pixels: 360 for a phone, 800 for a column, 1400 for a page.
    """
    items = items_of(ds, lang)
    title, about = words(lang)["chart"]["title"], summary(ds, lang)
    mark = stamp(ds, items, lang)
    colours, inner = named(theme), _inner(width, PAD)
    parts = [
        header(title, about, items, lang, inner, colours, forms=len(items) <= LABELLED),
        *_body(items, lang, inner, colours, LABELLED),
        footer(mark.lines, inner, colours),
    ]
    meta = {"title": title, "summary": about, "lang": lang, "theme": theme, **mark.meta}
    return _sheet(parts, colours, PAD).properties(
        description=f"{title}. {about}. {' '.join(mark.lines)}", usermeta={"dodomu": meta}
    )


def plain_timeline(
    items: Sequence[Item], lang: str, theme: str, width: int, labelled: int = LABELLED
) -> alt.VConcatChart:
    """Draw items with their key alone, for a page that has a heading and a foot of its own."""
    colours, inner = named(theme), _inner(width, 0)
    parts = [
        header("", "", items, lang, inner, colours, forms=len(items) <= labelled),
        *_body(items, lang, inner, colours, labelled),
    ]
    return _sheet(parts, colours, 0)


def summary(ds: Any, lang: str) -> str:
    """Say how much a dataset holds, and the headline where it is of one article.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> from dodomu.tables import frames
    >>> summary(Dataset(frames(None)), "uk")
    '0 подій · 0 висловлювань · 0 статей'
    """
    say = words(lang)["chart"]
    tables = {"events": ds.events, "quotes": ds.quotes, "articles": ds.articles}
    counted = [f"{number(len(table))} {form(len(table), say[name], lang)}" for name, table in tables.items()]
    title = ds.articles["title"][0] if len(ds.articles) == 1 else None
    return " · ".join(counted[:2] + ([f"«{title}»"] if title else counted[2:]))


def _inner(width: int, pad: int) -> int:
    return max(width, NARROWEST) - 2 * pad


def _body(items: Sequence[Item], lang: str, inner: int, colours: Theme, labelled: int) -> list[alt.LayerChart]:
    if len(items) > labelled:
        return crowd(items, lang, inner, colours)
    with_date = [item for item in items if item.dated]
    without = [item for item in items if not item.dated]
    return [
        *([dated(with_date, lang, inner, colours)] if with_date else []),
        *([undated(without, lang, inner, colours)] if without else []),
    ]


def _sheet(parts: list[alt.LayerChart], colours: Theme, pad: int) -> alt.VConcatChart:
    """Set the parts one below the other, in a font that every way of saving the chart then knows."""
    fonts.register()
    sheet = alt.vconcat(*parts, spacing=0)
    return sheet.configure(font=fonts.FAMILY, background=colours.paper, padding=pad).configure_view(stroke=None)
