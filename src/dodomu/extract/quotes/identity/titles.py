"""Speakers by what they are: a title, an office, a description, a role."""

from dataclasses import replace

from dodomu import uk
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity.directory import Bound, Directory
from dodomu.extract.quotes.identity.offices import FORMER, common_gender, office_states, offices, present, title_lemmas
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.officials import Holder, holders
from dodomu.extract.quotes.outlets import outlet_in
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.tokens import fold

_UNNAMED = uk.words("speakers", "unnamed")
_UNNAMED_PREFIXES = tuple(uk.load("speakers")["unnamed_prefixes"])
_SOURCES = tuple(uk.load("speakers")["sources"])
_OUR = tuple(uk.load("speakers")["our"])
_OF_A_BODY = uk.words("speakers", "of_a_body")
_ANALYSTS = uk.words("speakers", "analysts")
_NO_DESCRIPTIONS = uk.words("speakers", "no_descriptions")
_OBLIQUE = uk.load("grammar")["oblique_pronouns"]
_PARAGRAPHS = 3
"""So many paragraphs back a bare noun describes who spoke."""


def _one_role(who: Speaker) -> bool:
    return who.kind == "role" and who.number != "plur" and bool(who.head)


def by_title(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A title: the person to whom the article gives that role, nearest before first."""
    if not _one_role(who):
        return None
    head, words = present(who.head), title_lemmas(who.phrase)
    any_gender = not who.gender or common_gender(head)
    fitting = [
        bound
        for bound in directory.bound_to(head, words, found.anchor)
        if bound.actor.kind == "person" and (any_gender or bound.actor.gender == who.gender)
    ]
    if not fitting:
        return _of_his_body(head, words, found, directory)
    alike = [b for b in fitting if (FORMER in b.words) == (FORMER in words)]
    if not alike and FORMER in words and " " not in who.phrase:
        return None  # «екснардеп» is nobody who sits in parliament
    fitting = alike or fitting
    if head in _ANALYSTS and (speaking := _of_one_trade(who, fitting, found, directory)):
        return replace(speaking, rule="title")
    before = [b for b in fitting if b.at < found.anchor]
    chosen = None
    if len({b.actor.name for b in fitting}) > 1:
        if " " not in who.phrase and (spoken := _just_spoke(fitting, found, directory)):
            return replace(spoken, rule="title")
        chosen = _only_exact(before, head, words)
        if chosen is None and (spoken := _recent_of(fitting, found, directory)):
            return replace(spoken, rule="title")
        if chosen is None and _in_one_sentence(before, directory):
            both = f"{before[-2].actor.name}, {before[-1].actor.name}"
            return Identity(None, "title", reason=f"«{who.phrase}» fits two persons: {both}")
    chosen = chosen or (before[-1] if before else fitting[0])
    actor = chosen.actor
    return Identity(actor.name, "title", "person", chosen.text, actor=actor, gender=actor.gender)


def _only_exact(before: list[Bound], head: str, words: frozenset[str]) -> Bound | None:
    """The nearest role of those words, or with those words in it, if they are all one person's."""
    exact = [b for b in before if b.words == words] or [b for b in before if b.head == head and words <= b.words]
    return exact[-1] if len({b.actor.name for b in exact}) == 1 else None


def _of_his_body(head: str, words: frozenset[str], found: Found, directory: Directory) -> Identity | None:
    """«представник МВФ»: who spoke last, if he holds another office there: «директор управління МВФ»."""
    if head not in _OF_A_BODY:
        return None
    spoken = next(directory.recent(found.anchor), None)
    actor = spoken.identity.actor if spoken is not None else None
    role = directory.role_of(actor) if actor is not None else None
    near = spoken is not None and directory.doc.paragraph_at(found.anchor) - directory.doc.paragraph_at(spoken.at) <= 1
    same = role is not None and bool((words - {head}) & title_lemmas(role))
    return replace(spoken.identity, rule="title") if near and same else None


def _of_one_trade(who: Speaker, fitting: list[Bound], found: Found, directory: Directory) -> Identity | None:
    """«експерт»: the political scientist who speaks in this paragraph, not the expert of one before."""
    doc, home = directory.doc, directory.doc.paragraph_at(found.anchor)
    spoken = next(directory.recent(found.anchor), None)
    actor = spoken.identity.actor if spoken is not None else None
    if actor is None or " " in who.phrase or doc.paragraph_at(spoken.at) != home or actor.gender != who.gender:
        return None
    here = any(b.actor is actor or doc.paragraph_at(m.start) == home for b in fitting for m in b.actor.mentions)
    trades = title_lemmas(directory.role_of(actor) or "")
    return None if here or _ANALYSTS.isdisjoint(trades) else spoken.identity


def _just_spoke(fitting: list[Bound], found: Found, directory: Directory) -> Identity | None:
    """Who spoke last, in this paragraph or the one before, if a title fits that person."""
    doc = directory.doc
    spoken = next(directory.recent(found.anchor), None)
    if spoken is None or doc.paragraph_at(found.anchor) - doc.paragraph_at(spoken.at) > 1:
        return None
    return spoken.identity if any(bound.actor is spoken.identity.actor for bound in fitting) else None


def _recent_of(fitting: list[Bound], found: Found, directory: Directory) -> Identity | None:
    """Who of those that the title fits spoke last."""
    for spoke in directory.recent(found.anchor):
        actor = spoke.identity.actor
        if actor is not None and any(bound.actor is actor for bound in fitting):
            return spoke.identity
    return None


def _in_one_sentence(before: list[Bound], directory: Directory) -> bool:
    """Whether the two nearest are two persons of one sentence: neither is nearer."""
    if len(before) < 2 or before[-1].actor is before[-2].actor:
        return False
    return directory.doc.sentence_at(before[-1].at) is directory.doc.sentence_at(before[-2].at)


def _holder(who: Speaker, directory: Directory) -> Holder | None:
    """The one person who held the office of a title on the day of the article, if exactly one did."""
    words, states = who.phrase.split(), office_states()
    state = next((states[fold(w)] for w in words if fold(w) in states), "UA")
    office = " ".join(w for w in words if fold(w) not in states)
    found = {holder.name: holder for holder in holders(office, state, directory.on)}
    return next(iter(found.values())) if len(found) == 1 else None


def by_office(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A title without a name: whoever held the office that day, if the article names him elsewhere."""
    holder = _holder(who, directory) if _one_role(who) else None
    if holder is None:
        return None
    surname = fold(holder.name.split()[-1])
    for mention in directory.cast.persons:
        actor = mention.actor
        if actor.words and actor.words[actor.surname] == surname and actor.gender in ("", holder.gender):
            note = f"{who.phrase}: {holder.source}"
            return Identity(actor.name, "office", "person", who.phrase, actor=actor, gender=holder.gender, note=note)
    return None


def by_description(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A bare noun («політик», «жінка», «народний депутат») that names whoever was spoken of last."""
    if not _one_role(who) or not who.gender or " " in who.phrase and who.phrase not in offices():
        return None
    told = _described(found, who, directory)
    # An office is nobody's whom the article gives another.
    return told if told is None or " " not in who.phrase or told.role is None else None


def _described(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    if who.head in _UNNAMED:
        return _unnamed(found, directory)
    if who.head in _NO_DESCRIPTIONS:
        return None
    doc, anchor = directory.doc, found.anchor
    if _beside_pronoun(who, directory):
        return None
    spoken = directory.last_speaker(anchor, who.gender, "sing", "person")
    near = spoken is not None and doc.paragraph_at(anchor) - doc.paragraph_at(spoken.at) <= _PARAGRAPHS
    if near and spoken.identity.actor is not None:
        named = directory.persons_before(anchor, who.gender, subjects=True, reach=1)
        if not named or spoken.at >= named[0].start or named[0].actor is spoken.identity.actor:
            return replace(spoken.identity, rule="description")
        return directory.person(named[0].actor, "description", who.gender)
    named = directory.persons_before(anchor, who.gender, subjects=True, reach=3)
    named = named or directory.persons_before(anchor, who.gender, subjects=True, reach=3, reported=True)
    if not named and " " not in who.phrase:
        # Only one of that sex has been named so far: it is he, whatever the case.
        named = directory.persons_before(anchor, who.gender, subjects=False, reach=5, reported=True)
        if len({m.actor.name for m in named}) != 1:
            return None
    return directory.person(named[0].actor, "description", who.gender) if named else None


def _beside_pronoun(who: Speaker, directory: Directory) -> bool:
    """«їй подзвонила вчителька»: a pronoun in a clause never means its subject, so whoever it means is another."""
    doc = directory.doc
    at, first = doc.token_at(who.start), doc.sentence_at(who.start).first
    begin = next((i + 1 for i in range(at - 1, first, -1) if doc.tokens[i].text in ",;:–—"), first)
    return any(t.norm in _OBLIQUE.get(who.gender, ()) for t in doc.tokens[begin:at])


def _unnamed(found: Found, directory: Directory) -> Identity | None:
    """«співрозмовник»: the last who spoke without a name."""
    for _, identity in directory.recent(found.anchor):
        if identity.actor is None and identity.name and identity.name.startswith(_UNNAMED_PREFIXES):
            return replace(identity, rule="description")
    return None


def _of_outlet(who: Speaker, directory: Directory) -> str | None:
    """«наші джерела» in an article that speaks of «співрозмовники УП» elsewhere: «джерела УП»."""
    doc = directory.doc
    for at, token in enumerate(doc.tokens[:-1]):
        if token.norm.startswith(_SOURCES) and (outlet := outlet_in(doc, at + 1, min(at + 3, len(doc.tokens)))):
            return f"{who.phrase.partition(' ')[2]} {outlet}"
    return None


def by_role(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A role whose bearer the article does not name stands for itself."""
    if who.kind != "role":
        return None
    if who.head in _UNNAMED and who.phrase.startswith(_OUR) and (theirs := _of_outlet(who, directory)):
        return Identity(theirs, "role", "group", who.phrase, number=who.number)
    holder = _holder(who, directory) if who.head and who.number == "sing" else None
    if holder is not None:
        note = f"not named in the article; on that day {who.phrase} was {holder.name}: {holder.source}"
        return Identity(who.phrase, "role", "person", who.phrase, gender=holder.gender, note=note)
    kind = "group" if who.number == "plur" else "person"
    return Identity(who.phrase, "role", kind, who.phrase, gender=who.gender, number=who.number)
