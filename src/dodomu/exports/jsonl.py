"""JSON Lines: an event, a quote or a mention a line, with the words it stands on and why its cells are empty."""

import json
from collections.abc import Iterator
from typing import Any

from dodomu.dataset.fingerprint import fingerprint, traced_rows
from dodomu.exports.material import Material


def render(material: Material) -> bytes:
    """Give a line for each record."""
    return "".join(_lines(material)).encode()


def _lines(material: Material) -> Iterator[str]:
    ids = material.ids()
    data = {
        "version": material.whole.version,
        "content_hash": material.whole.content_hash,
        "machine_read": len(material.machine_read(ids)),
        "records": len(ids),
        "withdrawn": len(material.whole.withdrawn.by_record),
    }
    marks = {one: fingerprint(row) for _, one, row in traced_rows(material.whole)}
    evidence = _by_record(material.ds, "evidence")
    gaps = _by_record(material.ds, "gaps")
    mentions: dict[str, list[str]] = {}
    for mention_id, event_id in material.ds.mentions.select("mention_id", "event_id").iter_rows():
        mentions.setdefault(event_id, []).append(mention_id)
    for table, record_id, row in traced_rows(material.ds):
        # an event stands on the words of its mentions
        own = [record_id] if table != "events" else mentions.get(record_id, [])
        line = {
            "table": table,
            **row,
            "evidence": [passage for one in own for passage in evidence.get(one, [])],
            "gaps": gaps.get(record_id, []),
            "dodomu": {**data, "rows": [record_id], "fingerprints": [marks.get(record_id, "")]},
        }
        yield json.dumps(line, ensure_ascii=False, default=str) + "\n"


def _by_record(ds: Any, table: str) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in ds.table(table).iter_rows(named=True):
        found.setdefault(row["record_id"], []).append(row)
    return found
