"""Datawrapper: how many people were released up to each day, with the lowest and the highest sums, nobody twice."""

import polars as pl

from dodomu.charts.freed import Freed, of_events
from dodomu.charts.growth import growth
from dodomu.dataset.formats import LIST_DELIMITER, csv_text
from dodomu.exports.material import Material

_SCHEMA = {
    "day": pl.Date,
    "total": pl.Int64,
    "low": pl.Int64,
    "high": pl.Int64,
    "undisclosed": pl.Int64,
    "undated": pl.Int64,
    "machine_read": pl.Int64,
    "event_ids": pl.String,
    "data_version": pl.String,
    "data_sha256": pl.String,
}


def render(material: Material) -> bytes:
    """Give a row for each day on which a sum changes, with the events that are in it."""
    found, _ = of_events(material.ds, "type", material.lang)
    line = growth("", found)
    rows = []
    for step in line.steps:
        counted = [one for one in line.dated if _first(one) <= step.day]
        rows.append(
            {
                "day": step.day,
                "total": step.best,
                "low": step.low,
                "high": step.high,
                "undisclosed": sum(one.best is None and one.latest <= step.day for one in line.dated),
                "undated": len(line.undated),
                "machine_read": sum(one.review == "machine" for one in counted),
                "event_ids": LIST_DELIMITER.join(one.id for one in counted),
                "data_version": material.whole.version,
                "data_sha256": material.whole.content_hash,
            }
        )
    named = {column: material.say["columns"].get(column, column) for column in _SCHEMA}
    return csv_text(pl.DataFrame(rows, schema=_SCHEMA, orient="row").rename(named)).encode()


def _first(one: Freed):
    return one.earliest or one.latest
