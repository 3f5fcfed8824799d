"""The timeline: releases, their context and statements together, each with its honest form of time."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from dodomu.charts import key
from dodomu.charts.crowd import crowd, gathered_rows
from dodomu.charts.header import header
from dodomu.charts.items import Item, items_of
from dodomu.charts.labels import form, number, words
from dodomu.charts.panels import dated, undated
from dodomu.charts.quotation import quoted
from dodomu.charts.sheet import Picture, assemble, inner, stacked
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import Theme, named

LABELLED = 150
"""So many marks can be told apart by their labels; above that they are gathered."""


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
    picture = Picture(
        "timeline",
        words(lang)["chart"]["title"],
        summary(ds, lang),
        body(items, lang, inner(width), named(theme), LABELLED),
        stamp(ds, items, lang),
        entries(items, lang, LABELLED),
        "" if items else words(lang)["chart"]["empty"],
        drawn_rows(items, inner(width)),
    )
    return assemble(picture, lang, theme, width)


def plain_timeline(
    items: Sequence[Item], lang: str, theme: str, width: int, labelled: int = LABELLED
) -> alt.VConcatChart:
    """Draw items with their key alone, for a page that has a heading and a foot of its own."""
    colours, room = named(theme), inner(width, 0)
    parts = [
        header("", "", entries(items, lang, labelled), room, colours, "" if items else words(lang)["chart"]["empty"]),
        *body(items, lang, room, colours, labelled),
    ]
    return stacked(parts, colours, 0)


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
    return " · ".join(counted[:2] + ([quoted(title)] if title else counted[2:]))


def entries(items: Sequence[Item], lang: str, labelled: int) -> list[list[key.Entry]]:
    """Give the key: what it is and, where marks are drawn one by one, when it was."""
    return [key.lanes(items, lang), key.forms(items, lang) if len(items) <= labelled else []]


def body(items: Sequence[Item], lang: str, width: int, colours: Theme, labelled: int) -> list[alt.LayerChart]:
    """Draw items: what has a place in time, then what has none; gathered where they are very many."""
    if len(items) > labelled:
        return crowd(items, lang, width, colours)
    with_date = [item for item in items if item.dated]
    without = [item for item in items if not item.dated]
    return [
        *([dated(with_date, lang, width, colours)] if with_date else []),
        *([undated(without, lang, width, colours)] if without else []),
    ]


def drawn_rows(items: Sequence[Item], width: float) -> list[dict[str, Any]]:
    """Give what is drawn as rows: the items, or how many a circle gathers."""
    return [drawn_row(item) for item in items] if len(items) <= LABELLED else gathered_rows(items, width)


def drawn_row(item: Item) -> dict[str, Any]:
    """Give the row of an item in the data of a picture.

    Its dates are days, as far as they are known; `reported` bounds what has none.
    """
    return {
        "id": item.id,
        "lane": item.lane,
        "kind": item.kind,
        "head": item.head,
        "detail": item.detail,
        "about": item.about or None,
        "earliest": item.earliest and item.earliest.isoformat(),
        "latest": item.latest and item.latest.isoformat(),
        "when": item.when or None,
        "doubtful": item.doubtful,
        "reported": item.reported and item.reported.isoformat(),
        "url": item.url,
        "review": item.review,
    }
