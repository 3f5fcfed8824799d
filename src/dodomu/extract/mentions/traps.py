"""What looks like an event and is none. `RULES` is the ordered list; the name of the rule is the reason of the rejection."""

from collections.abc import Callable
from functools import cache

from dodomu import uk
from dodomu.extract.mentions import captivity, geography, groups, numerals
from dodomu.extract.mentions.draft import Draft
from dodomu.text.morphology import forms, lexeme
from dodomu.text.phrases import PhraseBook

LINK = ("читайте", "дивіться", "також", "фото", "відео", "більше", "знати", "підписуйтесь", "підписуйтеся", "слухайте")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset().union(*(lexeme(w) for w in entry["words"])) for name, entry in uk.load("traps").items() if "words" in entry}


@cache
def _phrases() -> PhraseBook:
    return PhraseBook((phrase, name) for name, entry in uk.load("traps").items() for phrase in entry.get("phrases", ()))


def _around(draft: Draft, before: int, after: int) -> list[str]:
    view, trigger = draft.view, draft.trigger
    first = max(view.sentence.first, trigger.first - before)
    last = min(view.sentence.last, trigger.last + after)
    return [view.tokens[at].norm for at in range(first, last) if not trigger.first <= at < trigger.last]


def link_line(draft: Draft) -> bool:
    """«Читайте також», «Фото:» and other lines that lead elsewhere."""
    start = draft.view.doc.paragraphs[draft.paragraph][0]
    head = draft.view.doc.text[start : start + 40].casefold()
    return head.startswith(("читайте", "дивіться", "знати більше", "фото:", "більше за темою", "також:", "також читайте", "відео:", "див. також", "дізнайтеся більше"))


def _says_captivity(draft: Draft) -> bool:
    """Captivity in the words of the sentence itself."""
    words, held = captivity.words(), captivity.places()
    trigger = draft.trigger
    return any(
        (t.norm in words or t.norm in held)
        for at, t in enumerate(draft.view.tokens[draft.view.sentence.first : draft.view.sentence.last], draft.view.sentence.first)
        if not trigger.first <= at < trigger.last
    )


def _names_the_freed(draft: Draft) -> bool:
    """Soldiers, civilians, children or the dead in the sentence: whether they are freed, `unsaid_captivity` tells when people are read."""
    nouns = groups.nouns()
    view = draft.view
    return any(nouns.get(t.norm) in ("military", "civilians", "children", "remains") for t in view.tokens[view.sentence.first : view.sentence.last])


def _one_for_one(draft: Draft) -> bool:
    """«Обмін 35 на 35»."""
    tokens, last = draft.view.tokens, draft.view.sentence.last
    return draft.type == "exchange" and any(
        tokens[at].is_number and tokens[at + 1].norm == "на" and tokens[at + 2].norm == tokens[at].norm for at in range(draft.trigger.last, min(draft.trigger.last + 5, last - 2))
    )


def unsaid_captivity(draft: Draft) -> bool:
    """Soldiers and children come home from elsewhere too: where captivity is not spoken of, a state must hand them over or they must be counted and come home."""
    if draft.trigger.needs not in ("captives", "homeward") or _says_captivity(draft) or draft.view.reading.speaks_of_captivity(draft.view.sentence):
        return False
    people = draft.people
    if _one_for_one(draft):
        return False
    if people is None or people.group not in ("military", "civilians", "children", "remains", "mixed"):
        return True
    if people.group == "remains" or draft.type == "exchange":
        return False
    home = any(draft.view.tokens[at].norm in captivity.home() for at in draft.clause.indexes())
    if draft.trigger.act == "doer":
        by_state = any(draft.clause.holds(p.first) and p.kind in ("state", "seat") for p in draft.view.places)
        return not (by_state or home and people.number)
    return not (home and people.number)


def no_remains(draft: Draft) -> bool:
    """To receive or take over says a return of the dead only."""
    return draft.trigger.needs == "remains" and (draft.people is None or "remains" not in draft.people.groups)


