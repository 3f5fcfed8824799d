"""How long pictures take: 1,000 labelled events as SVG, and every chart of a dataset of 100,000 events.

    python benchmarks/charts.py [N]      N events instead of 100,000

The dataset is made up: events and statements over four years, some without a date, some planned. What is printed is
CPU time on one core, first use of the libraries not counted; 1,000 labelled events shall stay under a second.
"""

import sys
import time
from datetime import date, timedelta
from typing import Any

import polars as pl

from dodomu.charts import CHARTS, draw
from dodomu.charts.items import items_of
from dodomu.charts.save import render
from dodomu.charts.timeline import plain_timeline
from dodomu.dataset import Dataset
from dodomu.models import Mention
from dodomu.tables import frames

LABELLED = 1000
_MENTION = Mention.columns()
MANY = 100_000
TYPES = ("exchange", "release", "return", "pardon", "order", "negotiation")
STATES = ("RU", "UA", "BY", None)
PEOPLE = ("Олена Коваль", "Ігор Бондар", "Марія Шевчук", None)
ACTS = ("state", "order", "promise", "request", "thank", None)


def main() -> None:
    """Print the seconds of each."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else MANY
    render(draw("timeline", made(10)), ".svg")
    few = items_of(made(LABELLED, quotes=0), "uk")
    told("labelled timeline, SVG", LABELLED, lambda: render(plain_timeline(few, "uk", "light", 800, LABELLED), ".svg"))
    large = made(many)
    for name in CHARTS:
        told(name, many, lambda name=name: render(draw(name, large), ".svg"))


def told(what: str, n: int, work: Any) -> None:
    """Time some work and print it."""
    start = time.process_time()
    work()
    print(f"{what:24} {n:8,} events {time.process_time() - start:8.2f} s", flush=True)


def made(n: int, quotes: int | None = None) -> Dataset:
    """Make up a dataset of so many events, and as many statements."""
    empty = frames(None)
    rows = {"events": [], "mentions": [], "quotes": []}
    for number in range(n):
        rows["events"].append(_event(number))
        rows["mentions"].append(_mention(number, rows["events"][-1]))
    rows["quotes"] = [_quote(number) for number in range(n if quotes is None else quotes)]
    article = {"article_id": "a", "source": "a.txt", "text": "", "publisher": "Приклад", "published": "2026-01-01"}
    known = [_known(number) for number in range(min(n, 2000))]
    rows |= {"articles": [article], "known_releases": known}
    made_up = {name: pl.DataFrame(found, schema=empty[name].schema, orient="row") for name, found in rows.items()}
    return Dataset({**empty, **made_up}, version="0.0.0")


def _day(number: int) -> date:
    return date(2022, 1, 1) + timedelta(days=number * 7919 % 1460)


def _event(number: int) -> dict[str, Any]:
    kind, day = TYPES[number % len(TYPES)], _day(number)
    people = kind not in ("order", "negotiation")
    dated = number % 5 != 0
    count = number % 200 + 1 if people else None
    return {
        "event_id": f"e-{number}",
        "type": kind,
        "family": "release" if people else "context",
        "status": "planned" if number % 7 == 0 else "occurred",
        "date": day.isoformat() if dated else None,
        "date_earliest": day if dated else None,
        "date_latest": day if dated else None,
        "date_extent": "point" if dated else None,
        "date_basis": "stated" if dated else "none",
        "count": count,
        "count_low": count,
        "count_high": count,
        "count_qualifier": "exact" if people else None,
        "group": "military" if people else None,
        "nationality": [],
        "origin": STATES[number % len(STATES)],
        "agents": [],
        "mediators": ["AE"] if number % 3 == 0 else [],
        "n_mentions": 1,
        "n_articles": 1,
        "first_reported": "2026-01-01",
        "cohort_id": f"c-{number // 2}" if people else None,
        "contradictions": [],
        "known_releases": [],
        "review": "machine",
    }


def _mention(number: int, event: dict[str, Any]) -> dict[str, Any]:
    own = {"mention_id": f"m-{number}", "article_id": "a", "trigger": "обмін", "trigger_start": 0, "trigger_end": 5}
    slots = {name: value for name, value in event.items() if name in _MENTION}
    return {**slots, **own, "quote_id": f"q-{number}" if number % 2 else None, "rule": "made up"}


def _quote(number: int) -> dict[str, Any]:
    day = _day(number) if number % 3 else None
    return {
        "quote_id": f"q-{number}",
        "article_id": "a",
        "kind": "direct",
        "text": "Робота триває щодня, і ми повернемо кожного",
        "start": 0,
        "end": 43,
        "speaker": PEOPLE[number % len(PEOPLE)],
        "act": ACTS[number % len(ACTS)],
        "date": day and day.isoformat(),
        "date_earliest": day,
        "date_latest": day,
        "date_basis": "stated" if day else "none",
        "rule": "made up",
        "review": "machine",
    }


def _known(number: int) -> dict[str, Any]:
    count = number % 300 or None
    return {
        "release_id": f"k-{number}",
        "date": _day(number),
        "date_precision": "day",
        "released_total": count,
        "released_low": count,
        "released_high": count,
        "group": "military",
        "origin": [STATES[number % 3]],
        "destination": ["UA"],
        "mediators": [],
        "source_url": [],
        "kind": "exchange",
        "verified": "yes",
    }


if __name__ == "__main__":
    main()
