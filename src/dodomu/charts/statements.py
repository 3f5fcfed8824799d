"""Statements: who said what and when, a lane for each speaker, with what is done by saying it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import altair as alt

from dodomu.charts.dates import day_text
from dodomu.charts.given import dataset_of
from dodomu.charts.items import Item, quote_items, reported_text, spoken_names
from dodomu.charts.key import forms, lanes
from dodomu.charts.labels import country, form, number, words
from dodomu.charts.panels import undated
from dodomu.charts.sheet import Picture, assemble, inner
from dodomu.charts.speakers import SINGLE, Lane, drawn_rows, speaker_lanes
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import named

WORDED = 40
"""So many statements are told in words below the lanes; of more only the lanes are drawn."""

_LANES = 12
"""So many speakers have a lane; the others share one."""


def statements(ds: Any, lang: str = "uk", theme: str = "light", width: int = 800) -> alt.VConcatChart:
    """Draw a lane for each speaker: a mark for each statement, its colour and shape what is done by saying it.

    What has no date is counted beside the lane and stands on no day. Up to 40 statements are told in words below;
    of very many the marks of a month or year are gathered in circles.

    Parameters
    ----------
    ds
        A dataset, or a frame of quotes.
    lang, theme, width
        As for `timeline`.
    """
    ds = dataset_of(ds)
    say, room, colours = words(lang)["statements"], inner(width), named(theme)
    speakers = _speakers(ds, lang)
    items = [item for lane in speakers for item in lane.items]
    few = len(items) <= WORDED
    picture = Picture(
        "statements",
        _title(speakers, lang),
        _about(ds, items, speakers, lang),
        [
            *([speaker_lanes(speakers, lang, room, colours)] if items else []),
            *([_words(speakers, lang, room, colours)] if items and few else []),
        ],
        stamp(ds, items, lang),
        [lanes(items, lang), forms([item for item in items if item.dated], lang) if len(items) <= SINGLE else []]
        if items
        else (),
        "" if items else say["empty"],
        drawn_rows(speakers, lang, room),
    )
    return assemble(picture, lang, theme, width)


def _speakers(ds: Any, lang: str) -> list[Lane]:
    """Give the speakers, who spoke most first, those nobody names last; above twelve the others share a lane."""
    say, names = words(lang)["statements"], spoken_names(ds, lang)
    found: dict[str | None, list[tuple[Mapping[str, Any], Item]]] = {}
    for quote, item in quote_items(ds, lang):
        act = quote["act"] or "unsaid"
        found.setdefault(quote["speaker"], []).append((quote, replace(item, lane=act, kind=act)))
    ordered = sorted(found.items(), key=lambda pair: (pair[0] is None, -len(pair[1])))
    made = [_lane(speaker, said, names, lang) for speaker, said in ordered]
    if len(made) <= _LANES + 1:
        return made
    rest = [item for lane in made[_LANES:] for item in lane.items]
    others = say["others"].format(n=number(len(made) - _LANES))
    return [*made[:_LANES], Lane(others, "", rest)]


def _lane(speaker: str | None, said: Sequence[tuple[Mapping[str, Any], Item]], names, lang: str) -> Lane:
    role = next((quote["speaker_role"] for quote, _ in said if quote["speaker_role"]), "")
    name = names.get(speaker, country(speaker, lang)) if speaker else words(lang)["detail"]["nobody"]
    return Lane(name, role[:1].upper() + role[1:], [item for _, item in said])


def _words(speakers: Iterable[Lane], lang: str, width: int, theme) -> alt.LayerChart:
    """Tell the statements in words, under the name of who made them."""
    told, under = [], {}
    for lane in speakers:
        for item in lane.items:
            when = item.when or reported_text(item.reported, lang)
            act = words(lang)["lane"][item.lane]
            told.append(replace(item, head=f"{act[0].upper()}{act[1:]} · {when}"))
            under[item.id] = lane.name
    title = words(lang)["statements"]["words"]
    return undated(told, lang, width, theme, title, lambda item: under[item.id])


def _title(speakers: Sequence[Lane], lang: str) -> str:
    say = words(lang)["statements"]
    named = [lane for lane in speakers if lane.items]
    if not named:
        return say["title_empty"]
    if len(named) == 1:
        return say["title_one"].format(name=named[0].name)
    return say["title"]


def _about(ds: Any, items: Sequence[Item], speakers: Sequence[Lane], lang: str) -> str:
    if not items:
        return ""
    say = words(lang)
    n_speakers = ds.quotes["speaker"].n_unique() - ds.quotes["speaker"].is_null().any()
    parts = [
        f"{number(len(items))} {form(len(items), say['chart']['quotes'], lang)}",
        f"{number(n_speakers)} {form(n_speakers, say['statements']['speakers'], lang)}",
    ]
    without = [item for item in items if not item.dated]
    if without:
        parts.append(f"{say['chart']['n_undated']}:\u00a0{number(len(without))}")
    days = [item.reported for item in items if item.reported]
    if days and len(set(days)) == 1:
        parts.append(say["chart"]["reported_by"].format(day=day_text(days[0], lang)))
    return " · ".join(parts)
