"""What a record stands on: the passages it was read from, and what each source claims of an event."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import polars as pl

from dodomu.errors import UnknownRecord
from dodomu.models import TABLES
from dodomu.models.vocabulary import RELEASE_FAMILY

if TYPE_CHECKING:
    from dodomu.dataset.read import Dataset


def evidence_of(dataset: "Dataset", record_id: str) -> pl.DataFrame:
    """Find the passages that a quote, a mention, an event or an actor stands on."""
    for name, find in _STANDS_ON.items():
        if (living := _living(dataset, name, record_id)) is not None:
            return _with_confidence(dataset, find(dataset, living))
    raise UnknownRecord(f"no record «{record_id}»; ids stand in the first column of quotes, mentions, events, actors")


def claims_of(dataset: "Dataset", event_id: str) -> pl.DataFrame:
    """Find the mentions of an event, each beside who published it and when; the earliest published first."""
    living = _living(dataset, "events", event_id)
    if living is None:
        raise UnknownRecord(f"no event «{event_id}»; ids stand in the first column of events")
    articles = dataset.articles.select("article_id", "publisher", "published", "published_earliest")
    mentions = dataset.mentions.filter(pl.col("event_id") == living)
    told = mentions.join(articles, on="article_id", how="left", maintain_order="left")
    told = told.sort("published_earliest", "article_id", "trigger_start", nulls_last=True, maintain_order=True)
    first = ["article_id", "publisher", "published"]
    return told.select(*first, *(column for column in mentions.columns if column not in first))


def _living(dataset: "Dataset", name: str, record_id: str) -> str | None:
    """Give the id under which a record is there today: its own, or that of the one it was merged into."""
    there = set(dataset.table(name)[TABLES[name].key[0]])
    heirs: dict[str, str | None] = {}
    if record_id not in there and "history" in dataset.tables:
        heirs = dict(dataset.table("history").select("record_id", "merged_into").iter_rows())
    seen = set()
    while record_id not in there and heirs.get(record_id) and record_id not in seen:
        seen.add(record_id)
        record_id = heirs[record_id]
    return record_id if record_id in there else None


def _own(dataset: "Dataset", record_id: str) -> pl.DataFrame:
    return dataset.evidence.filter(pl.col("record_id") == record_id)


def _of_mentions(dataset: "Dataset", event_id: str) -> pl.DataFrame:
    mentions = dataset.mentions.filter(pl.col("event_id") == event_id)["mention_id"]
    return dataset.evidence.filter(pl.col("record_id").is_in(mentions.implode()))


def _of_speaker(dataset: "Dataset", actor_id: str) -> pl.DataFrame:
    quotes = dataset.quotes.filter(pl.col("speaker_id") == actor_id)["quote_id"]
    return dataset.evidence.filter(pl.col("record_id").is_in(quotes.implode()), pl.col("field") == "speaker")


def _with_confidence(dataset: "Dataset", rows: pl.DataFrame) -> pl.DataFrame:
    """Add how often what the rule read was right; versions of long ago do not know."""
    if "rules" not in dataset.tables:
        return rows
    quotes = dataset.quotes.select(record_id="quote_id", record=pl.lit("quote"))
    released = pl.when(pl.col("type").is_in(RELEASE_FAMILY)).then(pl.lit("release")).otherwise(pl.lit("context"))
    kinds = pl.concat([quotes, dataset.mentions.select(record_id="mention_id", record=released)])
    known = dataset.table("rules").select("record", "field", "rule", "confidence")
    told = rows.join(kinds, on="record_id", how="left", maintain_order="left")
    return told.join(known, on=["record", "field", "rule"], how="left", maintain_order="left").drop("record")


_STANDS_ON: dict[str, Callable[["Dataset", str], pl.DataFrame]] = {
    "quotes": _own,
    "mentions": _own,
    "events": _of_mentions,
    "actors": _of_speaker,
}
