"""Who they are, where the words at the mention do not say: what the article calls a person elsewhere, trades that are
military in a war, and an exchange of which nothing more is said.
"""

from collections.abc import Sequence
from functools import cache, lru_cache

from dodomu import uk
from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.people import People
from dodomu.extract.mentions.reading import Reading
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, lexeme
from dodomu.text.names import NameMention

MOST = 12  # mentions of one name looked at
TITLE = 4  # words before a name that may say what somebody is
BACK = 3  # sentences before a mention in which the person who is meant was named

_UNSAID = (None, "people")


@cache
def _trades() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("groups")["trades"]["military"]))


@cache
def _of_war() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("groups")["trades"]["words"]))


def of_war(draft: Draft, people: People | None = None) -> Slot | None:
    """«моряків обміняли», «екіпаж захоплених катерів» where the article tells of an exchange or of the navy."""
    people, tokens = people or draft.people, draft.view.tokens
    if people is None:
        return None
    at = next((at for at in range(people.first, people.last) if tokens[at].norm in _trades()), None)
    if at is None or not draft.view.doc.where(_of_war()):
        return None
    kinds = groups.union("military" if group == "people" else group for group in people.groups)
    return Slot(kinds or "military", ((tokens[at].start, tokens[at].end),), "a trade of the war")


@cache
def _at_home() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("groups")["at_home"]["words"]))


@cache
def _captured() -> frozenset[str]:
    return enrolled(frozenset().union(*(lexeme(w) for w in uk.load("groups")["at_home"]["where"])))


def at_home(draft: Draft) -> Slot | None:
    """«журналіста Остапа Гринчука повернули з полону», «вісьмох жителів Курщини»: no soldiers."""
    people, tokens = draft.people, draft.view.tokens
    if people is None or people.before or draft.type == "pardon" or not draft.view.doc.where(_captured()):
        return None
    first = max(draft.view.sentence.first, people.first - TITLE) if people.names else people.first
    at = next((at for at in range(first, people.last) if tokens[at].norm in _at_home()), None)
    if at is None or any(f.pos in ("VERB", "PREP") for i in range(at, people.first) for f in forms(tokens[i].norm)[:1]):
        return None
    return Slot("civilians", ((tokens[at].start, tokens[at].end),), "a civil trade in a war")


def by_name(draft: Draft) -> Slot | None:
    """«політв'язень Остап Кравчина» elsewhere in the article says who «Остап Кравчина» is."""
    people = draft.people
    if people is None or len(people.names) != 1:
        return None
    return _called(draft.view.reading, people.names[0].name)


def by_pronoun(draft: Draft) -> Slot | None:
    """«його обміну», «чоловіка відпустять»: who was named last before and of whom it is known; «відповідаючи, що
    пропонували йому після звільнення, Коваль сказав»: who is named behind it.
    """
    people = draft.people
    if people is None or not people.singular or people.names or people.number:
        return None
    reading = draft.view.reading
    first = reading.sentences[max(0, draft.sentence - BACK)].first
    told = [n for n in draft.view.names if n.kind == "person"]
    if people.pronoun and draft.clause.opener and told and told[0].first > draft.trigger.last:
        return _called(reading, told[0].name)
    named = [n for n in reading.cast.among(first, draft.trigger.first) if n.kind == "person" and not n.loose]
    for name in reversed(named):
        if called := _called(reading, name.name):
            return called
    return None


@cache
def _kin() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("groups")["kin"]["words"]))


def by_kin(draft: Draft) -> Slot | None:
    """«Дружина морпіха … чоловіка відпустять»: who he is whose kin speak, in the sentences before."""
    people = draft.people
    if people is None or not people.singular or people.number:
        return None
    reading, tokens = draft.view.reading, draft.view.doc.tokens
    for at in range(draft.trigger.first - 2, reading.sentences[max(0, draft.sentence - BACK)].first - 1, -1):
        group = groups.nouns().get(tokens[at + 1].norm)
        if group not in _UNSAID and tokens[at].norm in _kin() and _genitive_of_one(tokens[at + 1].norm):
            return Slot(group, ((tokens[at + 1].start, tokens[at + 1].end),), "whose kin are told of")
    return None


@lru_cache(maxsize=50_000)
def _genitive_of_one(norm: str) -> bool:
    return any(f.case == "gent" and f.number == "sing" for f in forms(norm))


