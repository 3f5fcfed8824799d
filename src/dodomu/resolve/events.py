"""Mentions become events: which mentions speak of one event, and what they say of it together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dodomu.models import Article, Event, Mention, event_id, vocabulary
from dodomu.resolve.claims import SETTLED, UNSPECIFIC_GROUPS, core, number, of_other_people, people, union
from dodomu.resolve.rules import Verdict, decide


def in_another_article(a: Mention, b: Mention) -> bool | None:
    """Only mentions of one article are joined so far."""
    return False if a.article_id != b.article_id else None


def of_another_type(a: Mention, b: Mention) -> bool | None:
    """A pardon and the release that follows are two events, though of the same people."""
    return False if a.type != b.type else None


def of_others(a: Mention, b: Mention) -> bool | None:
    """People from elsewhere, to elsewhere or of another kind: the two directions of an exchange, for one."""
    return False if of_other_people(a, b) else None


def with_nothing_to_go_by(a: Mention, b: Mention) -> bool | None:
    """Two mentions that give neither date nor number have nothing that shows them to be one."""
    return None if _tells(a) or _tells(b) else False


def date_and_number_agree(a: Mention, b: Mention) -> bool | None:
    """The same type, date and number in one article is one event told twice."""
    return True if core(a.date) == core(b.date) and number(a) == number(b) else None


SAME_EVENT = (
    in_another_article,
    of_another_type,
    of_others,
    with_nothing_to_go_by,
    date_and_number_agree,
)


def same_event(a: Mention, b: Mention) -> Verdict:
    """Judge whether two mentions speak of one event."""
    return decide(SAME_EVENT, a, b) or Verdict(False, "differing", "They differ in date or number.")


def _tells(mention: Mention) -> bool:
    return any(value is not None for value in (mention.date, *number(mention)))


@dataclass
class _Gathered:
    """The mentions of one event so far; of those that say the same of the people, `distinct` has the first."""

    mentions: list[Mention] = field(default_factory=list)
    distinct: dict[tuple, Mention] = field(default_factory=dict)

    def takes(self, mention: Mention) -> bool:
        return all(same_event(one, mention).value for one in self.distinct.values())

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.distinct.setdefault(people(mention), mention)


def group_mentions(mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Group mentions by the event they speak of, in the order of their first mentions.

    A mention joins an event when it agrees with all that are there already.
    """
    events: list[_Gathered] = []
    # Only mentions alike in this can be one event; no more pairs are judged than need be,
    # for an article may have a hundred thousand mentions.
    alike: dict[tuple, list[_Gathered]] = {}
    for mention in mentions:
        candidates = alike.setdefault((mention.article_id, mention.type, core(mention.date), number(mention)), [])
        event = next((each for each in candidates if each.takes(mention)), None)
        if event is None:
            event = _Gathered()
            events.append(event)
            if _tells(mention):
                candidates.append(event)
        event.add(mention)
    return [event.mentions for event in events]


def event_of(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> Event:
    """Take together what the mentions of one event say."""
    first = mentions[0]
    agents = union(mention.agents for mention in mentions)
    plover, cameo = vocabulary.codes(first.type, len(agents))
    dated = next((mention for mention in mentions if mention.date and mention.date == core(mention.date)), first)
    counted = min(mentions, key=lambda mention: _EXACTNESS.get(mention.count_qualifier, len(_EXACTNESS)))
    status, contradictions = _status(mentions)
    return Event(
        event_id=event_id(first.mention_id),
        type=first.type,
        family=vocabulary.family(first.type),
        status=status,
        **{name: getattr(dated, name) for name in ("date", "date_earliest", "date_latest", "date_extent")},
        date_basis=min((mention.date_basis for mention in mentions), key=_BASES.index),
        **{name: getattr(counted, name) for name in ("count", "count_low", "count_high", "count_qualifier")},
        group=_group(mentions),
        nationality=union(mention.nationality for mention in mentions),
        origin=_first(mentions, "origin"),
        destination=_first(mentions, "destination"),
        place=_first(mentions, "place"),
        agents=agents,
        mediators=union(mention.mediators for mention in mentions),
        n_mentions=len(mentions),
        n_articles=len({mention.article_id for mention in mentions}),
        first_reported=_first_reported(mentions, articles),
        contradictions=contradictions,
        plover=plover,
        cameo=cameo,
        review=min((mention.review for mention in mentions), key=_REVIEWS.index),
    )


_EXACTNESS = {"exact": 0, "at_least": 1, "at_most": 1, "approximate": 2}
_BASES = ("stated", "relative", "inherited", "none")
_REVIEWS = ("machine", "read", "read_twice")
_MOST_SETTLED_FIRST = (*SETTLED, "planned", "called_for", "denied")


def _status(mentions: Sequence[Mention]) -> tuple[str, list[str]]:
    """What came about was planned before, which is no contradiction; what is denied and told as a fact is one."""
    told = {mention.status for mention in mentions}
    status = min(told, key=_MOST_SETTLED_FIRST.index)
    return status, ["status"] if "denied" in told and len(told) > 1 else []


def _group(mentions: Sequence[Mention]) -> str | None:
    """Take the most telling: soldiers rather than a mixture, a mixture rather than people."""
    said = [mention.group for mention in mentions if mention.group]
    return min(said, key=lambda group: (group == "people", group in UNSPECIFIC_GROUPS), default=None)


def _first(mentions: Sequence[Mention], slot: str) -> str | None:
    return next((value for mention in mentions if (value := getattr(mention, slot)) is not None), None)


def _first_reported(mentions: Sequence[Mention], articles: Mapping[str, Article]) -> str | None:
    dated = [
        article for article_id in {m.article_id: None for m in mentions} if (article := articles[article_id]).published
    ]
    by_time = sorted(dated, key=lambda article: (article.published_latest is None, article.published_latest))
    return by_time[0].published if by_time else None
