"""Datawrapper: a row for each release, ready to be pasted; its last columns say which data it is."""

import polars as pl

from dodomu.charts.items import Item, items_of, reported_text
from dodomu.charts.labels import country, words
from dodomu.dataset.formats import csv_text
from dodomu.exports.material import Material


def render(material: Material) -> bytes:
    """Give the releases as CSV, the dated ones in their order in time and then those without a date."""
    events = {row["event_id"]: row for row in material.ds.events.iter_rows(named=True)}
    items = [item for item in items_of(material.ds, material.lang) if item.lane == "release"]
    rows = [_row(item, events[item.id], material) for item in items]
    named = {column: material.say["columns"].get(column, column) for column in _SCHEMA}
    return csv_text(pl.DataFrame(rows, schema=_SCHEMA, orient="row").rename(named)).encode()


_SCHEMA = {
    "start": pl.Date,
    "end": pl.Date,
    "label": pl.String,
    "when": pl.String,
    "type": pl.String,
    "count": pl.Int64,
    "low": pl.Int64,
    "high": pl.Int64,
    "origin": pl.String,
    "destination": pl.String,
    "about": pl.String,
    "review": pl.String,
    "event_id": pl.String,
    "data_version": pl.String,
    "data_sha256": pl.String,
}


def _row(item: Item, event: dict, material: Material) -> dict:
    lang = material.lang
    no_date = material.say["timeline"]["no_date"]
    return {
        "start": item.earliest,
        "end": item.latest,
        "label": item.head,
        "when": item.when or no_date.format(reported=reported_text(item.reported, lang)),
        "type": words(lang)["type"][event["type"]],
        "count": event["count"],
        "low": event["count_low"],
        "high": event["count_high"],
        "origin": country(event["origin"], lang) if event["origin"] else None,
        "destination": country(event["destination"], lang) if event["destination"] else None,
        "about": item.detail,
        "review": material.say["review"][event["review"]],
        "event_id": item.id,
        "data_version": material.whole.version,
        "data_sha256": material.whole.content_hash,
    }
