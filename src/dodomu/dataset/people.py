"""How many people became free: totals over events that count the same people once."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

import polars as pl

from dodomu.errors import BadQuery, did_you_mean
from dodomu.models import edtf, vocabulary

BY = ("type", "origin", "destination", "group", "year", "month")
"""What totals can be split by."""

TOLD_AS_DONE = ("occurred", "ongoing")

SCHEMA = {
    "people": pl.Int64,
    "people_low": pl.Int64,
    "people_high": pl.Int64,
    "n_cohorts": pl.Int64,
    "n_events": pl.Int64,
    "n_uncounted": pl.Int64,
    "n_open": pl.Int64,
    "n_maybe": pl.Int64,
    "n_totals": pl.Int64,
}


class Many(NamedTuple):
    """How many: what claims vouch for, what they say, the most that any of them names."""

    low: int = 0
    best: int = 0
    high: int = 0
    is_open: bool = False


def people(
    events: pl.DataFrame,
    *,
    by: str | None,
    types: str | Collection[str] | None,
    since: str | None,
    until: str | None,
    origin: str | None,
    destination: str | None,
    statuses: Collection[str],
) -> pl.DataFrame:
    """Total the people of some events; `Dataset.people` says how."""
    wanted = _types(types)
    if by is not None and by not in BY:
        raise BadQuery(f"people cannot be counted by «{by}»; {did_you_mean(by, BY)}")
    first, last = _day(since, 0), _day(until, 1)
    kept = events.filter(pl.col("type").is_in(wanted), pl.col("status").is_in(list(statuses)))
    for column, value in (("origin", origin), ("destination", destination)):
        kept = kept if value is None else kept.filter(pl.col(column) == value)
    groups: dict[object, list[tuple[dict, str]]] = {} if by else {None: []}
    spans = _spans(events)
    for event in kept.iter_rows(named=True):
        event = event if event["date"] else event | spans.get(event["cohort_id"], {})
        where = "total" if event["date_extent"] == "total" else _where(event, first, last)
        if where != "outside":
            groups.setdefault(_key(event, by), []).append((event, where))
    ordered = sorted(groups.items(), key=lambda pair: (pair[0] is None, str(pair[0])))
    rows = [({by: key} if by else {}) | _total(found) for key, found in ordered]
    return pl.DataFrame(rows, schema=({by: pl.String} if by else {}) | SCHEMA, orient="row")


def _types(types: str | Collection[str] | None) -> list[str]:
    """Bodies of the dead are nobody who became free, unless they are asked for."""
    if types is None:
        return [name for name in vocabulary.RELEASE_FAMILY if name != "remains_return"]
    wanted = [types] if isinstance(types, str) else list(types)
    for name in wanted:
        if name not in vocabulary.RELEASE_FAMILY:
            raise BadQuery(f"«{name}» releases nobody; {did_you_mean(name, vocabulary.RELEASE_FAMILY)}")
    return wanted


def _day(value: str | None, end: int) -> date | None:
    return None if value is None else edtf.bounds(str(value))[end]


def _spans(events: pl.DataFrame) -> dict[str, dict[str, date | None]]:
    """Give the days in which the people of each cohort became free, for what is told of them without a date."""
    dated = events.filter(
        pl.col("cohort_id").is_not_null(),
        pl.col("date").is_not_null(),
        pl.col("date_extent") != "total",
        pl.col("status").is_in(TOLD_AS_DONE),
    )
    bounds = dated.group_by("cohort_id").agg(
        pl.when(pl.col("date_earliest").is_not_null().all()).then(pl.col("date_earliest").min()).alias("date_earliest"),
        pl.when(pl.col("date_latest").is_not_null().all()).then(pl.col("date_latest").max()).alias("date_latest"),
    )
    return {row.pop("cohort_id"): row for row in bounds.iter_rows(named=True)}


def _where(event: dict, first: date | None, last: date | None) -> str:
    """Tell whether an event lies inside a period, outside, or maybe inside."""
    if first is None and last is None:
        return "inside"
    earliest, latest = event["date_earliest"], event["date_latest"]
    if (first and latest and latest < first) or (last and earliest and earliest > last):
        return "outside"
    begun = first is None or (earliest is not None and earliest >= first)
    ended = last is None or (latest is not None and latest <= last)
    return "inside" if begun and ended else "maybe"


def _key(event: dict, by: str | None) -> str | None:
    if by not in ("year", "month"):
        return event[by] if by else None
    length = 4 if by == "year" else 7
    bounds = {str(day)[:length] if day else None for day in (event["date_earliest"], event["date_latest"])}
    return bounds.pop() if len(bounds) == 1 else None


def _total(found: Sequence[tuple[dict, str]]) -> dict[str, int]:
    inside = [event for event, where in found if where == "inside"]
    maybe = [event for event, where in found if where == "maybe"]
    sure = _cohorts(inside)
    numbers = [_of_cohort(events) for events in sure.values()]
    highest = [_of_cohort(events) for events in _cohorts([*inside, *maybe]).values()]
    return {
        "people": sum(many.best for many in numbers),
        "people_low": sum(many.low for many in numbers),
        "people_high": sum(many.high for many in highest),
        "n_cohorts": len(sure),
        "n_events": len(inside),
        "n_uncounted": sum(event["count"] is None and event["count_low"] is None for event in inside),
        "n_open": sum(many.is_open for many in numbers),
        "n_maybe": len(maybe),
        "n_totals": sum(where == "total" for _, where in found),
    }


def _cohorts(events: Iterable[dict]) -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for event in events:
        found.setdefault(event["cohort_id"] or event["event_id"], []).append(event)
    return found


def _of_cohort(events: Sequence[dict]) -> Many:
    """Count the people of one cohort once: those who left different custody, or for different states, are others."""
    return _ways(events, ("origin", "destination"))


def _ways(events: Sequence[dict], columns: Sequence[str]) -> Many:
    """What says no way may be of all of them; those of different ways add up."""
    if not columns:
        return _one_way(events)
    apart: dict[str | None, list[dict]] = {}
    for event in events:
        apart.setdefault(event[columns[0]], []).append(event)
    untold = apart.pop(None, [])
    told = _sum([_ways(found, columns[1:]) for found in apart.values()])
    return _most([told, _ways(untold, columns[1:])] if untold else [told])


def _one_way(events: Sequence[dict]) -> Many:
    """Stages are other people each day; all else may be the same people, so that the largest number stands."""
    by_whole: dict[str, dict[date, list[dict]]] = {}
    alone = []
    for event in events:
        if event["part_of"] and event["date_earliest"] and event["date_earliest"] == event["date_latest"]:
            by_whole.setdefault(event["part_of"], {}).setdefault(event["date_earliest"], []).append(event)
        else:
            alone.append(_many(event))
    stages = [_sum([_most(map(_many, found)) for found in days.values()]) for days in by_whole.values()]
    return _most([*alone, *stages])


def _many(event: dict) -> Many:
    count, low, high = event["count"], event["count_low"], event["count_high"]
    if count is None and low is None:
        return Many()
    best = low if count is None else count
    return Many(low or 0, best, best if high is None else high, is_open=high is None)


def _sum(numbers: Sequence[Many]) -> Many:
    return Many(
        sum(many.low for many in numbers),
        sum(many.best for many in numbers),
        sum(many.high for many in numbers),
        any(many.is_open for many in numbers),
    )


def _most(numbers: Iterable[Many]) -> Many:
    found = list(numbers) or [Many()]
    best = max(found, key=lambda many: (many.best, not many.is_open))
    return Many(max(many.low for many in found), best.best, max(many.high for many in found), best.is_open)