def other_sense(draft: Draft) -> bool:
    """Phrases in which the word means something else: «обмін досвідом», «звільнити з посади», «Міжнародна амністія»."""
    view, trigger = draft.view, draft.trigger
    first, last = max(view.sentence.first, trigger.first - 6), min(view.sentence.last, trigger.last + 6)
    for hit in _phrases().find(view.tokens, first, last):
        if hit.entry == "everywhere" and hit.first < trigger.last and hit.last > trigger.first:
            return True
        if hit.entry == draft.type and hit.first < trigger.last and hit.last > trigger.first:
            return True
    return False


def thing(draft: Draft) -> bool:
    """What is freed, returned or seized is a thing: «звільнити територію», «повернути кошти», «арешт майна»."""
    if draft.type not in ("release", "return", "detention", "exchange") and not (draft.type == "conviction" and draft.trigger.act == "doer"):
        return False
    people = draft.people
    trigger, view = draft.trigger, draft.view
    things = _lists()["things"]
    if trigger.act == "mover" and draft.type == "exchange" and people is None:
        return _inanimate_genitive(draft, trigger.last)
    if trigger.act == "noun" and view.tokens[trigger.first].norm[:6] in ("переда", "видача", "видачу", "видачі", "видаче") and (people is None or not (people.explicit or people.pronoun)):
        return True
    if trigger.act == "noun":
        for at in range(trigger.last, min(trigger.last + 4, view.sentence.last)):
            token = view.tokens[at]
            if people is not None and people.first <= at:
                return False
            if token.norm in things:
                return True
            if not token.is_word or _is_preposition(token.norm):
                break
        if people is None and trigger.last < view.sentence.last:
            return _inanimate_genitive(draft, trigger.last)
        return False
    if people is not None and (people.explicit or people.pronoun):
        return False
    near = [view.tokens[at].norm for at in draft.clause.indexes() if trigger.last <= at < trigger.last + 5]
    return any(n in things for n in near) or _has_thing_object(draft)


@cache
def _is_preposition(norm: str) -> bool:
    return forms(norm)[0].pos in ("PREP", "CONJ")


def _inanimate_genitive(draft: Draft, at: int) -> bool:
    """A noun complement in the genitive that is no person: «звільнення території», «повернення теми»."""
    view = draft.view
    if at < view.sentence.last and view.tokens[at].is_number:
        counted = view.tokens[at + 1 : at + 3]
        return any(t.norm in numerals.units() for t in counted)
    while at < view.sentence.last and view.tokens[at].is_word:
        found = forms(view.tokens[at].norm)
        if any(f.pos == "ADJF" and f.case == "gent" for f in found) and at + 1 < view.sentence.last and view.tokens[at].norm not in captivity.words():
            at += 1
            continue
        nouns = [f for f in found if f.pos == "NOUN"]
        return bool(nouns) and found[0].pos == "NOUN" and any(f.case in ("gent", "ablt") and "inan" in f.tags for f in nouns) and not any("anim" in f.tags for f in nouns) and not view.tokens[at].is_capital
    return False


def _has_thing_object(draft: Draft) -> bool:
    """The verb has an inanimate noun in the accusative right after it, and nobody for its object."""
    if draft.trigger.act != "doer" or draft.people is not None:
        return False
    view = draft.view
    for at in range(draft.trigger.last, min(draft.trigger.last + 4, view.sentence.last)):
        token = view.tokens[at]
        if not token.is_word or _is_preposition(token.norm):
            return False
        found = forms(token.norm)
        if found[0].pos == "NOUN" and "inan" in found[0].tags and any(f.case == "accs" for f in found) and not token.is_capital:
            return True
    return False


def no_captivity(draft: Draft) -> bool:
    """A word that is mostly of jobs, towns and things, where the article does not speak of captivity."""
    if draft.trigger.needs not in ("captives", "homeward", "remains"):
        return False
    if _says_captivity(draft) or _names_the_freed(draft) or _one_for_one(draft):
        return False
    return not draft.view.reading.speaks_of_captivity(draft.view.sentence)


