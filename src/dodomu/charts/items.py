"""What a timeline shows: each event and each quote as one item, with its words and its honest form of time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dodomu.charts.dates import date_text, day_text
from dodomu.charts.labels import country, how_many, number, words
from dodomu.charts.quotation import quoted
from dodomu.charts.theme import SHAPES
from dodomu.models.edtf import bounds, parse
from dodomu.uk.latin import latin_name

_BEFORE, _AFTER = 60, 90
"""How many characters about a trigger tell what it is about."""

_NAMED = 3
"""So many of those who speak of an event, or of the events a statement speaks of, are named."""

_PLACE = {name: place for place, name in enumerate(SHAPES)}

Form = Literal["day", "box", "bar", "total", "open", "none"]


@dataclass(frozen=True)
class Item:
    """One event or quote, ready to be placed.

    Attributes
    ----------
    lane
        What gives it colour and shape: ``release``, ``context``, ``statement``; an act; an outcome.
    kind
        The type of an event; ``statement`` for a quote.
    form
        How its time is drawn: a known day, a box of bounds, a bar that lasted, a total, open at one end, or none.
    doubtful
        Whether the date is marked as uncertain or approximate.
    reported
        The last day on which it can have been reported; it bounds what has no date.
    about
        What a statement speaks of, or who speaks of an event.
    """

    id: str
    lane: str
    kind: str
    head: str
    detail: str
    form: Form
    doubtful: bool
    earliest: date | None
    latest: date | None
    when: str
    reported: date | None
    url: str | None
    review: str
    about: str = ""

    @property
    def dated(self) -> bool:
        """Whether it has a place on the axis of time."""
        return self.form != "none"

    def report_order(self) -> tuple[date, int]:
        """Give the place of what has no date: by the day of its report, releases first."""
        return self.reported or date.max, _PLACE[self.lane]

    def order(self) -> tuple[date, date, str]:
        """Give the place in time, the start first; an open start counts from its end."""
        first = self.earliest or self.latest
        return first, self.latest or date.max, self.lane


def items_of(ds: Any, lang: str) -> list[Item]:
    """Gather every event and every quote of a dataset, dated ones first, in their order in time.

    Those without a date follow the day of their report and their order in the tables.
    """
    found = [*_events(ds, lang), *(item for _, item in quote_items(ds, lang))]
    dated = sorted((item for item in found if item.dated), key=Item.order)
    undated = sorted((item for item in found if not item.dated), key=Item.report_order)
    return dated + undated


def _events(ds: Any, lang: str) -> Iterator[Item]:
    events = ds.events.to_dicts()
    firsts, speakers = first_mentions(ds), _speakers(ds)
    heads = {event["event_id"]: event_head(event, lang) for event in events}
    names = spoken_names(ds, lang)
    for event in events:
        article, trigger = firsts.get(event["event_id"], ({}, ""))
        yield Item(
            id=event["event_id"],
            lane=event["family"],
            kind=event["type"],
            head=heads[event["event_id"]],
            detail=_event_detail(event, heads, names, lang) or trigger,
            about=_told_by(speakers.get(event["event_id"], {}), names, lang),
            **_time(event, event["date_extent"], lang),
            reported=bounds(event["first_reported"])[1] or article.get("published_latest"),
            url=web_address(article.get("url")),
            review=event["review"],
        )


def quote_items(ds: Any, lang: str) -> Iterator[tuple[dict[str, Any], Item]]:
    """Give every quote with its item, in the order of the table."""
    articles = {article["article_id"]: article for article in ds.articles.to_dicts()}
    names = spoken_names(ds, lang)
    say = words(lang)["detail"]
    spoken_of = _spoken_of(ds, lang)
    for quote in ds.quotes.to_dicts():
        article = articles.get(quote["article_id"], {})
        speaker = quote["speaker"]
        item = Item(
            id=quote["quote_id"],
            lane="statement",
            kind="statement",
            head=names.get(speaker, speaker) if speaker else say["nobody"],
            detail=f"{say['paraphrase']}: {quote['text']}" if quote["kind"] == "indirect" else quoted(quote["text"]),
            about=_speaks_of(spoken_of.get(quote["quote_id"], ()), lang),
            **_time(quote, "point", lang),
            reported=article.get("published_latest"),
            url=web_address(article.get("url")),
            review=quote["review"],
        )
        yield quote, item


def _speakers(ds: Any) -> dict[str, dict[str, None]]:
    """Give the speakers in whose quotes each event is told of."""
    spoken = {quote["quote_id"]: quote["speaker"] for quote in ds.quotes.to_dicts()}
    found: dict[str, dict[str, None]] = {}
    for mention in ds.mentions.to_dicts():
        if speaker := spoken.get(mention["quote_id"]):
            found.setdefault(mention["event_id"], {})[speaker] = None
    return found


def _spoken_of(ds: Any, lang: str) -> dict[str, dict[str, None]]:
    """Give the heads of the events that each quote tells of."""
    events = {event["event_id"]: event for event in ds.events.to_dicts()}
    found: dict[str, dict[str, None]] = {}
    for mention in ds.mentions.to_dicts():
        if mention["quote_id"] and mention["event_id"] in events:
            found.setdefault(mention["quote_id"], {})[event_head(events[mention["event_id"]], lang)] = None
    return found


def _told_by(speakers: Iterable[str], names: dict[str, str], lang: str) -> str:
    told = [names.get(speaker, speaker) for speaker in speakers]
    return f"{words(lang)['detail']['told_by']}: {_few(told, lang)}" if told else ""


def _speaks_of(heads: Iterable[str], lang: str) -> str:
    told = list(heads)
    return f"{words(lang)['detail']['speaks_of']}: {_few(told, lang)}" if told else ""


def _few(told: list[str], lang: str) -> str:
    listed = "; ".join(told[:_NAMED])
    if len(told) > _NAMED:
        listed += " " + words(lang)["footer"]["more"].format(n=number(len(told) - _NAMED))
    return listed


def _time(row: dict[str, Any], extent: str | None, lang: str) -> dict[str, Any]:
    if row["date"] is None:
        return {"form": "none", "doubtful": False, "earliest": None, "latest": None, "when": ""}
    span = parse(row["date"])
    return {
        "form": _form(span.earliest, span.latest, extent),
        "doubtful": span.uncertain or span.approximate,
        "earliest": span.earliest,
        "latest": span.latest,
        "when": date_text(row["date"], lang, extent),
    }


def _form(earliest: date | None, latest: date | None, extent: str | None) -> Form:
    if earliest is None or latest is None:
        return "open"
    if extent == "total":
        return "total"
    if earliest == latest:
        return "day"
    return "bar" if extent == "span" else "box"


def event_head(event: dict[str, Any], lang: str, status: bool = True) -> str:
    """Say what an event is, how many people and who, and its status where it did not simply happen."""
    say = words(lang)
    head = say["type"][event["type"]]
    people = how_many(
        lang, event["group"], event["count"], event["count_qualifier"], event["count_low"], event["count_high"]
    )
    if people:
        head += f": {people}"
    told = say["status"].get(event["status"]) if status else None
    return f"{head} ({told})" if told else head


def route(event: dict[str, Any], lang: str) -> str:
    """Say from where to where people came."""
    say = words(lang)["detail"]
    ends = ((say[name], event[name]) for name in ("origin", "destination"))
    return " · ".join(f"{name}: {country(code, lang)}" for name, code in ends if code)


def _event_detail(event: dict[str, Any], heads: dict[str, str], names: dict[str, str], lang: str) -> str:
    say = words(lang)["detail"]

    def named(values: list[str] | None) -> str:
        return ", ".join(names.get(value, country(value, lang)) for value in values or [])

    parts = {
        "origin": named([event["origin"]] if event["origin"] else []),
        "destination": named([event["destination"]] if event["destination"] else []),
        "place": event["place"] or "",
        "agents": named(event["agents"]),
        "mediators": named(event["mediators"]),
        "part_of": heads.get(event["part_of"], ""),
        "contradictions": ", ".join(words(lang)["field"].get(name, name) for name in event["contradictions"] or []),
    }
    return " · ".join(f"{say[name]}: {value}" for name, value in parts.items() if value)


def first_mentions(ds: Any) -> dict[str, tuple[dict[str, Any], str]]:
    """Give the article of each event's first mention, and the words around the trigger there."""
    articles = {article["article_id"]: article for article in ds.articles.to_dicts()}
    first: dict[str, tuple[dict[str, Any], str]] = {}
    for mention in ds.mentions.to_dicts():
        if mention["event_id"] not in first:
            article = articles.get(mention["article_id"], {})
            first[mention["event_id"]] = article, around(article.get("text"), mention)
    return first


