"""Mentions become events: what the claims of one event say together."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from dodomu.models import Article, Event, Mention, event_id, vocabulary
from dodomu.resolve.claims import SETTLED, UNSPECIFIC_GROUPS, groups_differ, union
from dodomu.resolve.days import date_of
from dodomu.resolve.numbers import Taken, number_of, take_together

_REVIEWS = ("machine", "read", "read_twice")
_MOST_SETTLED_FIRST = (*SETTLED, "planned", "called_for", "denied")


def event_of(mentions: Sequence[Mention], articles: Mapping[str, Article], *, summands: Collection[int] = ()) -> Event:
    """Take together what the mentions of one event say.

    Every claim stays as it is among the mentions; the event has what they say together:

    - **count**: where all claims can be true, the most exact (123 over «понад 100»), with its bounds. Where they
      cannot, none: `count` is null, `count_low` and `count_high` are the smallest and the largest figure claimed, and
      `contradictions` names the count. A mean of what two sides claim would be a number that nobody claims, and to
      choose a side is not for a program. What was planned or denied has no say in how many became free once
      somebody tells it as done.
    - **date**: the narrowest; where claims exclude each other, all days between them.
    - **status**: what came about, though it was planned before, has occurred; what was planned and is denied has
      not. What is told as done and denied is told as done and named as contradicted.
    - **confidence**: that of the surest claim: it is enough that one of them is right.
    - **group**: the most telling that a claim of what is done gives, else any claim. **Lists** are joined. Anything
      else is what the first claim says.

    Parameters
    ----------
    mentions
        The mentions of the event, the first one first: the event takes its id.
    articles
        The articles they stand in, by id.
    summands
        The numbers that a claim adds up: of 185 soldiers and 20 civilians. One who counts the soldiers alone
        contradicts nobody.
    """
    first = mentions[0]
    settled = [mention for mention in mentions if mention.status in SETTLED]
    agents = union(mention.agents for mention in mentions)
    plover, cameo = vocabulary.codes(first.type, len(agents))
    dates, dates_differ = date_of(_with("date", settled) or mentions)
    taken = _number(mentions, settled, summands)
    status, status_differs = _status(mentions)
    differing = {
        "status": status_differs,
        "date": dates_differ,
        "count": taken.contradicted,
        "group": _groups_contradict(settled),
        "mediators": _mediators_contradict(settled),
    }
    return Event(
        event_id=event_id(first.mention_id),
        type=first.type,
        family=vocabulary.family(first.type),
        status=status,
        **dates,
        **_count_slots(taken),
        group=_group(settled) or _group(mentions),
        nationality=union(mention.nationality for mention in mentions),
        origin=_first(mentions, "origin"),
        destination=_first(mentions, "destination"),
        place=_first(mentions, "place"),
        agents=agents,
        mediators=union(mention.mediators for mention in mentions),
        n_mentions=len(mentions),
        n_articles=len({mention.article_id for mention in mentions}),
        first_reported=_first_reported(mentions, articles),
        contradictions=[field for field, contradicted in differing.items() if contradicted],
        plover=plover,
        cameo=cameo,
        confidence=max((one.confidence for one in mentions if one.confidence is not None), default=None),
        review=min((mention.review for mention in mentions), key=_REVIEWS.index),
    )


def _with(slot: str, mentions: Sequence[Mention]) -> list[Mention]:
    return [mention for mention in mentions if getattr(mention, slot) is not None]


def _status(mentions: Sequence[Mention]) -> tuple[str, bool]:
    """What was planned and came about has occurred; what was planned and is denied did not come about.

    Sources contradict each other where one tells as done, or another one as planned, what is denied.
    """
    told = {mention.status for mention in mentions}
    status = min(told, key=_MOST_SETTLED_FIRST.index)
    if "denied" not in told or len(told) == 1:
        return status, False
    if told & set(SETTLED):
        return status, True
    sources = {(mention.article_id, mention.asserted_by) for mention in mentions if mention.status == "denied"}
    others = {(mention.article_id, mention.asserted_by) for mention in mentions if mention.status != "denied"}
    return "denied", not others <= sources


def _number(mentions: Sequence[Mention], settled: Sequence[Mention], summands: Collection[int]) -> Taken:
    """A plan that turned out otherwise is kept among the claims, and contradicts nobody."""
    exchange = mentions[0].type == "exchange"
    undenied = [mention for mention in mentions if mention.status != "denied"]
    for told in (settled, undenied, mentions):
        whole = [mention for mention in told if not _counts_some(mention, summands)]
        numbers = [number for number in map(number_of, whole) if number]
        if numbers:
            return take_together(numbers, exchange=exchange)
    return Taken(None)


def _counts_some(mention: Mention, summands: Collection[int]) -> bool:
    return mention.count in summands and mention.group not in (None, *UNSPECIFIC_GROUPS)


def _count_slots(taken: Taken) -> dict[str, Any]:
    if taken.number is None:
        return {}
    return {
        "count": taken.number.count,
        "count_low": taken.number.low,
        "count_high": taken.number.high,
        "count_qualifier": taken.number.qualifier,
    }


def _group(mentions: Sequence[Mention]) -> str | None:
    """Take the most telling: soldiers rather than a mixture, a mixture rather than people."""
    said = [mention.group for mention in mentions if mention.group]
    return min(said, key=lambda group: (group == "people", group in UNSPECIFIC_GROUPS), default=None)


def _groups_contradict(mentions: Sequence[Mention]) -> bool:
    """Soldiers alone are no mixture, except that «обмін полоненими» says soldiers whatever it means."""
    said = {mention.group for mention in mentions if mention.type != "exchange"}
    apart = any(groups_differ(one, other) for one in said for other in said)
    return apart or {"mixed", "military"} <= said or {"mixed", "children"} <= said


def _mediators_contradict(mentions: Sequence[Mention]) -> bool:
    """Articles that credit others, and nobody in common, differ; one that credits nobody does not."""
    credited: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.mediators:
            credited.setdefault(mention.article_id, set()).update(mention.mediators)
    distinct = list(dict.fromkeys(map(frozenset, credited.values())))
    return any(not one & other for at, one in enumerate(distinct[:_MOST]) for other in distinct[at + 1 : _MOST])


_MOST = 50
"""Of so many sets of mediators, two that differ are found or there are none."""


def _first(mentions: Sequence[Mention], slot: str) -> str | None:
    return next((value for mention in mentions if (value := getattr(mention, slot)) is not None), None)


def _first_reported(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> str | None:
    dated = [
        article for article_id in {m.article_id: None for m in mentions} if (article := articles[article_id]).published
    ]
    by_time = sorted(
        dated,
        key=lambda article: (
            article.published_latest is None,
            article.published_latest or article.published_earliest,
            article.published,
        ),
    )
    return by_time[0].published if by_time else None