def job(draft: Draft) -> bool:
    """«звільнити з посади», «звільнив заступника міністра»: who is released from a post, where no captivity stands in the sentence."""
    if draft.type != "release" or draft.trigger.needs != "captives":
        return False
    if _says_captivity(draft):
        return False
    view, people, posts = draft.view, draft.people, _lists()["posts"]
    if people is not None and any(view.tokens[at].norm in posts for at in range(people.first, people.last)):
        return True
    employers = _lists()["employers"]
    if any(view.tokens[at].norm in employers for at in draft.clause.indexes()):
        return True
    last = min(draft.trigger.last + 5, view.sentence.last)
    return any(view.tokens[at].norm in ("з", "із", "зі", "від") and view.tokens[at + 1].norm in posts for at in range(draft.trigger.last, last - 1))


def nobody_freed(draft: Draft) -> bool:
    """A verb of freeing or returning with nobody that it could concern."""
    if draft.trigger.needs not in ("captives", "homeward") or draft.trigger.act == "noun":
        return False
    people = draft.people
    if draft.trigger.form == "participle":
        return people is None
    if draft.trigger.needs == "homeward":
        return people is None
    return people is None and not _says_captivity(draft) and not _dropped_subject(draft)


def _dropped_subject(draft: Draft) -> bool:
    """A verb that opens its sentence goes on with whom the sentence before was about: «Звільнив від покарання»."""
    return draft.trigger.first - draft.view.sentence.first <= 2


def not_homeward(draft: Draft) -> bool:
    """A verb of motion or handing over with neither captivity nor home nor captives in its sentence."""
    if draft.trigger.needs != "homeward":
        return False
    view, people = draft.view, draft.people
    norms = [view.tokens[at].norm for at in draft.clause.indexes()]
    if people is not None and people.group == "remains":
        return False
    home = any(n in captivity.home() for n in norms)
    states = [p for p in view.places if draft.clause.holds(p.first) and p.kind in ("state", "place", "seat", "held")]
    captive_here = _says_captivity(draft)
    freed = people is not None and any(view.tokens[at].norm in captivity.people() for at in range(people.first, people.last))
    strong = freed or people is not None and (people.group in ("military", "prisoners", "political_prisoners", "civilians", "remains", "children") or bool(people.nations) or people.number is not None)
    trigger = draft.trigger
    if trigger.act == "noun" and view.tokens[trigger.first].norm.startswith(("екстрадиц", "видач")):
        return people is None
    if trigger.act != "noun" and people is not None and (people.names or people.pronoun or people.singular) and _freed_nearby(draft):
        if home or geography.to_place(draft) or view.tokens[trigger.verb].norm.startswith(("відда", "вида")):
            return False
    if trigger.act == "noun":
        if people is None:
            pointed = trigger.first > 0 and view.tokens[trigger.first - 1].norm in ("це", "цього", "цьому", "цим")
            return not (captive_here or home or pointed)
        return not (strong or captive_here or home)
    if draft.view.tokens[trigger.verb].norm in _lists()["weak"]:
        named = trigger.act == "doer" and people is not None and bool(people.names)
        return not ((strong or named) and (home or geography.to_place(draft) or geography.handed_to(draft) or _from_custody(draft)))
    if trigger.act == "mover" and not (home or captive_here or states):
        return not strong or _goes_elsewhere(draft)
    if trigger.act == "mover":
        return not (strong or home and captive_here or captive_here) or _goes_elsewhere(draft) and not captive_here
    return not (strong or home or captive_here or (states and people is not None and (people.pronoun or people.singular)))


def _freed_nearby(draft: Draft) -> bool:
    """A word of freeing in the sentences around: whoever is then said to come home is one of those freed."""
    reading = draft.view.reading
    sentences = reading.sentences
    first = sentences[max(0, draft.sentence - 3)].first
    last = sentences[min(len(sentences) - 1, draft.sentence + 3)].last
    return reading.speaks_of_captivity(draft.view.sentence) and any(t.type in ("release", "exchange", "pardon") for t in reading.triggers_within(first, last) if t.first != draft.trigger.first)


