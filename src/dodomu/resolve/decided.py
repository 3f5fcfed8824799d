"""Tellings as people decided which mentions are of one event, whatever the rules say."""

from collections.abc import Sequence

from dodomu.resolve.across import Joined
from dodomu.resolve.claimed import Claim
from dodomu.resolve.constraints import Constraints, regrouped
from dodomu.resolve.tellings import Telling


def as_decided(joined: Joined, constraints: Constraints) -> Joined:
    """Regroup the claims of events as people decided; events that nobody spoke of stay what they are.

    Examples
    --------
    >>> as_decided(Joined([]), Constraints())
    Joined(events=[], undecided={})
    """
    before = {_key(telling.claims): telling for telling in joined.events}
    groups = regrouped([telling.claims for telling in joined.events], constraints, _id)
    events = [before.get(_key(group)) or _gathered(group) for group in groups]
    kept = {id(event) for event in events}
    undecided = {
        telling: [other for other in others if id(other) in kept]
        for telling, others in joined.undecided.items()
        if id(telling) in kept
    }
    return Joined(events, undecided)


def _gathered(claims: Sequence[Claim]) -> Telling:
    first, *rest = (Telling.of(claim) for claim in claims)
    for telling in rest:
        first.join(telling)
    return first


def _id(claim: Claim) -> str:
    return claim.mention.mention_id


def _key(claims: Sequence[Claim]) -> tuple[str, ...]:
    return tuple(map(_id, claims))
