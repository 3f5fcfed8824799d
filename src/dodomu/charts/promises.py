"""Promises: the ledger of what was promised, ordered, planned or called for, by when, and what became of it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import altair as alt

from dodomu.charts.axis import Axis, noon
from dodomu.charts.crowd import crowd, gathered_rows
from dodomu.charts.dates import date_text, day_text
from dodomu.charts.given import dataset_of
from dodomu.charts.items import Item, around, event_head, first_mentions, route, spoken_names, web_address
from dodomu.charts.key import Entry, lanes
from dodomu.charts.labels import country, form, number, words
from dodomu.charts.panels import dated, undated
from dodomu.charts.pixels import Box, Dot, Rule, Shape
from dodomu.charts.quotation import quoted
from dodomu.charts.sheet import Picture, assemble, inner
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import OUTCOMES, SHAPES, Theme, named
from dodomu.charts.timeline import LABELLED

_HALF = 8
"""Half the height of the line of a deadline, in pixels."""


def promises(
    ds: Any, as_of: date | str | None = None, lang: str = "uk", theme: str = "light", width: int = 800
) -> alt.VConcatChart:
    """Draw the ledger: each promise, order, request, plan or call, its deadline and what became of it.

    The table is `Dataset.promises`. Outcomes are matched by machine; where none is found the picture says that no
    record was found, never that a promise was broken.

    Parameters
    ----------
    ds
        A dataset.
    as_of
        Up to which day an outcome is looked for, such as ``2026-01-15``; the last day that the dataset knows of.
    lang, theme, width
        As for `timeline`.
    """
    ds = dataset_of(ds)
    say, colours = words(lang)["promises"], named(theme)
    ledger = ds.promises(as_of).to_dicts()
    until = ledger[0]["as_of"] if ledger else None
    entries = list(_entries(ds, ledger, lang))
    items = [one.item for one in entries]
    picture = Picture(
        "promises",
        say["title"],
        _about(ledger, until, lang),
        _body(entries, lang, inner(width), colours),
        stamp(ds, items, lang, notes=[say["machine"]] if ledger else ()),
        _key(entries, until, lang, colours),
        "" if ledger else say["empty"],
        [_row(one) for one in entries] if len(entries) <= LABELLED else gathered_rows(items, inner(width)),
    )
    return assemble(picture, lang, theme, width)


@dataclass(frozen=True)
class _Entry:
    """A row of the ledger and how it is told; `earliest` and `latest` are what the axis must hold."""

    row: Mapping[str, Any]
    item: Item

    @property
    def earliest(self) -> date | None:
        return self.row["made_earliest"] or self.row["deadline_latest"] or self.row["outcome_earliest"]

    @property
    def latest(self) -> date | None:
        until = self.row["as_of"] if self.row["outcome"] == "overdue" else None
        days = (self.row["made_earliest"], self.row["deadline_latest"], self.row["outcome_latest"], until)
        return max((day for day in days if day), default=None)


def _entries(ds: Any, ledger: Sequence[dict[str, Any]], lang: str) -> Iterator[_Entry]:
    told = {row["event_id"]: row for row in ds.events.to_dicts()}
    told |= {row["mention_id"]: row for row in ds.mentions.to_dicts()}
    articles = {article["article_id"]: article for article in ds.articles.to_dicts()}
    names, first = spoken_names(ds, lang), first_mentions(ds)
    say = words(lang)["promises"]
    for row in ledger:
        article = articles.get(row["article_id"], {})
        promise = told.get(row["promise_id"])
        speaker = row["speaker"]
        who = names.get(speaker, country(speaker, lang)) if speaker else say["nobody"]
        what = event_head(promise, lang, status=False) if promise else ""
        way = route(promise, lang) if promise else ""
        said = quoted(row["text"]) if row["text"] else first.get(row["promise_id"], ({}, ""))[1]
        if promise and not row["text"] and "mention_id" in promise:
            said = around(article.get("text"), promise)
        has_place = row["deadline_latest"] is not None or row["outcome_latest"] is not None
        entry = _Entry(
            row,
            Item(
                id=row["promise_id"],
                lane=row["outcome"],
                kind=row["outcome"],
                head=f"{who}: {say['kind'][row['kind']]}",
                detail=" · ".join(part for part in (what, way, said) if part),
                form="day" if has_place else "none",
                doubtful=False,
                earliest=None,
                latest=None,
                when=_told(row, lang) if has_place else "",
                reported=row["made_latest"],
                url=web_address(article.get("url")),
                review=row["review"],
            ),
        )
        yield _placed(entry)


def _placed(entry: _Entry) -> _Entry:
    return replace(entry, item=replace(entry.item, earliest=entry.earliest, latest=entry.latest))


def _told(row: Mapping[str, Any], lang: str) -> str:
    say = words(lang)["promises"]
    deadline = say["deadline"].format(date=date_text(row["deadline"], lang)) if row["deadline"] else say["no_deadline"]
    outcome = say["outcome"][_outcome_words(row)].format(
        date=_outcome_date(row, lang), day=day_text(row["as_of"], lang) if row["as_of"] else ""
    )
    source = say["by_reference"] if row["outcome_release_id"] else ""
    return f"{deadline}; {outcome}{source}"


def _outcome_words(row: Mapping[str, Any]) -> str:
    """Name the words for an outcome: where its days do not straddle the deadline, it is the order that is not known."""
    first, last, deadline = row["outcome_earliest"], row["outcome_latest"], row["deadline_latest"]
    straddles = deadline and (first is None or first <= deadline < last)
    return "unordered" if row["outcome"] == "undecidable" and not straddles else row["outcome"]


def _outcome_date(row: Mapping[str, Any], lang: str) -> str:
    first, last = row["outcome_earliest"], row["outcome_latest"]
    if first is None:
        return words(lang)["promises"]["some_day"] if row["outcome_event_id"] else ""
    return day_text(first, lang) if first == last else date_text(f"{first.isoformat()}/{last.isoformat()}", lang)


def _body(entries: Sequence[_Entry], lang: str, width: int, theme: Theme) -> list[alt.LayerChart]:
    if len(entries) > LABELLED:
        return crowd([one.item for one in entries], lang, width, theme)
    by_id = {one.item.id: one for one in entries}
    with_place = sorted((one for one in entries if one.item.dated), key=_order)
    without = sorted((one.item for one in entries if not one.item.dated), key=Item.report_order)

    def sketch(item: Item, axis: Axis, y: float) -> Iterator[Shape]:
        return _sketch(by_id[item.id], axis, y, theme)

    placed = [one.item for one in with_place]
    return [
        *([dated(placed, lang, width, theme, with_place, sketch)] if placed else []),
        *([undated(without, lang, width, theme, words(lang)["promises"]["undated"])] if without else []),
    ]


def _order(entry: _Entry) -> tuple:
    return entry.row["deadline_latest"] or date.max, entry.earliest or date.max, entry.item.id


def _sketch(entry: _Entry, axis: Axis, y: float, theme: Theme) -> Iterator[Shape]:
    """Draw a promise: when it was made, its deadline, and from there what became of it."""
    row, colour = entry.row, theme.lane(entry.row["outcome"])
    x = {name: axis.pixel(noon(row[name])) for name in _MOMENTS if row[name]}
    made, deadline = x.get("made_earliest"), x.get("deadline_latest")
    if made is not None and deadline is not None:
        yield Rule(made, y, deadline, y, theme.muted, 1.5)
    start = deadline if deadline is not None else made
    if row["as_of"] and row["outcome"] in ("overdue", "open") and noon(row["as_of"]) <= axis.end:
        yield Rule(x["as_of"], y - 10, x["as_of"], y + 10, theme.muted, 1, dashed=True)
    if row["outcome"] == "overdue":
        yield Rule(deadline, y, x["as_of"], y, colour, 1.5, dashed=True)
        yield Dot(x["as_of"], y, SHAPES["overdue"], colour, 80, filled=False)
    elif row["outcome_latest"]:
        first, last = x["outcome_earliest"], x["outcome_latest"]
        if start is not None and last > start:
            yield Rule(start, y, first if first > start else last, y, colour, 1.5, dashed=True)
        if first != last:
            yield Box(first - 2, y - 6, last + 2, y + 6, colour, filled=False)
        yield Dot((first + last) / 2, y, SHAPES[row["outcome"]], colour, 90)
    elif deadline is not None:
        yield Dot(deadline, y, SHAPES[row["outcome"]], colour, 70)
    if deadline is not None:
        yield Rule(deadline, y - _HALF, deadline, y + _HALF, theme.ink, 2.5)
    if made is not None:
        yield Dot(made, y, "circle", theme.muted, 40, filled=False)


_MOMENTS = ("made_earliest", "deadline_latest", "outcome_earliest", "outcome_latest", "as_of")


def _about(ledger: Sequence[Mapping[str, Any]], until: date | None, lang: str) -> str:
    if not ledger:
        return ""
    say = words(lang)
    counted = Counter(row["outcome"] for row in ledger)
    n = f"{number(len(ledger))} {form(len(ledger), say['promises']['records'], lang)}"
    if until:
        n = say["promises"]["as_of"].format(n=n, day=day_text(until, lang))
    outcomes = (f"{say['lane'][name]}:\u00a0{number(counted[name])}" for name in OUTCOMES if counted[name])
    return " · ".join([n, *outcomes])


def _key(entries: Sequence[_Entry], until: date | None, lang: str, theme: Theme) -> list[list[Entry]]:
    say, items = words(lang)["promises"], [one.item for one in entries]
    if len(entries) > LABELLED:
        return [lanes(items, lang)]
    placed = [one for one in entries if one.item.dated]
    found = [
        Entry("made", say["key_made"], sketch=lambda x, y: [Dot(x + 8, y, "circle", theme.muted, 40, filled=False)])
        if any(one.row["made_earliest"] for one in placed)
        else None,
        Entry("deadline", say["key_deadline"], sketch=lambda x, y: [Rule(x + 8, y - 8, x + 8, y + 8, theme.ink, 2.5)])
        if any(one.row["deadline_latest"] for one in placed)
        else None,
        Entry(
            "as_of",
            say["key_as_of"].format(day=day_text(until, lang)),
            sketch=lambda x, y: [Rule(x + 8, y - 9, x + 8, y + 9, theme.muted, 1, dashed=True)],
        )
        if until and any(one.row["outcome"] in ("overdue", "open") and one.latest >= until for one in placed)
        else None,
        Entry("bounds", words(lang)["form"]["box"], wide=True, sketch=lambda x, y: [_frame(x, y, theme)])
        if any(one.row["outcome_earliest"] != one.row["outcome_latest"] for one in placed)
        else None,
    ]
    return [lanes(items, lang), [entry for entry in found if entry]]


def _frame(x: float, y: float, theme: Theme) -> Box:
    return Box(x, y - 6, x + 22, y + 6, theme.muted, filled=False)


def _row(entry: _Entry) -> dict[str, Any]:
    row, item = entry.row, entry.item
    days = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    return {**days, "head": item.head, "detail": item.detail, "told": item.when or None}
