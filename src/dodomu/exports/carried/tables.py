"""What is written in JSON, JSON Lines and CSV."""

import csv
import io
from typing import Any

from dodomu.dataset.formats import LIST_DELIMITER
from dodomu.exports.carried.markup import parsed_json
from dodomu.exports.carried.origin import DAMAGED, NOTHING, Unreadable

_IDS = (
    *("id", "event_id", "event_ids", "quote_id", "mention_id", "record_id", "records", "release_id"),
    *("promise_id", "outcome_event_id", "outcome_release_id"),
)
_DATA = ("data_version", "data_sha256")


def json_text(data: bytes) -> Any:
    """Read the keys of an export or of a Vega-Lite specification, or gather those of JSON Lines."""
    first, _, rest = data.strip().partition(b"\n")
    if first.startswith(b'{"table":') and first.endswith(b"}"):
        return _lines(data)
    try:
        said = parsed_json(data)
    except Unreadable:
        raise Unreadable(NOTHING) from None
    if not isinstance(said, dict):
        raise Unreadable(NOTHING)
    inside = said.get("usermeta")
    return (inside.get("dodomu") if isinstance(inside, dict) else None) or said.get("dodomu") or said


def _lines(data: bytes) -> dict[str, Any]:
    gathered: dict[str, Any] = {"rows": [], "fingerprints": []}
    for line in data.splitlines():
        if not line.strip():
            continue
        record = parsed_json(line)
        said = record.get("dodomu") if isinstance(record, dict) else None
        if not isinstance(said, dict):
            raise Unreadable(NOTHING)
        gathered = {**said, "rows": gathered["rows"], "fingerprints": gathered["fingerprints"]}
        for name in ("rows", "fingerprints"):
            if isinstance(said.get(name), list):
                gathered[name] += said[name]
    return gathered


def csv_rows(data: bytes) -> dict[str, Any]:
    """Read the columns with ids, and those that say which data it is."""
    try:
        table = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
        columns = [name for name in _IDS if name in (table.fieldnames or ())]
        if not columns or not set(_DATA) <= set(table.fieldnames or ()):
            raise Unreadable(NOTHING)
        rows = list(table)
    except UnicodeDecodeError:
        raise Unreadable(NOTHING) from None
    except csv.Error:
        raise Unreadable(DAMAGED) from None
    if not rows:
        raise Unreadable("has no rows: nothing in it can have changed")
    cells = (row[name] for row in rows for name in columns)
    ids = dict.fromkeys(one for cell in cells if cell for one in cell.split(LIST_DELIMITER))
    return {
        "version": rows[0]["data_version"] or None,
        "content_hash": rows[0]["data_sha256"],
        "rows": list(ids),
    }