def _from_custody(draft: Draft) -> bool:
    """«з полону», «з окупованої Луганщини» in the clause."""
    view = draft.view
    held = captivity.places()
    return any(
        view.tokens[at].norm in ("з", "із", "зі", "з-під", "з-за") and any(view.tokens[i].norm in held or view.tokens[i].norm.startswith("окупован") for i in range(at + 1, min(at + 4, view.sentence.last)))
        for at in draft.clause.indexes()
    )


def _goes_elsewhere(draft: Draft) -> bool:
    """«повертаються до домовленостей»: до and a noun that is no place."""
    view = draft.view
    for at in range(draft.trigger.last, min(draft.trigger.last + 2, view.sentence.last - 1)):
        if view.tokens[at].norm == "до":
            for after in range(at + 1, min(at + 4, view.sentence.last)):
                token = view.tokens[after]
                if token.is_capital:
                    return False
                found = forms(token.norm)
                if found[0].pos == "NOUN" or any(f.pos == "NOUN" for f in found[:2]):
                    return token.norm not in captivity.home() and token.norm not in _lists()["kin"]
    return False


def attributive(draft: Draft) -> bool:
    """«серед звільнених», «звільнені захисники»: a participle that qualifies a noun is no event of its own."""
    if draft.trigger.form != "participle":
        return False
    return not predicative(draft)


def predicative(draft: Draft) -> bool:
    """A participle that is the predicate of its clause: with бути, with вже, or where the clause has no verb; or one with a term of its own."""
    view, trigger = draft.view, draft.trigger
    norm = view.tokens[trigger.verb].norm
    nominative = any(f.case == "nomn" for f in forms(norm) if f.pos == "ADJF")
    clause = draft.clause
    has_copula = any(view.tokens[at].norm in lexeme("бути") for at in clause.indexes())
    follows_noun = _qualifies_next(draft)
    if nominative and has_copula and not follows_noun:
        return True
    already = view.tokens[trigger.first - 1].norm in ("уже", "вже", "нарешті") if trigger.first else False
    if nominative and already and not follows_noun:
        return True
    if nominative and not clause.predicates and not follows_noun and draft.people is not None and draft.people.last <= trigger.first and view.tokens[trigger.first - 1].text != ",":
        return True
    return False if draft.is_release else _own_term(draft)


def _qualifies_next(draft: Draft) -> bool:
    view, trigger = draft.view, draft.trigger
    mine = {(f.case, f.number) for f in forms(view.tokens[trigger.verb].norm) if f.pos == "ADJF"}
    for at in range(trigger.last, min(trigger.last + 3, view.sentence.last)):
        token = view.tokens[at]
        if not token.is_word or _is_preposition(token.norm):
            return False
        found = forms(token.norm)
        if any(f.pos == "NOUN" and (f.case, f.number) in mine for f in found):
            return True
        if not any(f.pos == "ADJF" for f in found):
            return False
    return False


def _own_term(draft: Draft) -> bool:
    """A time, a count or a term that the participle itself has: «засудженого до 11 років», «понад 100 затриманих»."""
    view, trigger = draft.view, draft.trigger
    last = min(trigger.last + 7, view.sentence.last)
    if draft.type == "conviction":
        years = lexeme("рік")
        return any(view.tokens[at].norm in years for at in range(trigger.last, last)) and any(view.tokens[at].norm == "до" for at in range(trigger.last, last))
    people = next((p for p in view.people(draft.clause) if p.first <= trigger.first < p.last), None)
    if people is not None and people.last == trigger.last and not people.names:
        return False  # «ув'язнені», a noun
    if any(trigger.last <= hit.first < last for hit in view.dates):
        return True
    people = next((p for p in view.people(draft.clause) if p.first <= trigger.first < p.last), None)
    return people is not None and people.number is not None and draft.type == "detention" and trigger.last < people.last


