"""Which mentions of one article speak of one event."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dodomu.models import Mention
from dodomu.resolve.claimed import Claim
from dodomu.resolve.claims import conflict, core, number, of_other_people, people
from dodomu.resolve.days import window_of
from dodomu.resolve.numbers import number_of
from dodomu.resolve.rules import Verdict, decide
from dodomu.resolve.tellings import Telling


def in_another_article(a: Claim, b: Claim) -> bool | None:
    """What two articles tell is judged by what both say in full."""
    return False if a.mention.article_id != b.mention.article_id else None


def of_another_type(a: Claim, b: Claim) -> bool | None:
    """A pardon and the release that follows are two events, though of the same people."""
    return False if a.mention.type != b.mention.type else None


def of_others(a: Claim, b: Claim) -> bool | None:
    """People from elsewhere, to elsewhere or of another kind: the two directions of an exchange, for one."""
    return False if of_other_people(a.mention, b.mention) else None


def of_another_person(a: Claim, b: Claim) -> bool | None:
    """Two who are named are two, though each is counted as one."""
    return False if a.person and b.person and not (a.person <= b.person or b.person <= a.person) else None


def called_for_and_told(a: Claim, b: Claim) -> bool | None:
    """What somebody asked for is another thing than what came about."""
    return False if (a.mention.status == "called_for") != (b.mention.status == "called_for") else None


def by_others(a: Claim, b: Claim) -> bool | None:
    """Talks of one day between others are other talks."""
    agents = a.mention.agents, b.mention.agents
    context = a.mention.type in ("negotiation", "agreement", "order", "exercise", "sanctions_relief", "reconnaissance")
    return False if context and conflict(*agents) and not set(agents[0]) & set(agents[1]) else None


def with_nothing_to_go_by(a: Claim, b: Claim) -> bool | None:
    """Two mentions that give neither date nor number have nothing that shows them to be one."""
    return None if _tells(a.mention) or _tells(b.mention) else False


def with_a_vague_date_alone(a: Claim, b: Claim) -> bool | None:
    """Without a number, a month or a season shows nothing where one is told as done and the other otherwise."""
    vague = number_of(a.mention) is None and not (window_of(a.mention) and window_of(a.mention).day)
    return False if vague and a.mention.status != b.mention.status else None


def date_and_number_agree(a: Claim, b: Claim) -> bool | None:
    """The same type, date and number in one article is one event told twice."""
    return True if core(a.mention.date) == core(b.mention.date) and number(a.mention) == number(b.mention) else None


SAME_EVENT = (
    in_another_article,
    of_another_type,
    of_others,
    of_another_person,
    called_for_and_told,
    by_others,
    with_nothing_to_go_by,
    with_a_vague_date_alone,
    date_and_number_agree,
)


def same_event(a: Claim, b: Claim) -> Verdict:
    """Judge whether two mentions of an article speak of one event."""
    return decide(SAME_EVENT, a, b) or Verdict(False, "differing", "They differ in date or number.")


def _tells(mention: Mention) -> bool:
    return any(value is not None for value in (mention.date, *number(mention)))


@dataclass
class _Gathered:
    """The mentions of one event so far; of those that say the same of the people, `distinct` has the first."""

    claims: list[Claim] = field(default_factory=list)
    distinct: dict[tuple, Claim] = field(default_factory=dict)

    def takes(self, claim: Claim) -> bool:
        return all(same_event(one, claim).value for one in self.distinct.values())

    def add(self, claim: Claim) -> None:
        self.claims.append(claim)
        mention = claim.mention
        known = (*people(mention), claim.person, mention.status, tuple(mention.agents))
        self.distinct.setdefault(known, claim)


def tellings(claims: Sequence[Claim]) -> list[Telling]:
    """Gather the claims of each article by the event they speak of, in the order of their first mentions.

    A mention joins an event when it agrees with all that are there already.
    """
    events: list[_Gathered] = []
    # Only mentions alike in this can be one event; no more pairs are judged than need be,
    # for an article may have a hundred thousand mentions.
    alike: dict[tuple, list[_Gathered]] = {}
    for claim in claims:
        mention = claim.mention
        candidates = alike.setdefault((mention.article_id, mention.type, core(mention.date), number(mention)), [])
        event = next((each for each in candidates if each.takes(claim)), None)
        if event is None:
            event = _Gathered()
            events.append(event)
            if _tells(mention):
                candidates.append(event)
        event.add(claim)
    return [_telling(event.claims) for event in events]


def _telling(claims: Sequence[Claim]) -> Telling:
    first, *others = map(Telling.of, claims)
    for other in others:
        first.join(other)
    return first
