"""Whole date texts in Ukrainian and English, computed from EDTF: no locale of the machine has a say."""

from datetime import date

from dodomu.charts.labels import words
from dodomu.models.edtf import Span, parse

_QUALIFIERS = "?~%"


def date_text(value: str, lang: str, extent: str | None = "point") -> str:
    """Say a date of the dataset in words.

    Parameters
    ----------
    extent
        ``point``: once, somewhere within the bounds; ``span`` or ``total``: from bound to bound.

    Examples
    --------
    >>> date_text("2025-11-22", "uk"), date_text("2025-11-22", "en")
    ('22 листопада 2025', '22 November 2025')
    >>> date_text("2025-02", "uk"), date_text("2025-02", "uk", "span")
    ('у лютому 2025', 'лютий 2025')
    >>> date_text("../2025-12-31", "uk"), date_text("2025-03/2025-05", "uk")
    ('не пізніше 31 грудня 2025', 'між березнем та травнем 2025')
    >>> date_text("2025-12-08/2025-12-14", "en"), date_text("2025-12-13?", "en")
    ('between 8 and 14 December 2025', '13 December 2025 (uncertain)')
    >>> date_text("2022~", "uk")
    'приблизно 2022 рік'
    """
    span, say = parse(value), words(lang)["date"]
    once = extent == "point" or extent is None
    if span.precision == "interval":
        text = _interval(value, span, lang, once)
    else:
        text = _single(value, lang, "within_" if once and not span.approximate else "")
    if span.approximate:
        text = say["approximate"].format(text=text)
    return say["uncertain"].format(text=text) if span.uncertain else text


def day_text(day: date, lang: str) -> str:
    """Say one day.

    Examples
    --------
    >>> day_text(date(2025, 12, 13), "uk")
    '13 грудня 2025'
    """
    return _single(day.isoformat(), lang)


def _single(value: str, lang: str, before: str = "", after: str = "") -> str:
    """Say a day, a month or a year; `before` and `after` choose the pattern where the case differs."""
    year, *rest = (int(part) for part in value.rstrip(_QUALIFIERS).split("-"))
    precision = ("year", "month", "day")[len(rest)]
    patterns = words(lang)["date"]
    pattern = patterns.get(f"{before}{precision}{after}", patterns[precision])
    cases = {case: names[rest[0] - 1] for case, names in words(lang)["months"].items()} if rest else {}
    return pattern.format(d=rest[-1] if rest else "", y=year, **cases)


def _interval(value: str, span: Span, lang: str, once: bool) -> str:
    say = words(lang)["date"]
    first, last = value.split("/")
    if span.earliest is None:
        return say["not_after" if once else "until"].format(b=_single(last, lang, after="_genitive"))
    if span.latest is None:
        return say["not_before" if once else "since"].format(a=_single(first, lang, after="_genitive"))
    case = "_instrumental" if once else "_genitive"
    a, b = _single(first, lang, after=case), _single(last, lang, after=case)
    return say["between" if once else "from_to"].format(a=_without_shared_tail(a, b), b=b)


def _without_shared_tail(first: str, last: str) -> str:
    """Drop the words at the end that both have: «8 грудня 2025» before «14 грудня 2025» is «8»."""
    head, tail = first.split(), last.split()
    if len(head) != len(tail):
        return first
    while len(head) > 1 and head[-1] == tail[-1]:
        head.pop()
        tail.pop()
    return " ".join(head)
