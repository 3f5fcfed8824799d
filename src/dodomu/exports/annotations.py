"""W3C Web Annotations: each cell tied to the words that it stands on, by position and by quotation.

Positions are counted in Unicode code points, as the Web Annotation Data Model asks and as the dataset counts them.
They hold in the text that the dataset keeps, not in a web page made of it: so the source is named by the checksum of
that text, and the page only as where it was obtained.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from dodomu.exports.material import Material
from dodomu.models import TABLES

_CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"@version": 1.1, "dodomu": {"@id": "urn:dodomu:made-of", "@type": "@json"}},
]

AROUND = 32
"""So many characters before and after tell a passage from others, and more where they do not."""

_SPANS = {"quotes": ("start", "end", "text"), "mentions": ("trigger_start", "trigger_end", "trigger")}
_LABELS = {"quotes": "kind", "mentions": "type"}


def render(material: Material) -> bytes:
    """Give a collection with an annotation for each quote, each mention and each passage of evidence."""
    name = f"urn:dodomu:{material.whole.content_hash}"
    items = list(_annotations(material, name))
    collection = {
        "@context": _CONTEXT,
        "id": f"{name}:annotations",
        "type": "AnnotationCollection",
        "label": " ".join(material.lines(material.ids(("quotes", "mentions")))),
        "total": len(items),
        "first": {
            "id": f"{name}:annotations:1",
            "type": "AnnotationPage",
            "partOf": f"{name}:annotations",
            "startIndex": 0,
            "items": items,
        },
        "dodomu": material.origin(material.ids(("quotes", "mentions"))),
    }
    return (json.dumps(collection, ensure_ascii=False, indent=1) + "\n").encode()


def _annotations(material: Material, name: str) -> Iterator[dict[str, Any]]:
    ds = material.ds
    articles = {row["article_id"]: row for row in ds.articles.iter_rows(named=True)}
    records = {}
    for table, (start, end, exact) in _SPANS.items():
        for row in ds.table(table).iter_rows(named=True):
            record_id = row[TABLES[table].key[0]]
            records[record_id] = row
            body = [_text(f"{table}: {row[_LABELS[table]]}", "classifying"), *_cells(row, material)]
            target = _target(articles[row["article_id"]], row[start], row[end], row[exact])
            yield _annotation(f"{name}:{_part(record_id)}", "classifying", body, target)
    for nth, row in enumerate(ds.evidence.iter_rows(named=True)):
        value = records.get(row["record_id"], {}).get(row["field"])
        said = f"{row['field']}: {_said(value)}" if value not in (None, []) else row["field"]
        body = [_text(said, "describing"), _text(row["record_id"], "identifying"), _text(row["rule"], "commenting")]
        target = _target(articles[row["article_id"]], row["start"], row["end"], row["exact"])
        yield _annotation(f"{name}:evidence:{nth}", "describing", body, target)


def _cells(row: dict[str, Any], material: Material) -> Iterator[dict[str, Any]]:
    for column in ("speaker", "status", "review"):
        if row.get(column) is not None:
            value = material.say["review"][row[column]] if column == "review" else row[column]
            yield _text(f"{column}: {value}", "describing")


def _annotation(name: str, motivation: str, body: list[dict[str, Any]], target: dict[str, Any]) -> dict[str, Any]:
    return {"id": name, "type": "Annotation", "motivation": motivation, "body": body, "target": target}


def _text(value: str, purpose: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _said(value: Any) -> str:
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def _target(article: dict[str, Any], start: int, end: int, exact: str) -> dict[str, Any]:
    url = article["url"]
    source = {
        "id": f"urn:dodomu:article:{_part(article['article_id'])}:sha256:{article['sha256']}",
        "type": "Text",
        "format": "text/plain",
        "language": article["lang"],
    }
    if url and url.lower().startswith(("http://", "https://")):
        source["via"] = url
    quoted = {"type": "TextQuoteSelector", "exact": exact}
    if article["text"] is not None:
        prefix, suffix = context(article["text"], start, end)
        quoted |= {"prefix": prefix, "suffix": suffix}
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    return {"type": "SpecificResource", "source": source, "selector": [position, quoted]}


def context(text: str, start: int, end: int) -> tuple[str, str]:
    """Give as many words around a passage as tell it from every other place with the same words.

    Examples
    --------
    >>> context("Так. Ні. Так.", 0, 3)
    ('', '. Ні. Так.')
    """
    exact, around = text[start:end], AROUND
    while True:
        prefix, suffix = text[max(0, start - around) : start], text[end : end + around]
        whole = prefix + exact + suffix
        first = text.find(whole)
        if text.find(whole, first + 1) < 0 or (len(prefix) == start and end + len(suffix) == len(text)):
            return prefix, suffix
        around *= 2


def _part(text: str) -> str:
    return quote(text, safe="")
