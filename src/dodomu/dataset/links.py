"""Whether the tables agree with each other: what a column alone cannot tell."""

from collections.abc import Callable, Iterator, Mapping

import polars as pl

from dodomu.dataset.judged import DECISION
from dodomu.models import TABLES

Check = Callable[[Mapping[str, pl.DataFrame]], Iterator[str]]

_OWNERS = ("quotes", "mentions", "events")


def check_links(tables: Mapping[str, pl.DataFrame]) -> list[str]:
    """Say where tables disagree, a line each; nothing when they do not.

    Checked is that evidence and gaps are of records and columns that are there, that an event has as many mentions
    and articles as it says, that links to the reference table lead to a row, that a speaker is the actor named,
    and that the history knows every record.
    """
    checks = (_owners, _counts, _known_releases, _speakers, _history)
    return [fault for check in checks for fault in _as_far_as_it_goes(check, tables)]


def _as_far_as_it_goes(check: Check, tables: Mapping[str, pl.DataFrame]) -> list[str]:
    """Check what can be checked: a version of long ago may lack a column, a damaged one any."""
    try:
        return list(check(tables))
    except (KeyError, TypeError, AttributeError, pl.exceptions.PolarsError):
        return []


def _owners(tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    columns = {
        record_id: name
        for name in (*_OWNERS, "articles", "actors")
        if name in tables
        for record_id in tables[name][TABLES[name].key[0]]
    }
    for name in ("evidence", "gaps"):
        for record_id, field in tables[name].select("record_id", "field").iter_rows() if name in tables else ():
            if name == "gaps" and field == DECISION:
                continue  # of a record that is no more, perhaps: that is what it says
            if record_id not in columns:
                yield f"{name} of {record_id} / {field}: there is no record {record_id}"
            elif field not in tables[columns[record_id]].columns:
                yield f"{name} of {record_id} / {field}: {columns[record_id]} has no column {field}"


def _counts(tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    if not {"events", "mentions"} <= tables.keys():
        return
    told = tables["mentions"].group_by("event_id").agg(pl.len(), pl.col("article_id").n_unique())
    counts = {event: (mentions, articles) for event, mentions, articles in told.iter_rows()}
    for event, *said in tables["events"].select("event_id", "n_mentions", "n_articles").iter_rows():
        found = counts.get(event, (0, 0))
        if tuple(said) != found:
            yield f"events of {event}: says {said[0]} mentions in {said[1]} articles, has {found[0]} in {found[1]}"


def _known_releases(tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    if not {"events", "known_releases"} <= tables.keys():
        return
    there = set(tables["known_releases"]["release_id"])
    for event, links in tables["events"].select("event_id", "known_releases").iter_rows():
        for link in links:
            if link.rpartition(":")[0] not in there:
                yield f"events.known_releases of {event}: known_releases has no {link.rpartition(':')[0]}"


def _speakers(tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    if "quotes" in tables:
        for quote, actor, speaker in tables["quotes"].select("quote_id", "speaker_id", "speaker").iter_rows():
            if actor is not None and speaker is None:
                yield f"quotes.speaker of {quote}: empty, though speaker_id is {actor}"


def _history(tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    if "history" not in tables:
        return
    rows = tables["history"].select("record_id", "merged_into", "withdrawn").iter_rows()
    state = {record_id: (merged, withdrawn) for record_id, merged, withdrawn in rows}
    for name in _OWNERS:
        for record_id in tables[name][TABLES[name].key[0]] if name in tables else ():
            if record_id not in state:
                yield f"history: does not know {record_id} of {name}"
            elif state[record_id] != (None, None):
                yield f"history of {record_id}: says that it is no more, but {name} has it"
    for record_id, (merged, _) in state.items():
        if merged is not None and merged not in state:
            yield f"history.merged_into of {record_id}: there is no record {merged}"