def person_needed(draft: Draft) -> bool:
    """Detention and conviction are of persons."""
    if draft.trigger.needs != "people":
        return False
    if draft.trigger.form == "participle":
        return draft.view.tokens[draft.trigger.verb].norm[:6] in ("захопл", "схопле", "викрад") and not _qualifies_person(draft)
    view, trigger = draft.view, draft.trigger
    people = draft.people
    norm = view.tokens[trigger.verb].norm
    if draft.type == "conviction":
        return _only_a_term(draft) or _no_conviction(draft)
    if norm in _lists()["seizing"]:
        return people is None or not (people.explicit or people.pronoun)
    if trigger.act == "noun":
        return False
    return people is None and not _dropped_subject(draft) and not any(p.explicit for p in view.people(draft.clause))


def _qualifies_person(draft: Draft) -> bool:
    """A noun for people in the phrase of the participle, or right before it: «моряків, захоплених у протоці»."""
    trigger = draft.trigger
    return any(p.explicit and (p.first <= trigger.first < p.last or 0 <= trigger.first - p.last <= 2) for p in draft.view.people(draft.clause))


def _only_a_term(draft: Draft) -> bool:
    """«20 років позбавлення волі» is the term of a sentence; it is one asked for after «прокурор просив»."""
    view, trigger = draft.view, draft.trigger
    if view.tokens[trigger.last - 1].norm != "волі":
        return False
    verbs = {view.tokens[at].norm for at in draft.clause.predicates}
    return not verbs & (lexeme("просити") | lexeme("вимагати") | lexeme("попросити") | lexeme("запросити")) or any(
        at < trigger.first and view.tokens[at].norm == "позбавлення" for at in draft.clause.indexes()
    )


def _no_conviction(draft: Draft) -> bool:
    """«засудили напад»: to condemn. A sentence has a court, a term, a person or an article of the code."""
    view, trigger = draft.view, draft.trigger
    norms = {view.tokens[at].norm for at in range(view.sentence.first, view.sentence.last) if not trigger.first <= at < trigger.last}
    law = bool(norms & _lists()["law"])
    if trigger.act == "noun":
        return False
    first = view.tokens[trigger.first].norm
    if view.tokens[trigger.last - 1].norm in lexeme("рік") and any(
        t.type == "conviction" and t.first != trigger.first for t in view.reading.all_triggers_within(view.sentence.first, view.sentence.last)
    ):
        return True  # «засуджений до 19 років, другий отримав 18»: one sentence of the court
    if first in lexeme("дати"):
        people = draft.people or next((p for p in view.people(draft.clause) if "datv" in p.cases), None)
        return people is None and not law
    return not (law or (draft.people is not None and (draft.people.names or draft.people.pronoun)))


def one_side(draft: Draft) -> bool:
    """A meeting is a negotiation if two sides that are states, or the leaders or envoys of states, meet."""
    if draft.trigger.needs != "sides":
        return False
    view = draft.view
    norms = [view.tokens[at].norm for at in range(view.sentence.first, view.sentence.last)]
    talk = _lists()["diplomacy"]
    sides = {p.state for p in view.places if p.kind in ("state", "seat", "leader", "adjective") and p.state}
    trigger = draft.trigger
    diplomatic = any(n in talk for n in norms)
    word = view.tokens[trigger.first].norm
    if view.tokens[trigger.first - 1].norm.startswith("формат") or trigger.first > 1 and view.tokens[trigger.first - 2].norm.startswith("формат"):
        return True
    if word in lexeme("консультація"):
        return not ((diplomatic or sides) and _about_captives(draft))
    if word in _lists()["loose"]:
        return not (diplomatic and len(sides) >= 1 and _about_captives(draft))
    if trigger.act == "mover":
        others = [n for n in view.names if n.kind == "person"]
        return not (diplomatic and (len(sides) >= 1 or len(others) >= 2)) or not _with_somebody(draft)
    after = {view.tokens[at].norm for at in range(trigger.last, min(trigger.last + 6, view.sentence.last))} | {view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)}
    return not (after & talk or (diplomatic and len(sides) >= 2))


