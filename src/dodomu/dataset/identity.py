"""Which record is which from one dataset to the next: ids stay though spans, rules and articles change.

An id is made of the words of a sentence and a place in it. What moved all the same, because the sentence was edited
or because something was found before it, is told by where it stands.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count, islice

import polars as pl

from dodomu.dataset.offsets import OffsetMap

_PLACES = {"quotes": ("start", "end", "kind"), "mentions": ("trigger_start", "trigger_end", "type")}
_KEYS = {"quotes": "quote_id", "mentions": "mention_id", "events": "event_id"}
_ALSO = {"quotes": ("article_id",), "mentions": ("article_id", "event_id")}

_HOLDERS: dict[str, tuple[str, ...]] = {
    "quotes": ("quote_id",),
    "mentions": ("mention_id", "quote_id", "event_id"),
    "events": ("event_id", "part_of", "cohort_id"),
    "evidence": ("record_id",),
    "gaps": ("record_id",),
}
"""The columns that hold ids of quotes, mentions, events and cohorts."""


@dataclass(frozen=True)
class Identity:
    """What the ids of a new dataset are in terms of the one before.

    Attributes
    ----------
    kept
        The id that a record shall have, by the id that it would have now; only where they differ.
    moved
        Of these, the records that were there before.
    merged
        Events that are no more, by id, with the event that has their mentions now.
    """

    kept: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    merged: dict[str, str] = field(default_factory=dict)


def identify(old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame]) -> Identity:
    """Match the quotes, mentions and events of a dataset with those of the one before, by name of the table."""
    given: dict[str, str] = {}
    known: set[str] = set()
    for name in _PLACES:
        if _have(name, old, new):
            before, now = old[name][_KEYS[name]].to_list(), new[name][_KEYS[name]].to_list()
            known |= set(before)
            given |= _ids(now, _matched(name, old, new), before, now)
    merged: dict[str, str] = {}
    if _have("events", old, new) and _have("mentions", old, new):
        events, merged = _events(old, new, given)
        known |= set(old["events"]["event_id"])
        given |= events | {_cohort(now): _cohort(then) for now, then in events.items()}
    kept = {now: then for now, then in given.items() if now != then}
    return Identity(kept, {now: then for now, then in kept.items() if then in known}, merged)


def renamed(tables: Mapping[str, pl.DataFrame], kept: Mapping[str, str]) -> dict[str, pl.DataFrame]:
    """Give the tables with the ids that their records keep, wherever they stand."""
    if not kept:
        return dict(tables)
    before, after = list(kept), list(kept.values())
    return {
        name: rows.with_columns(
            pl.col(column).replace(before, after) for column in _HOLDERS.get(name, ()) if column in rows.columns
        )
        for name, rows in tables.items()
    }


def _have(name: str, *datasets: Mapping[str, pl.DataFrame]) -> bool:
    """Tell whether all have the columns by which rows are matched: versions of long ago may not."""
    wanted = {_KEYS[name], *_PLACES.get(name, ()), *_ALSO.get(name, ())}
    return all(name in tables and "articles" in tables and wanted <= set(tables[name].columns) for tables in datasets)


def _matched(name: str, old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame]) -> dict[str, str]:
    """Pair the rows of a table: new id to old id."""
    texts = [dict(tables["articles"].select("article_id", "text").iter_rows()) for tables in (old, new)]
    before, now = (_by_article(name, tables[name]) for tables in (old, new))
    pairs: dict[str, str] = {}
    for article_id, rows in now.items():
        if article_id in before:
            was, is_ = (each.get(article_id) for each in texts)
            mapped = OffsetMap(was, is_) if was is not None and is_ is not None else None
            pairs |= _best(_candidates(before[article_id], rows, mapped))
    return pairs


@dataclass(frozen=True)
class _Row:
    id: str
    start: int
    end: int
    sort: str


def _by_article(name: str, rows: pl.DataFrame) -> dict[str, list[_Row]]:
    found: dict[str, list[_Row]] = {}
    for article_id, *row in rows.select("article_id", _KEYS[name], *_PLACES[name]).iter_rows():
        found.setdefault(article_id, []).append(_Row(*row))
    return found


def _candidates(old: list[_Row], new: list[_Row], mapped: OffsetMap | None) -> Iterator[tuple[tuple, str, str]]:
    """Pairs that may be one record, with how well they fit: the lower the better."""
    placed = [
        (row, span) for row in old if (span := mapped.span(row.start, row.end) if mapped else (row.start, row.end))
    ]
    placed.sort(key=lambda pair: pair[1])
    longest = max((end - start for _, (start, end) in placed), default=0)
    ordered = sorted(new, key=lambda row: (row.start, row.end))
    first = 0
    for row in ordered:
        while first < len(placed) and placed[first][1][0] < row.start - longest:
            first += 1
        for was, (start, end) in islice(placed, first, None):
            if start >= row.end:
                break
            shared = min(end, row.end) - max(start, row.start)
            if shared > 0:
                same_span = (start, end) == (row.start, row.end)
                tier = (not same_span, was.id != row.id) if was.sort == row.sort else (True, was.id != row.id)
                yield (*tier, was.sort != row.sort, -shared, row.start, row.id, was.id), row.id, was.id
    ids = {row.id for row in old}
    for row in ordered:
        if row.id in ids:  # its words may have gone elsewhere in the article
            yield (True, False, True, 0, row.start, row.id, row.id), row.id, row.id


def _best(candidates: Iterable[tuple[tuple, str, str]]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    used: set[str] = set()
    for _, now, then in sorted(candidates):
        if now not in pairs and then not in used:
            pairs[now] = then
            used.add(then)
    return pairs


def _ids(now: list[str], pairs: Mapping[str, str], before: Iterable[str], natural: Iterable[str]) -> dict[str, str]:
    """Give every new row its id: that of its match, else its own, else another when its own is somebody else's."""
    given = dict(pairs)
    used = {*before, *given.values()}
    for one in now:
        if one not in given:
            given[one] = _free(one, used, natural)
            used.add(given[one])
    return given


