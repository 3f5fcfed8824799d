"""Claims: for one event, what each source says of when, how many, who and where, and on what they differ."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

import altair as alt
import polars as pl

from dodomu.charts import canvas, measure, pixels
from dodomu.charts.canvas import Text
from dodomu.charts.dates import date_text, day_text
from dodomu.charts.given import dataset_of
from dodomu.charts.items import event_head, spoken_names
from dodomu.charts.key import Entry
from dodomu.charts.labels import country, form, how_many, number, words
from dodomu.charts.pixels import Dot, Shape
from dodomu.charts.sheet import Picture, assemble, inner
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import LINE, SHAPES, SMALL, TEXT, Theme, named
from dodomu.errors import UnknownRecord, did_you_mean

_ALL = (
    "type",
    "status",
    "date",
    "count",
    "group",
    "nationality",
    "origin",
    "destination",
    "place",
    "agents",
    "mediators",
)
_NARROW = 560
_SLOT = 0.22
_WIDEST = 820
"""Marks that stood farther from their words than this could not be followed with the eye."""

_COLUMN = 28
"""The width of the column of a source, in pixels."""

_MOST, _MOST_NARROW = 10, 5
"""So many sources have a column at most."""

_VALUES = 12
"""So many different values of a slot are told; of more their number."""

_PADDING = 10


def claims(
    ds: Any, event_id: str | None = None, lang: str = "uk", theme: str = "light", width: int = 800
) -> alt.VConcatChart:
    """Draw what each source claims of one event: every value of every slot with who says so.

    Where claims differ all of them are shown, marked and counted; what a source does not say is counted as such. Where
    the curated reference has the same release, it stands beside them as a source of its own.

    Parameters
    ----------
    ds
        A dataset.
    event_id
        Which event; without it the one with most contradictions, and of those the one with most claims.
    lang, theme, width
        As for `timeline`.
    """
    ds = dataset_of(ds)
    say, colours = words(lang)["claims"], named(theme)
    event = _event(ds, event_id)
    found = list(_claims(ds, event, lang)) if event else []
    slots = _slots(event, found, lang) if event else []
    picture = Picture(
        "claims",
        say["title"].format(event=event_head(event, lang)) if event else say["title_empty"],
        _about(event, found, slots, lang) if event else "",
        [_body(slots, *_columns(found, inner(width)), lang, inner(width), colours)] if event else [],
        stamp(ds, [claim for claim in found if not claim.known], lang, beside=[one for one in found if one.known]),
        [_key(slots, lang, colours)] if event else (),
        "" if event else say["empty"],
        [_row(slot, value, claim) for slot in slots for value in slot.values for claim in value.claims],
    )
    return assemble(picture, lang, theme, width)


@dataclass(frozen=True)
class _Claim:
    """A mention, or the same release in the curated reference."""

    id: str
    source: str
    slots: Mapping[str, str]
    review: str
    known: bool = False


@dataclass(frozen=True)
class _Value:
    """A value of a slot and who claims it."""

    text: str
    claims: Sequence[_Claim]


@dataclass(frozen=True)
class _Slot:
    """A slot with its values, those claimed most first."""

    name: str
    label: str
    values: Sequence[_Value]
    silent: Sequence[_Claim]
    differs: bool


def _event(ds: Any, event_id: str | None) -> dict[str, Any] | None:
    events = ds.events.to_dicts()
    if event_id is None:
        return max(events, key=_weight, default=None)
    found = next((event for event in events if event["event_id"] == event_id), None)
    if found is None:
        known = [event["event_id"] for event in events]
        raise UnknownRecord(
            f"no event «{event_id}»; {did_you_mean(event_id, get_close_matches(event_id, known, 5, 0) or known[:5])}"
        )
    return found


def _weight(event: dict[str, Any]) -> tuple[int, int, int]:
    told = sum(event[name] is not None and event[name] != [] for name in _ALL)
    return len(event["contradictions"] or []), event["n_mentions"], told


def _claims(ds: Any, event: dict[str, Any], lang: str) -> Iterator[_Claim]:
    articles = {article["article_id"]: article for article in ds.articles.to_dicts()}
    names = spoken_names(ds, lang)
    for mention in ds.mentions.filter(pl.col("event_id") == event["event_id"]).to_dicts():
        source = _source(mention, articles.get(mention["article_id"], {}), names, lang)
        yield _Claim(mention["mention_id"], source, dict(_said(mention, names, lang)), mention["review"])
    same = [link.rpartition(":")[0] for link in event["known_releases"] or [] if link.endswith(":same")]
    for known in ds.known_releases.filter(pl.col("release_id").is_in(same)).to_dicts():
        source = words(lang)["claims"]["reference"]
        yield _Claim(known["release_id"], source, dict(_known(known, lang)), known["verified"], known=True)


def _source(mention: dict[str, Any], article: Mapping[str, Any], names: Mapping[str, str], lang: str) -> str:
    """Name who claims it: a speaker as the outlet relays it, or the outlet itself, with the day of the article."""
    outlet = article.get("publisher") or article.get("title") or mention["article_id"]
    if article.get("published"):
        outlet = f"{outlet}, {date_text(article['published'], lang, 'span')}"
    speaker = mention["asserted_by"]
    if not speaker:
        return outlet
    return words(lang)["claims"]["through"].format(speaker=names.get(speaker, country(speaker, lang)), outlet=outlet)


def _said(row: dict[str, Any], names: Mapping[str, str], lang: str) -> Iterator[tuple[str, str]]:
    say = words(lang)
    yield "type", say["type"][row["type"]]
    yield "status", say["status"].get(row["status"], say["report"]["occurred"])
    if row["date"]:
        yield "date", date_text(row["date"], lang, row["date_extent"])
    if any(row[name] is not None for name in ("count", "count_low", "count_high")):
        kind = "remains" if row["group"] == "remains" else "people"
        bounds = (row["count_low"], row["count_high"])
        yield "count", how_many(lang, kind, row["count"], row["count_qualifier"], *bounds)
    if row["group"]:
        yield "group", say["group_alone"][row["group"]]
    for name in ("nationality", "origin", "destination", "place", "agents", "mediators"):
        values = row[name] if isinstance(row[name], list) else [row[name]] if row[name] else []
        if values:
            yield name, ", ".join(names.get(value, country(value, lang)) for value in values)


def _known(row: dict[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    say = words(lang)
    yield "date", day_text(row["date"], lang) if row["date_precision"] == "day" else str(row["date"])
    low, high, total = row["released_low"], row["released_high"], row["released_total"]
    if total is not None:
        exact = low is None or low == high
        yield "count", how_many(lang, "people", total if exact else None, "exact", low, high)
    yield "group", say["group_alone"][row["group"]]
    for name in ("origin", "destination", "mediators"):
        if row[name]:
            yield name, ", ".join(country(code, lang) for code in row[name])


def _slots(event: dict[str, Any], found: Sequence[_Claim], lang: str) -> list[_Slot]:
    slots = []
    for name in _ALL:
        by_text: dict[str, list[_Claim]] = {}
        for claim in found:
            if text := claim.slots.get(name):
                by_text.setdefault(text, []).append(claim)
        values = sorted((_Value(text, said) for text, said in by_text.items()), key=lambda value: -len(value.claims))
        if values:
            silent = [claim for claim in found if name not in claim.slots and not claim.known]
            differs = name in (event["contradictions"] or [])
            slots.append(_Slot(name, words(lang)["field"][name], values, silent, differs))
    return sorted(slots, key=lambda slot: not slot.differs)


def _columns(found: Sequence[_Claim], width: float) -> tuple[list[str], int]:
    """Give the sources that have a column, those who claim most first, the reference last; and how many there are."""
    counts = Counter(claim.source for claim in found if not claim.known)
    told = [source for source, _ in counts.most_common()]
    known = list(dict.fromkeys(claim.source for claim in found if claim.known))
    room = _MOST if width >= _NARROW else _MOST_NARROW
    if len(told) + len(known) > room:
        told = told[: room - 1 - len(known)]
    return [*told, *known], len(counts) + len(known)


def _body(
    slots: Sequence[_Slot], columns: Sequence[str], n_sources: int, lang: str, width: float, theme: Theme
) -> alt.LayerChart:
    """Draw the sources with their numbers, then a row for each value with a mark in the column of who says so."""
    narrow, width = width < _NARROW, min(width, _WIDEST)
    grid = _Grid(columns, n_sources - len(columns), width)
    left = 0 if narrow else round(width * _SLOT)
    lines, y = _sources(grid, lang, width)
    shapes: list[Shape] = []
    spoken, tops = [], []
    for slot in slots:
        top = y
        tops.append(y)
        y += _PADDING
        room = (grid.left if narrow else left) - 12
        for n, line in enumerate(measure.wrap(_capital(slot.label), room, TEXT, bold=True)):
            lines.append(Text(0, y + n * LINE, line, TEXT, bold=True))
        y += LINE if narrow else 0
        if slot.differs:
            lines.append(Text(0, y if narrow else y + LINE, words(lang)["claims"]["differs"], SMALL, muted=True))
            y += LINE + 2 if narrow else 0
        for value in slot.values[:_VALUES]:
            shape = SHAPES["statement"] if slot.differs else SHAPES["release"]
            colour = theme.lane("statement" if slot.differs else "release")
            dots, counted = grid.marks(value.claims, y + LINE / 2, shape, colour)
            shapes += dots
            lines += counted
            for line in measure.wrap(value.text, grid.left - left - 8, TEXT, lines=4):
                lines.append(Text(left, y, line, TEXT))
                y += LINE
            y += 6
        if len(slot.values) > _VALUES:
            more = words(lang)["claims"]["more_values"].format(n=number(len(slot.values) - _VALUES))
            lines.append(Text(left, y, more, SMALL, muted=True))
            y += LINE + 6
        if slot.silent:
            dots, counted = grid.marks(slot.silent, y + LINE / 2, "circle", theme.muted, filled=False)
            shapes += dots
            lines += [*counted, Text(left, y, words(lang)["claims"]["silent"], SMALL, muted=True)]
            y += LINE + 6
        y = max(y, top + _PADDING + (2 if slot.differs else 1) * LINE + 6) + _PADDING - 6
        spoken.append((0.0, top, width, y, _spoken(slot, lang)))
    height = y + 4
    return alt.layer(
        *canvas.across(tops, width, height, theme),
        *pixels.draw(shapes, width, height),
        *canvas.texts(lines, width, height, theme),
        *pixels.spoken(spoken, width, height),
    ).properties(width=width, height=height)


@dataclass(frozen=True)
class _Grid:
    """The columns of the sources at the right edge; of more than there is room for the others share one."""

    columns: Sequence[str]
    others: int
    width: float

    @property
    def left(self) -> float:
        return self.width - _COLUMN * (len(self.columns) + bool(self.others))

    def x(self, n: int) -> float:
        """Give the middle of a column."""
        return self.left + _COLUMN * (n + 0.5)

    def marks(
        self, claims: Sequence[_Claim], y: float, shape: str, colour: str, filled: bool = True
    ) -> tuple[list[Shape], list[Text]]:
        """Set a mark in the column of each source, and how many of the others say so."""
        said = dict.fromkeys(claim.source for claim in claims)
        dots = [
            Dot(self.x(n), y, shape, colour, 80 if filled else 50, filled)
            for n, source in enumerate(self.columns)
            if source in said
        ]
        rest = len(said) - len(dots)
        counted = [Text(self.x(len(self.columns)), y - LINE / 2, number(rest), SMALL, align="center")] if rest else []
        return dots, counted


def _sources(grid: _Grid, lang: str, width: float) -> tuple[list[Text], float]:
    """List the sources with the numbers of their columns, and set the numbers above the columns."""
    y, lines = 4.0, []
    for n, source in enumerate(grid.columns, 1):
        for k, line in enumerate(measure.wrap(source, width - 24, SMALL, lines=3)):
            lines += [Text(0, y, str(n), SMALL, bold=True)] if k == 0 else []
            lines.append(Text(24, y, line, SMALL, muted=True))
            y += LINE
    if grid.others:
        lines.append(Text(24, y, words(lang)["claims"]["others"].format(n=number(grid.others)), SMALL, muted=True))
        y += LINE
    y += 8
    heads = [str(n) for n in range(1, len(grid.columns) + 1)] + ([f"+{number(grid.others)}"] if grid.others else [])
    lines += [Text(grid.x(n), y, head, SMALL, bold=True, align="center") for n, head in enumerate(heads)]
    return lines, y + LINE + 4


def _spoken(slot: _Slot, lang: str) -> str:
    told = "; ".join(
        f"{value.text}: {', '.join(dict.fromkeys(claim.source for claim in value.claims))}"
        for value in slot.values[:_VALUES]
    )
    differs = f" {words(lang)['claims']['differs']}." if slot.differs else ""
    return measure.clean(f"{_capital(slot.label)}.{differs} {told}")[:300]


def _about(event: dict[str, Any], found: Sequence[_Claim], slots: Sequence[_Slot], lang: str) -> str:
    say = words(lang)
    told = [claim for claim in found if not claim.known]
    when = date_text(event["date"], lang, event["date_extent"]) if event["date"] else say["chart"]["n_undated"]
    articles = f"{number(event['n_articles'])} {form(event['n_articles'], say['chart']['articles'], lang)}"
    parts = [when, f"{number(len(told))} {form(len(told), say['claims']['claims'], lang)}", articles]
    differ = ", ".join(slot.label for slot in slots if slot.differs)
    parts.append(say["claims"]["differ"].format(fields=differ) if differ else say["claims"]["agree"])
    return " · ".join(parts)


def _key(slots: Sequence[_Slot], lang: str, theme: Theme) -> list[Entry]:
    say = words(lang)["claims"]
    found = [
        Entry("differs", say["key_differs"], sketch=lambda x, y: [Dot(x + 8, y, "diamond", theme.statement)])
        if any(slot.differs for slot in slots)
        else None,
        Entry("agrees", say["key_agrees"], sketch=lambda x, y: [Dot(x + 8, y, "circle", theme.release)])
        if any(not slot.differs for slot in slots)
        else None,
        Entry("silent", say["key_silent"], sketch=lambda x, y: [Dot(x + 8, y, "circle", theme.muted, 40, False)])
        if any(slot.silent for slot in slots)
        else None,
    ]
    return [entry for entry in found if entry]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _row(slot: _Slot, value: _Value, claim: _Claim) -> dict[str, Any]:
    return {
        "field": slot.name,
        "value": value.text,
        "id": claim.id,
        "source": claim.source,
        "differs": slot.differs,
        "review": claim.review,
    }
