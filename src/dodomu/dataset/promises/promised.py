"""Promises: events planned or called for, plans kept among the claims of what came about, words that promise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dodomu.dataset.promises.deeds import DONE, FULFIL
from dodomu.models.edtf import bounds

KINDS = ("promise", "order", "request", "plan", "call")

Rows = Sequence[dict[str, Any]]

_STATUS = {"planned": "plan", "called_for": "call"}
_ACTS = ("promise", "order")
_NEAR = 400
"""How far before a quote the word that orders it may stand, in characters."""


@dataclass(frozen=True)
class Promise:
    """A promise with what its fulfilment must be like.

    Attributes
    ----------
    row
        What the ledger says of it.
    slots
        What was promised.
    came_about
        The event that the claims join it with: what was planned and then occurred is one event.
    """

    row: dict[str, Any]
    slots: Mapping[str, Any]
    came_about: Mapping[str, Any] | None = None

    @property
    def deadline(self) -> date | None:
        return self.row["deadline_latest"]

    @property
    def made(self) -> tuple[date | None, date | None]:
        """The first and the last day on which it may have been made."""
        return self.row["made_earliest"], self.row["made_latest"]


def promised(ds: Any) -> Iterator[Promise]:
    """Take planned and called-for events, and plans that came about; then promises and orders that none of them holds.

    Last come orders told of without their words.
    """
    articles = {row["article_id"]: row for row in ds.articles.to_dicts()}
    quotes = {row["quote_id"]: row for row in ds.quotes.to_dicts()}
    events = ds.events.to_dicts()
    mentions: dict[str, Rows] = {}
    for mention in ds.mentions.to_dicts():
        mentions.setdefault(mention["event_id"], []).append(mention)
    taken: set[str] = set()
    for event in events:
        own = mentions.get(event["event_id"], [])
        for claims, came_about in _plans(event, own):
            said = next((quotes[one["quote_id"]] for one in claims if one["quote_id"] in quotes), None)
            taken |= {one["quote_id"] for one in claims if one["quote_id"]}
            yield _of_claim(claims[0], said, articles, event) if came_about else _of_event(event, said, own, articles)
    for quote in quotes.values():
        if quote["act"] in _ACTS and quote["quote_id"] not in taken:
            yield _of_quote(quote, articles)
    orders: dict[tuple[str, str], list[int]] = {}
    for quote in quotes.values():
        if quote["act"] in _ACTS:
            orders.setdefault((quote["article_id"], quote["cue"]), []).append(quote["start"])
    for event in events:
        own = mentions.get(event["event_id"], [])
        if (
            event["type"] == "order"
            and event["status"] in DONE
            and not any(one["quote_id"] in taken or _brings_in(one, orders) for one in own)
        ):
            yield _of_event(event, None, own, articles)


def _plans(event: Mapping[str, Any], mentions: Rows) -> Iterator[tuple[Rows, bool]]:
    """Give the claims of each plan that an event is or holds, and whether it came about.

    Of an event that came about every deadline named is a promise; a claim that names none is of one that does.
    """
    if event["type"] not in FULFIL:
        return
    if event["status"] in _STATUS:
        yield mentions, False
    elif event["status"] in DONE:
        plans = [one for one in mentions if one["status"] in _STATUS]
        undated = [one for one in plans if not one["date"]]
        for deadline in dict.fromkeys(one["date"] for one in plans if one["date"]):
            yield [*(one for one in plans if one["date"] == deadline), *undated], True
            undated = []
        if undated:
            yield undated, True


def _brings_in(mention: dict[str, Any], orders: Mapping[tuple[str, str], list[int]]) -> bool:
    """Tell whether the word that orders is the one that brings in a quote: then the quote is the order."""
    starts = orders.get((mention["article_id"], mention["trigger"]), ())
    return any(abs(start - mention["trigger_end"]) < _NEAR for start in starts)


def _of_event(event, said, mentions, articles) -> Promise:
    first = mentions[0] if mentions else {}
    return _of_slots(event, said, first, articles, event["first_reported"])


def _of_claim(claim, said, articles, came_about) -> Promise:
    return _of_slots(claim, said, claim, articles, None, came_about)


def _of_slots(slots, said, mention, articles, reported, came_about=None) -> Promise:
    """Make a promise of an event, or of the claim that an event which came about has of its plan."""
    article = articles.get(mention.get("article_id"), {})
    act = said["act"] if said and said["act"] in KINDS else None
    agents = slots["agents"] or []
    speaker = (said and said["speaker"]) or mention.get("asserted_by") or (agents[0] if len(agents) == 1 else None)
    row = {
        "promise_id": slots["mention_id"] if came_about else slots["event_id"],
        "kind": act or _STATUS.get(slots["status"], "order"),
        "event_id": slots["event_id"],
        "quote_id": said["quote_id"] if said else None,
        "article_id": mention.get("article_id"),
        "speaker": speaker,
        "text": said["text"] if said else None,
        "type": slots["type"],
        **_made(said, article, reported),
        "deadline": slots["date"] if slots["status"] in _STATUS else None,
        "deadline_latest": slots["date_latest"] if slots["status"] in _STATUS else None,
        "review": slots["review"],
    }
    return Promise(row, slots, came_about)


def _of_quote(quote, articles) -> Promise:
    row = {
        "promise_id": quote["quote_id"],
        "kind": quote["act"],
        "event_id": None,
        "quote_id": quote["quote_id"],
        "article_id": quote["article_id"],
        "speaker": quote["speaker"],
        "text": quote["text"],
        "type": None,
        **_made(quote, articles.get(quote["article_id"], {}), None),
        "deadline": None,
        "deadline_latest": None,
        "review": quote["review"],
    }
    return Promise(row, {})


def _made(said: dict[str, Any] | None, article: Mapping[str, Any], reported: str | None) -> dict[str, date | None]:
    """Give when it was said: the quote's own day, else that of the report, which is no earlier."""
    if said and said["date"]:
        return {"made_earliest": said["date_earliest"], "made_latest": said["date_latest"]}
    first, last = bounds(reported or article.get("published"))
    return {"made_earliest": first, "made_latest": last}
