"""What a check says of facts and figures, in Ukrainian and English."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dodomu.charts.dates import date_text, day_text
from dodomu.charts.labels import country, how_many, number
from dodomu.charts.labels import words as labels
from dodomu.check.case import Outcome
from dodomu.check.compare import Figure
from dodomu.check.facts import Fact
from dodomu.resolve.numbers import Number

LANGUAGES = ("uk", "en")


@cache
def words(lang: str) -> dict[str, Any]:
    """Load what a check says in one language."""
    return tomllib.loads((files(__package__) / "words" / f"{lang}.toml").read_text(encoding="utf-8"))


def why(figure: Figure, outcome: Outcome, lang: str) -> str:
    """Say why a figure was judged so."""
    facts, key = outcome.facts, outcome.why
    between = key == "disputed" and figure.number.exact not in facts[0].exacts
    params = {
        "draft": draft_value(figure, outcome.field or "count", lang) or "",
        "known": data_value(facts[0], outcome.field or "count", lang) if facts else "",
        "what": told(facts[0], lang) if facts else "",
        "second": told(facts[1], lang) if len(facts) > 1 else "",
        "second_number": _numbers(facts[1], lang) if len(facts) > 1 else "",
        "all": "; ".join(told(fact, lang) for fact in facts),
        "versions": _numbers(facts[0], lang) if facts else "",
        "parts": _parts(figure, outcome, lang),
    }
    if key in ("citizens", "other_citizens"):
        params["draft"] = _number(figure.number)
    said = words(lang)["why"]["disputed_between" if between else key].format_map(params)
    differing = [name for name in (facts[0].row.get("contradictions") or []) if name != "count"] if facts else []
    if outcome.verdict != "agrees" or not differing:
        return said
    names = ", ".join(labels(lang)["field"].get(name, name) for name in differing)
    return f"{said} {words(lang)['sources_differ'].format(fields=names)}"


def told(fact: Fact, lang: str) -> str:
    """Say a fact in a line: what, how many, when, from where to where."""
    say = labels(lang)
    row = fact.row
    if fact.table == "events":
        people = how_many(lang, row["group"], row["count"], row["count_qualifier"], row["count_low"], row["count_high"])
    else:
        people = _people(fact, lang)
    where = " → ".join(
        "/".join(country(code, lang) for code in sorted(codes)) for codes in (fact.origins, fact.destinations) if codes
    )
    status = "" if fact.is_settled else words(lang)["status"][fact.status]
    head = ", ".join(part for part in (say["type"][fact.type], status) if part)
    return ", ".join(part for part in (f"{head}: {people}" if people else head, _when(fact, lang), where) if part)


def _people(fact: Fact, lang: str) -> str:
    """Say how many a row of the reference counts, and who: 7 або 8 дітей."""
    if not fact.exacts:
        return labels(lang)["group_alone"][fact.group or "people"]
    *others, last = sorted(fact.exacts)
    return words(lang)["or"].join([*map(number, others), how_many(lang, fact.group, last, "exact")])


def draft_value(figure: Figure, field: str, lang: str) -> str | None:
    """Say what the draft has in a column."""
    mention = figure.mention
    if field == "count":
        return _number(figure.number) if figure.number else None
    if field == "date":
        return date_text(mention.date, lang, mention.date_extent) if mention.date else None
    return _value(field, getattr(mention, field), lang)


def data_value(fact: Fact, field: str, lang: str) -> str:
    """Say what the data has in a column."""
    if field == "count":
        return _numbers(fact, lang)
    if field == "date":
        return _when(fact, lang)
    values = {
        "origin": sorted(fact.origins),
        "destination": sorted(fact.destinations),
        "nationality": sorted(fact.nationality),
        "group": fact.group,
        "status": fact.status,
    }
    return _value(field, values[field], lang) or labels(lang)["claims"]["silent"]


def _value(field: str, value: Any, lang: str) -> str:
    if field == "status":
        return words(lang)["status"][value]
    if field == "group":
        return labels(lang)["group_alone"][value or "people"]
    codes = value if isinstance(value, list) else [value] if value else []
    return ", ".join(country(code, lang) for code in codes)


def _when(fact: Fact, lang: str) -> str:
    row = fact.row
    if fact.table == "known_releases":
        precision = {"day": 10, "month": 7, "year": 4}[row["date_precision"]]
        return date_text(row["date"].isoformat()[:precision], lang)
    if row["date"]:
        return date_text(row["date"], lang, row["date_extent"])
    if fact.borrowed and fact.window.day:
        return day_text(fact.window.day, lang)
    return ""


def _parts(figure: Figure, outcome: Outcome, lang: str) -> str:
    """Give the numbers that make up a sum: 157 + 160; twice one of them where that is what the draft has."""
    if not outcome.why.startswith(("both_sides", "sum")):
        return ""
    number_ = figure.number.exact
    if outcome.sum and outcome.sum.low <= number_ <= outcome.sum.high:
        return " + ".join(_numbers(part, lang) for part in outcome.facts)
    return f"2 × {number(number_ // 2)}"


def _numbers(fact: Fact, lang: str) -> str:
    """Give the figures that sources name, each once: 189 або 150."""
    if fact.disputed:
        return words(lang)["or"].join(number(n) for n in fact.exacts)
    ranges = [one for one in fact.numbers if one.count is None]
    if ranges and not fact.exacts:
        return _number(ranges[0])
    best = next((one for one in fact.numbers if one.exact is not None), None) or next(iter(fact.numbers), None)
    if best is None:
        return ""
    if best.exact is not None:
        return number(best.exact)
    pattern = labels(lang)["count"][best.qualifier or "exact"]
    return pattern.format(n=number(best.count), noun="").strip()


def _number(one: Number) -> str:
    return number(one.count) if one.count is not None else f"{one.low}–{one.high}"
