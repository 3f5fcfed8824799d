"""How accurate each column is: the figures measured on annotated articles, which the package carries with it."""

import json
from functools import cache
from importlib import resources

from dodomu.models import Mention, Quote

_STANDS_FOR = {
    "quotes": "quotes: a row for each quote",
    "quotes + speaker": "quotes: a row for each quote, with the right speaker",
    "events release": "mentions.type, trigger, trigger_start, trigger_end: a row for each mention of a release",
    "events context": "mentions.type, trigger, trigger_start, trigger_end: a row for each of its context",
    "speaker": "quotes.speaker",
    "kind": "quotes.kind",
    "exact span": "quotes.text, start, end",
}
_COVERED = {
    "quotes": {"speaker", "kind", "text", "start", "end"},
    "mentions": {"type", "trigger", "trigger_start", "trigger_end"},
}
BOOKKEEPING = {
    "quote_id", "mention_id", "event_id", "article_id", "speaker_id", "rule", "confidence", "note", "review", "curated",
    "date_earliest", "date_latest", "count_low", "count_high",
}  # fmt: skip


def accuracy() -> str:
    """Lay out the figures by column, in Markdown, and name the columns without one."""
    known = measured()
    rows = [
        f"| {_STANDS_FOR.get(what) or f'mentions.{slot(what)}, events.{slot(what)}'} | {_what(figure)} | "
        f"{figure['value']:.3f} | {figure['low']:.3f} to {figure['high']:.3f} | {figure['of']} |"
        for what, figure in known["figures"].items()
        if what in _STANDS_FOR or what.startswith("slot ")
    ]
    return "\n".join(
        [
            f"Measured on {known['articles']} articles that were written for the project in the manner of the press",
            "and annotated by hand. They were at hand while the rules were written, so expect less on others.",
            "",
            "| column | measured as | figure | 95 % interval | of |",
            "|---|---|---:|---|---:|",
            *rows,
            "",
            f"Not measured: {', '.join(_unmeasured(known['figures']))}; nor how mentions are joined to events.",
        ]
    )


def slot(what: str) -> str:
    """Give the column that a figure is of.

    >>> slot("slot count")
    'count'
    """
    return what.removeprefix("slot ")


def _what(figure: dict) -> str:
    return "F1" if figure.get("precision") is not None else "share right"


def _unmeasured(figures: dict) -> list[str]:
    slots = {slot(what) for what in figures}
    found = []
    for name, model in (("quotes", Quote), ("mentions", Mention)):
        covered = _COVERED[name] | BOOKKEEPING | (slots if name == "mentions" else set())
        found += [f"{name}.{column}" for column in model.columns() if column not in covered]
    return found


@cache
def measured() -> dict:
    """Give the figures, by what they are of."""
    return json.loads(resources.files(__package__).joinpath("measured.json").read_text("utf-8"))