def as_political(draft: Draft) -> Slot | None:
    """«адвокат політв'язня», «внесли до переліку політв'язнів»: an article that calls one person so."""
    people = draft.people
    if people is None or not (people.singular or people.names):
        return None
    reading, tokens = draft.view.reading, draft.view.doc.tokens
    for at in reading.captives:
        norm = tokens[at].norm
        if groups.nouns().get(norm) != "political_prisoners":
            continue
        if _genitive_of_one(norm) or tokens[at - 1].norm in _lists():
            return Slot("political_prisoners", ((tokens[at].start, tokens[at].end),), "called so in the article")
    return None


@cache
def _lists() -> frozenset[str]:
    return lexeme("перелік") | lexeme("список") | lexeme("реєстр")


def _called(reading: Reading, name: str) -> Slot | None:
    for mention in reading.standing.mentions_of(name)[:MOST]:
        at = _noun_beside(reading, mention)
        if at is not None:
            token = reading.doc.tokens[at]
            return Slot(groups.nouns()[token.norm], ((token.start, token.end),), "called so elsewhere")
    return None


def _noun_beside(reading: Reading, mention: NameMention) -> int | None:
    """The noun for who he is right before a name («сержант медичної служби Бойчук») or after a comma behind it."""
    tokens, nouns = reading.doc.tokens, groups.nouns()
    row = False
    for at in range(mention.first - 1, max(-1, mention.first - 8), -1):
        token = tokens[at]
        if token.text == "," or token.norm in ("і", "й", "та"):
            row = True  # «політв'язень Кремля, режисер і письменник Іван Коваль»
            continue
        if not token.is_word or any(f.pos in ("VERB", "PREP", "CONJ") for f in forms(token.norm)[:1]):
            break
        if row and not any(f.number == "sing" for f in forms(token.norm) if f.case in mention.cases):
            continue
        if nouns.get(token.norm) not in _UNSAID and mention.cases & {f.case for f in forms(token.norm)}:
            return at
    at = mention.last + 1
    apart = at + 1 < len(tokens) and tokens[at - 1].text == "," and tokens[at + 1].text in ",."
    if apart and nouns.get(tokens[at].norm) not in _UNSAID and mention.cases & {f.case for f in forms(tokens[at].norm)}:
        return at
    return None


def of_justice(draft: Draft) -> tuple[int, int] | None:
    """The word for prisons and sentences in the paragraph of the mention or where the person is named, if the article
    speaks of no captivity of war.
    """
    reading, doc = draft.view.reading, draft.view.doc
    if reading.of_convicts is None:
        return None
    start, end = doc.paragraphs[draft.paragraph]
    spans = [(doc.token_at(start), doc.token_at(max(start, end - 1)) + 1)]
    for name in draft.people.names if draft.people else ():
        for mention in reading.standing.mentions_of(name.name)[:MOST]:
            sentence = reading.sentence_of(mention.first)
            spans.append((sentence.first, sentence.last))
    for first, last in spans:
        for at in range(first, last):
            if doc.tokens[at].norm in captivity.justice():
                return at, at + 1
    return None


_RULES = (of_war, by_name, by_pronoun, by_kin, as_political, at_home)


def tell(drafts: Sequence[Draft]) -> None:
    """Fill the group of those of whom their own words say no more than that they are people."""
    for draft in drafts:
        row = draft.people is not None and len(set(draft.people.groups)) > 1
        if row and draft.value("group") == "political_prisoners" and (both := of_war(draft)):
            draft.slots["group"] = both  # «24 моряки й 11 політв'язнів»
        if draft.value("group") in (*_UNSAID, "prisoners"):
            found = next((slot for rule in _RULES if (slot := rule(draft))), None)
            if found and (draft.value("group") in _UNSAID or found.value == "political_prisoners"):
                draft.slots["group"] = found


def tell_exchanges(drafts: Sequence[Draft]) -> None:
    """A bare «обмін» is of those of whom the article tells, unless it is told apart."""
    given = next(
        (d.slots["group"] for d in drafts if not d.other and d.value("group") not in _UNSAID and d.type != "pardon"),
        None,
    )
    for draft in drafts:
        bare = draft.type == "exchange" and draft.trigger.act == "noun" and draft.people is None
        if (
            given
            and bare
            and "count" not in draft.slots
            and not draft.other
            and draft.status != "denied"
            and draft.value("group") in _UNSAID
        ):
            draft.slots["group"] = given._replace(rule=f"the exchange of which the article tells: {given.rule}")
