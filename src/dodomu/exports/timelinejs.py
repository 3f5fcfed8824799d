"""TimelineJS 3: a slide for each event and quote, whose date says in words how surely it is known.

The tool knows points and stretches of time, not bounds. So only what lasted has an end; what happened once within
bounds stands at their beginning, as exactly as they are known, and its date says the rest.
"""

import json
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from html import escape
from typing import Any

from dodomu.charts.items import Item, items_of, reported_text
from dodomu.charts.labels import words
from dodomu.charts.timeline import summary
from dodomu.exports.material import Material


def render(material: Material) -> bytes:
    """Give the timeline as the JSON that TimelineJS 3 reads, and beside it what `dodomu.recall` reads."""
    items = items_of(material.ds, material.lang)
    placed = [item for item in items if _start(item)]
    ids = [item.id for item in items]
    timeline = {
        "title": _title(material, ids, [item for item in items if not _start(item)]),
        "events": [_slide(item, material) for item in placed],
        "dodomu": material.origin(ids),
    }
    return (json.dumps(timeline, ensure_ascii=False, indent=1) + "\n").encode()


def _title(material: Material, ids: Sequence[str], unplaced: Sequence[Item]) -> dict[str, Any]:
    lines = [escape(text) for text in (summary(material.ds, material.lang), *material.lines(ids))]
    if unplaced:
        lines.append(escape(material.say["timeline"]["unplaced"]))
        lines += [f"— {escape(item.head)} ({escape(item.id)})" for item in unplaced]
    headline = escape(words(material.lang)["chart"]["title"])
    return {"text": {"headline": headline, "text": _paragraphs(lines)}, "autolink": False}


def _slide(item: Item, material: Material) -> dict[str, Any]:
    say = material.say["timeline"]
    told = [escape(item.detail)] if item.detail else []
    if item.url:
        told.append(f'<a href="{escape(item.url)}">{escape(say["source"])}</a>')
    if item.review == "machine":
        told.append(f"<small>{escape(say['machine'])}</small>")
    slide = {
        "unique_id": item.id,
        "start_date": _start(item),
        "display_date": item.when or say["no_date"].format(reported=reported_text(item.reported, material.lang)),
        "text": {"headline": escape(item.head), "text": _paragraphs(told)},
        "group": words(material.lang)["lane"][item.lane] if item.dated else say["undated"],
        "autolink": False,
    }
    if item.form in ("bar", "total"):
        slide["end_date"] = _day(item.latest)
    return slide


def _paragraphs(lines: Sequence[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def _start(item: Item) -> dict[str, int] | None:
    if not item.dated:
        return _day(item.reported) if item.reported else None
    if item.earliest is None:
        return _day(item.latest)
    if item.form == "box" and item.latest is not None:
        return _as_exactly(item.earliest, item.latest)
    return _day(item.earliest)


def _as_exactly(earliest: date, latest: date) -> dict[str, int]:
    """Give the beginning of bounds: a year or a month where they are one, else their first day.

    Examples
    --------
    >>> _as_exactly(date(2025, 1, 1), date(2025, 12, 31)), _as_exactly(date(2025, 2, 1), date(2025, 2, 28))
    ({'year': 2025}, {'year': 2025, 'month': 2})
    >>> _as_exactly(date(2025, 12, 8), date(2025, 12, 14))
    {'year': 2025, 'month': 12, 'day': 8}
    """
    year, month = earliest.year, earliest.month
    if (earliest, latest) == (date(year, 1, 1), date(year, 12, 31)):
        return {"year": year}
    if (earliest, latest) == (date(year, month, 1), date(year, month, monthrange(year, month)[1])):
        return {"year": year, "month": month}
    return _day(earliest)


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}