def _with_somebody(draft: Draft) -> bool:
    view = draft.view
    return any(view.tokens[at].norm in ("з", "із", "зі") for at in range(max(view.sentence.first, draft.trigger.first - 6), min(draft.trigger.last + 4, view.sentence.last))) or any(f.pos == "VERB" and f.number == "plur" for f in forms(draft.view.tokens[draft.trigger.verb].norm))


def _about_captives(draft: Draft) -> bool:
    return draft.view.reading.speaks_of_captivity(draft.view.sentence)


def not_armed(draft: Draft) -> bool:
    """Exercises and scouting are military; learning and archaeology are not."""
    if draft.trigger.needs != "armed":
        return False
    view = draft.view
    norms = [view.tokens[at].norm for at in range(view.sentence.first, view.sentence.last)]
    armed = _lists()["armed"]
    word = view.tokens[draft.trigger.last - 1].norm
    if draft.type == "exercise":
        near = _around(draft, 3, 3)
        joint = any("-" in n and n.endswith(("ські", "ських", "ськими", "ське")) for n in near)
        named = draft.trigger.last < view.sentence.last and view.tokens[draft.trigger.last].text in "«\"“„"
        return not (any(n in armed for n in near) or joint or named)
    if draft.trigger.act == "noun" and word in ("розвідка",):
        return True  # the service, not what it does
    if word in lexeme("вивчення") | lexeme("вивчати") | lexeme("вивчити") | lexeme("фотографувати"):
        return not (any(n in armed for n in norms) and any(n in _lists()["terrain"] for n in norms))
    if word in lexeme("розвідка") or word in lexeme("шпигунство") or word in lexeme("спостереження") or word in lexeme("стеження"):
        verbs = [n for n in _around(draft, 4, 1) if n in _lists()["scouts"]]
        return not (verbs and any(n in armed for n in norms))
    return not any(n in armed for n in norms)


def of_a_land(draft: Draft) -> bool:
    """«визволення Борисполя», «річниця звільнення України», «від нацистів»: towns and lands, not people."""
    if draft.type != "release" or draft.trigger.needs != "captives":
        return False
    view, trigger, people = draft.view, draft.trigger, draft.people
    near = _around(draft, 3, 4)
    if any(n in _lists()["conquerors"] for n in near):
        return True
    if people is not None and (people.explicit or people.number):
        return False
    place = next((p for p in view.places if p.first == trigger.last and p.kind in ("state", "place", "seat", "held")), None)
    return place is not None or trigger.act == "noun" and trigger.last < view.sentence.last and people is None and view.tokens[trigger.last].is_capital and not view.names_at(trigger.last)


def mere_deal(draft: Draft) -> bool:
    """An agreement has sides that agree: «додаткова угода», «я погодився» have none."""
    if draft.type != "agreement":
        return False
    view, trigger = draft.view, draft.trigger
    norm = view.tokens[trigger.first].norm
    near = [view.tokens[at] for at in range(max(view.sentence.first, trigger.first - 4), min(trigger.last + 6, view.sentence.last)) if not trigger.first <= at < trigger.last]
    states = any(max(view.sentence.first, trigger.first - 8) <= p.first < trigger.last + 8 and p.kind in ("state", "seat", "leader", "adjective") for p in view.places)
    sides = states or any(t.norm in _lists()["diplomacy"] for t in near)
    if norm in _lists()["deals"]:
        named = trigger.first > view.sentence.first and view.tokens[trigger.first - 1].is_capital and groups.is_adjective(view.tokens[trigger.first - 1].norm) or any(t.norm in _lists()["peace"] for t in near)
        if _about_captives(draft):
            return False
        return not (named or sides and any(t.norm in _lists()["peace"] | _lists()["diplomacy"] for t in near))
    if norm in _lists()["consents"]:
        captives = {t.norm for t in near} & (captivity.words() | lexeme("обмін") | lexeme("звільнення") | lexeme("припинення"))
        return not (sides or captives)
    return False