def around(text: str | None, mention: dict[str, Any]) -> str:
    """Quote the words of one line about a trigger, whole words only; the trigger alone where the text is not shared."""
    if text is None:
        return quoted(mention["trigger"])
    start, end = mention["trigger_start"], mention["trigger_end"]
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    line_before, line_after = before.rpartition("\n")[2], after.partition("\n")[0]
    cut_before, cut_after = len(line_before) == _BEFORE, len(line_after) == _AFTER
    if cut_before:
        line_before = "…" + line_before.partition(" ")[2]
    if cut_after:
        line_after = line_after.rpartition(" ")[0].rstrip(" ,.;:–—-(«") + "…"
    return quoted((line_before + text[start:end] + line_after).strip())


def spoken_names(ds: Any, lang: str) -> dict[str, str]:
    """Give the names of actors as the language writes them, where they differ; persons without one by their letters."""
    if lang == "uk":
        return {}
    actors = ds.actors.to_dicts()
    named = [actor["name"] for actor in actors if actor["kind"] == "person" and actor["name"][:1].isupper()]
    spelt = {name: latin_name(name) for name in named}
    return spelt | {actor["name"]: actor["name_en"] for actor in actors if actor["name_en"]}


def web_address(url: str | None) -> str | None:
    """Keep http and https only: any other scheme breaks the export of images, or runs as a script."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


def reported_text(day: date | None, lang: str) -> str:
    """Say until when something without a date was reported.

    Examples
    --------
    >>> reported_text(date(2025, 12, 13), "uk"), reported_text(None, "en")
    ('повідомлено до 13 грудня 2025', 'day of publication unknown')
    """
    say = words(lang)["chart"]
    return say["reported_by"].format(day=day_text(day, lang)) if day else say["reported_unknown"]
