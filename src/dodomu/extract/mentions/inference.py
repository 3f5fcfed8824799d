"""Custody that the article tells elsewhere, for mentions that say nothing of it."""

from dodomu.extract.mentions import custody
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.happening import one_direction
from dodomu.extract.mentions.likeness import Happening
from dodomu.extract.mentions.numerals import digits
from dodomu.extract.mentions.origin import of_both_sides


def one_custody(happenings: list[Happening], all_drafts: list[Draft]) -> None:
    """What the article says of custody elsewhere, for what says nothing of it: where all that is said points to one
    state, and by `custody`.
    """
    for _ in range(2):  # what is inferred for one may be all that is said of custody
        _infer_custody(happenings, all_drafts)


def _infer_custody(happenings: list[Happening], all_drafts: list[Draft]) -> None:
    said = [d.slots["origin"] for h in happenings for d in h.drafts if "origin" in d.slots]
    only = said[0] if len({slot.value for slot in said}) == 1 else None
    several = any(d.two_origins for d in all_drafts)
    for happening in happenings:
        for draft in happening.drafts:
            if several and not (draft.trigger.act != "noun" and _by_exchange(draft)):
                continue
            if draft.trigger.act == "doer" and _by_nobody(draft):
                continue
            if (
                "origin" in draft.slots
                or draft.type == "exchange"
                and not one_direction(draft, happening)
                or _two_way(draft)
                or of_both_sides(draft)
            ):
                continue
            beside = custody.said_near(draft, all_drafts)
            if (
                only
                and not beside
                and not _own_state(draft, only.value)
                and draft.value("destination") != only.value
                and not _between_states(draft)
            ):
                draft.slots["origin"] = only._replace(rule="only custody of the article")
            elif (not said or beside or draft.type != "pardon") and not _between_states(draft):
                custody.infer(draft, all_drafts)


def _own_state(draft: Draft, state: str) -> bool:
    """Nobody is freed from his own state but its convicts."""
    return (
        state in (draft.value("nationality") or [])
        and draft.type != "pardon"
        and draft.value("group") not in ("prisoners", "political_prisoners")
    )


def _by_nobody(draft: Draft) -> bool:
    """«ХАМАС звільнив», «бойовики відпустили»: they held them, and are no state."""
    return any(p.kind == "nobody" and draft.clause.holds(p.first) for p in draft.view.places)


def _between_states(draft: Draft) -> bool:
    """«США та Росія обміняли 24 ув'язнених»: it goes both ways."""
    return draft.type == "exchange" and len(draft.value("agents") or []) > 1


def _by_exchange(draft: Draft) -> bool:
    return any(
        t.norm.startswith("обмін") for t in draft.view.tokens[draft.view.sentence.first : draft.view.sentence.last]
    )


def _two_way(draft: Draft) -> bool:
    """«звільнити 314 осіб, тобто 157 на 157»: both sides are counted."""
    view, count = draft.view, draft.value("count")
    for at in range(view.sentence.first + 1, view.sentence.last - 1):
        if (
            view.tokens[at].norm == "на"
            and view.tokens[at - 1].is_number
            and view.tokens[at + 1].norm == view.tokens[at - 1].norm
        ):
            side = digits(view.tokens[at - 1])
            return bool(side and count and count == 2 * side)
    return False