def general_talk(draft: Draft) -> bool:
    """No particular event: «допомагає повертати українців», «розблокувати обміни», «кожного повернемо», «маємо повернути всіх»."""
    if not draft.is_release:
        return False
    view, trigger = draft.view, draft.trigger
    norm = view.tokens[trigger.verb].norm
    people = draft.people
    counted = people is not None and people.number is not None
    dated = any(draft.clause.holds(hit.first) for hit in view.dates)
    if counted or dated:
        return False
    if trigger.form == "infinitive" and "impf" in forms(norm)[0].tags:
        return not any(f.tense == "past" for at in draft.clause.predicates for f in forms(view.tokens[at].norm) if f.pos == "VERB")
    if people is not None and people.pronoun in ("всіх", "усіх", "кожного") and trigger.form in ("infinitive", "finite") and not _governed(draft):
        return True
    if trigger.type == "exchange" and trigger.act == "noun" and all(f.number == "plur" for f in forms(norm)) and trigger.last - trigger.first == 1:
        return people is None
    if trigger.act == "noun" and any(view.tokens[at].norm.startswith("чиєсь") for at in range(max(view.sentence.first, trigger.first - 2), trigger.first)):
        return True
    return False


def _governed(draft: Draft) -> bool:
    words = _lists()["goals"]
    return any(view_norm in words for view_norm in (draft.view.tokens[at].norm for at in range(draft.view.sentence.first, draft.trigger.first)))


def not_by_order(draft: Draft) -> bool:
    """An order is told by «за дорученням», not by the noun alone."""
    trigger = draft.trigger
    return draft.type == "order" and trigger.act == "noun" and (trigger.first == 0 or draft.view.tokens[trigger.first - 1].norm != "за")


def supposed(draft: Draft) -> bool:
    """«якщо домовилися»: a condition states nothing; a release under it is still planned or denied."""
    return draft.type == "agreement" and draft.clause.opener == "якщо"


def agrees_that(draft: Draft) -> bool:
    """«погодився, що …»: to admit, not to agree on a deal."""
    view, trigger = draft.view, draft.trigger
    if draft.type != "agreement" or view.tokens[trigger.first].norm not in lexeme("погодитися") | lexeme("погоджуватися"):
        return False
    after = [view.tokens[at].norm for at in range(trigger.last, min(trigger.last + 2, view.sentence.last))]
    return after[:2] in ([",", "що"], [",", "чи"]) or after[:1] == ["із"]


def body_or_office(draft: Draft) -> bool:
    """Part of the name of a body or an office: «Центр захисту прав дитини», «з питань звільнення», «комісія з помилування»."""
    view, trigger = draft.view, draft.trigger
    if draft.type == "reconnaissance":
        return False
    near = view.reading.cast.among(max(0, trigger.first - 16), trigger.first + 1)
    if any(name.kind == "body" and name.first <= trigger.first < name.last for name in near):
        return True
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 3), trigger.first)]
    return trigger.act == "noun" and "питань" in before


RULES: tuple[Callable[[Draft], bool], ...] = (
    no_remains, unsaid_captivity, attributive, job, thing, nobody_freed, not_homeward, person_needed, one_side, not_armed, of_a_land, mere_deal, general_talk, body_or_office, not_by_order, supposed, agrees_that,
)


# What costs little to tell goes first: most trigger words of ordinary news end here.
CHEAP: tuple[Callable[[Draft], bool], ...] = (no_captivity, link_line, other_sense)


def cheaply_rejected(draft: Draft) -> str | None:
    """The name of the first of the rules that need no people, or None."""
    for rule in CHEAP:
        if rule(draft):
            return rule.__name__
    return None


def rejected(draft: Draft) -> str | None:
    """The name of the first rule by which this is no event, or None."""
    for rule in RULES:
        if rule(draft):
            return rule.__name__
    return None
