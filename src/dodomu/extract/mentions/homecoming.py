"""What tells that somebody comes home from captivity: who he is, from where, whereto, and what is told nearby."""

from dodomu.extract.mentions import captivity, destination, groups
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import word_lists
from dodomu.text.morphology import forms, lexeme

MUCH = 3  # words for captivity of an article that dwells on it
WINDOW = 3  # sentences around that may speak of the freeing
FROM = ("з", "із", "зі", "з-під", "з-за")


def is_home(draft: Draft) -> bool:
    """«додому», «на підконтрольну територію»."""
    home, tokens = captivity.home(), draft.view.tokens
    return any(
        (tokens[at].norm in home or tokens[at].norm.startswith("підконтрольн"))
        and not (at and tokens[at - 1].norm in FROM)
        for at in draft.clause.indexes()
    )


def are_freed(draft: Draft) -> bool:
    """Those who are freed by their name alone: «поранених», «бранців»."""
    people, tokens = draft.people, draft.view.tokens
    return people is not None and any(tokens[at].norm in captivity.people() for at in range(people.first, people.last))


def may_be_captives(draft: Draft) -> bool:
    """Soldiers, prisoners, civilians, citizens of a state, or a number of people."""
    people = draft.people
    if people is None:
        return False
    return (
        are_freed(draft)
        or people.group in ("military", "prisoners", "political_prisoners", "civilians", "remains", "children")
        or bool(people.nations)
        or people.number is not None
    )


def is_one_of_the_freed(draft: Draft) -> bool:
    """Somebody where freeing is told nearby: whoever then comes home is one of those freed.

    Not the kin of the freed who travel to meet them, nor the envoys who fetch them.
    """
    return draft.people is not None and freed_nearby(draft) and may_be_freed(draft)


def may_be_freed(draft: Draft) -> bool:
    """A name, a pronoun or a role that is neither kin's nor an envoy's; a pronoun of people, not of things."""
    view, people = draft.view, draft.people
    kin = word_lists()["relatives"]
    if people.pronoun:
        before = view.tokens[view.sentence.first : people.first]
        return not any(t.norm in kin or t.norm in word_lists()["vessels"] for t in before)
    if people.number:
        return True
    roles = kin | word_lists()["diplomacy"]
    first = max(view.sentence.first, people.first - 2)
    if people.first >= draft.trigger.last:
        first = max(first, draft.trigger.last)  # «благала президента повернути сина»
    return not any(view.tokens[at].norm in roles for at in range(first, people.last))


def is_told_of(draft: Draft) -> bool:
    """A name or a role that another sentence tells of together with captivity."""
    people = draft.people
    if people is None or people.pronoun:
        return False
    lemma = forms(draft.view.tokens[people.last - 1].norm)[0].lemma
    beside = draft.view.reading.beside_captivity
    return any(beside.get(norm, set()) - {draft.sentence} for norm in lexeme(lemma))


def freed_nearby(draft: Draft) -> bool:
    """A word of freeing in the sentences around."""
    reading = draft.view.reading
    sentences = reading.sentences
    first = sentences[max(0, draft.sentence - WINDOW)].first
    last = sentences[min(len(sentences) - 1, draft.sentence + WINDOW)].last
    return reading.speaks_of_captivity(draft.view.sentence) and any(
        t.type in ("release", "exchange", "pardon")
        for t in reading.triggers_within(first, last)
        if t.first != draft.trigger.first
    )


def from_custody(draft: Draft) -> bool:
    """«з полону», «з російської в'язниці», «вивезли з окупованої Луганщини», «звідти» in the clause."""
    view = draft.view
    held = captivity.places()
    tokens = view.tokens
    for at in draft.clause.indexes():
        if tokens[at].norm == "звідти":
            return True
        if tokens[at].norm not in FROM:
            continue
        near = range(at + 1, min(at + 4, view.sentence.last))
        if any(tokens[i].norm in held for i in near):
            return True
        if draft.trigger.act == "doer" and any(tokens[i].norm.startswith("окупован") for i in near):
            return True  # whoever leaves an occupied land by himself was held by nobody
    return False


def from_occupation(draft: Draft) -> bool:
    """«з окупованої Донеччини на підконтрольну територію»."""
    tokens = draft.view.tokens
    return any(tokens[at].norm.startswith(("окупован", "підконтрольн")) for at in draft.clause.indexes())


def from_state(draft: Draft) -> bool:
    """«з Росії», «з Білорусі»."""
    return any(
        place.kind in ("state", "held") and draft.clause.holds(place.first) and _preposition_before(draft, place.first)
        for place in draft.view.places
    )


def _preposition_before(draft: Draft, at: int) -> bool:
    tokens = draft.view.tokens
    return any(tokens[i].norm in FROM for i in range(max(draft.view.sentence.first, at - 2), at))


def arrives(draft: Draft) -> bool:
    return (
        is_home(draft)
        or bool(destination.to_place(draft))
        or bool(destination.handed_to(draft))
        or handed_to_side(draft)
    )


def handed_to_side(draft: Draft) -> bool:
    """«передали українській стороні»."""
    tokens, sides = draft.view.tokens, word_lists()["receivers"]
    return any(
        p.kind == "adjective"
        and draft.clause.holds(p.first)
        and p.last < draft.view.sentence.last
        and tokens[p.last].norm in sides
        and any(f.case == "datv" for f in forms(tokens[p.last].norm))
        for p in draft.view.places
    )


def is_crew(draft: Draft) -> bool:
    """«екіпаж»: many in the singular."""
    people, tokens = draft.people, draft.view.tokens
    return any(tokens[at].norm in groups.collectives() for at in range(people.first, people.last))


def dwells_on_captivity(draft: Draft) -> bool:
    reading = draft.view.reading
    return reading.speaks_of_captivity(draft.view.sentence) and reading.words_of_captivity >= MUCH


def goes_into_custody(draft: Draft) -> bool:
    """«опинилися в Росії»: to the state that holds captives go only its own."""
    place, people = destination.to_place(draft), draft.people
    if place is None or place[0] not in captivity.holders() or people is None or people.names:
        return False
    return place[0] not in people.nations


def crosses(draft: Draft) -> bool:
    """«перетнули кордон»: the border says that they arrive."""
    trigger = draft.trigger
    return trigger.last - trigger.first > 1 and freed_nearby(draft)
