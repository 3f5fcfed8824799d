"""The ledger: a row for each promise, with what became of it.

An outcome is looked for among the events told as done and the rows of the curated reference, up to a day. Where none
is found the ledger says that the deadline has passed and no record is there, never that a promise was broken: only a
person can know that.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import polars as pl

from dodomu.dataset.promises.deeds import Deed, Told, deed_of, deeds, told_done
from dodomu.dataset.promises.fulfilment import Done
from dodomu.dataset.promises.outcome import outcome
from dodomu.dataset.promises.promised import Promise, promised
from dodomu.errors import InvalidDate

_SCHEMA = {
    "promise_id": pl.String,
    "kind": pl.String,
    "event_id": pl.String,
    "quote_id": pl.String,
    "article_id": pl.String,
    "speaker": pl.String,
    "text": pl.String,
    "type": pl.String,
    "made_earliest": pl.Date,
    "made_latest": pl.Date,
    "deadline": pl.String,
    "deadline_latest": pl.Date,
    "outcome": pl.String,
    "outcome_event_id": pl.String,
    "outcome_release_id": pl.String,
    "outcome_earliest": pl.Date,
    "outcome_latest": pl.Date,
    "as_of": pl.Date,
    "review": pl.String,
}


def promises(ds: Any, as_of: date | str | None = None) -> pl.DataFrame:
    """Give the ledger: a row for each promise, order, request, plan or call.

    `outcome` is ``kept`` or ``late`` (done by the deadline or after it), ``undecidable`` (done, but its bounds do not
    tell whether by the deadline, or whether after it was promised), ``overdue`` (the deadline has passed and no record
    is found: no proof that nothing happened), ``open`` (there is time left, or no deadline).
    A plan that the claims join with what came about has that event as its outcome.

    Parameters
    ----------
    ds
        A dataset.
    as_of
        Up to which day is looked; the last day that the dataset knows anything of, if none is named.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> from dodomu.tables import frames
    >>> promises(Dataset(frames(None))).columns[:3]
    ['promise_id', 'kind', 'event_id']
    """
    until = _day(as_of) or _last_day(ds)
    done, told = Done(deeds(ds)), told_done(ds)
    rows = []
    for promise in promised(ds):
        found = _came_about(promise, told, until) if promise.came_about else done.outcome(promise, until)
        dated = found if found and found.earliest and found.latest else None
        rows.append(
            {
                **promise.row,
                "outcome": outcome(promise, found, until),
                "outcome_event_id": found.event_id if found else None,
                "outcome_release_id": found.release_id if found else None,
                "outcome_earliest": dated.earliest if dated else None,
                "outcome_latest": dated.latest if dated else None,
                "as_of": until,
            }
        )
    return pl.DataFrame(rows, schema=_SCHEMA, orient="row")


def _came_about(promise: Promise, told: Mapping[str, Told], until: date | None) -> Deed | None:
    """Give the event that a plan is one with, unless it was known of only after the day looked up to."""
    deed = deed_of(promise.came_about, told)
    known = deed.earliest or deed.latest
    return None if until and known and known > until else deed


def _day(as_of: date | str | None) -> date | None:
    if not isinstance(as_of, str):
        return as_of
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        raise InvalidDate(f"as_of «{as_of}» is no day: write it like 2026-01-15") from None


def _last_day(ds: Any) -> date | None:
    days = [*ds.articles["published_latest"].to_list(), *ds.known_releases["date"].to_list()]
    return max((day for day in days if day), default=None)