def _free(wanted: str, used: set[str], natural: Iterable[str]) -> str:
    if wanted not in used:
        return wanted
    letter, _, digits = wanted.partition("-")
    made = (sha256(f"{digits}\x1f{nth}".encode()).hexdigest() for nth in count(1))
    ids = (f"{letter}-{one[: len(digits)]}" for one in made)
    return next(one for one in ids if one not in used and one not in natural)


def _events(
    old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame], given: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Match events by the mentions they share; an event that lost its own to another was merged into it."""
    before, now = old["events"]["event_id"].to_list(), new["events"]["event_id"].to_list()
    ranked = _by_shared_mentions(old, new, given)
    pairs: dict[str, str] = {}
    used: set[str] = set()
    for event, then in ranked:
        if event not in pairs and then not in used:
            pairs[event] = then
            used.add(then)
    ids = _ids(now, pairs, before, now)
    merged: dict[str, str] = {}
    for event, then in ranked:
        if then not in used:
            merged.setdefault(then, ids[event])
    return ids, merged


def _by_shared_mentions(
    old: Mapping[str, pl.DataFrame], new: Mapping[str, pl.DataFrame], given: Mapping[str, str]
) -> list[tuple[str, str]]:
    """Pairs of an event now and an event before that have mentions in common, those with most first."""
    event_then = dict(old["mentions"].select("mention_id", "event_id").iter_rows())
    shared: Counter[tuple[str, str]] = Counter()
    for mention, event in new["mentions"].select("mention_id", "event_id").iter_rows():
        then = event_then.get(given.get(mention, mention))
        if then is not None and event is not None:
            shared[event, then] += 1
    was = {one: at for at, one in enumerate(old["events"]["event_id"])}
    is_ = {one: at for at, one in enumerate(new["events"]["event_id"])}
    known = (pair for pair in shared if pair[0] in is_ and pair[1] in was)
    return sorted(known, key=lambda pair: (-shared[pair], was[pair[1]], is_[pair[0]]))


def _cohort(event: str) -> str:
    return f"c-{event.partition('-')[2]}"
