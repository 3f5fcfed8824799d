"""він, вона, вони; той, перший: words that mean somebody named before."""

from dataclasses import replace

from dodomu import uk
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity.directory import Directory
from dodomu.extract.quotes.identity.named import by_name
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.identity.titles import by_description, by_office, by_role, by_title
from dodomu.extract.quotes.speakers import Speaker, any_case, phrase_at
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.morphology import forms
from dodomu.text.names import Actor

_FIRST = uk.words("speakers", "first_of_two")
_SECOND = uk.words("speakers", "second_of_two")
_LATTER = uk.words("speakers", "the_latter")
# So many sentences back a pair and a group are looked for.
_PAIR_REACH, _GROUP_REACH = 3, 4


def by_pronoun(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """він, вона: the nearest speaker or subject of that gender before."""
    if who.kind != "pronoun":
        return None
    if who.number == "plur":
        return _several(found, directory)
    if (who.phrase in _FIRST or who.phrase in _SECOND) and (pair := _pair_before(who, directory)):
        return directory.person(pair[0 if who.phrase in _FIRST else 1], "ordinal")
    if who.phrase in _LATTER:
        return _object_before(found, who, directory)
    told = _subject_before(found, who, directory)
    if told is not None:
        return replace(told, rule="pronoun")
    spoken = directory.last_speaker(found.anchor, who.gender, "sing", "person")
    named = directory.persons_before(found.anchor, who.gender, subjects=True)
    if spoken and (not named or spoken.at >= named[0].start or spoken.identity.actor is named[0].actor):
        return replace(spoken.identity, rule="pronoun")
    named = named or directory.persons_before(found.anchor, who.gender, subjects=False, reach=1)
    return directory.person(named[0].actor, "pronoun") if named else None


def by_subject(found: Found, subject: Speaker, directory: Directory) -> Identity | None:
    """The subject of a sentence before, as if it stood at the cue."""
    for rule in (by_name, by_title, by_office, by_description, by_role):
        if identity := rule(found, subject, directory):
            return identity
    return None


def _subject_before(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """The subject of this sentence or of one before: a person, else a body where no person is named near."""
    here = min(found.anchor, found.start)
    subject = directory.subject_before(here, who.gender)
    if subject is None and not directory.persons_before(here, who.gender, subjects=False, reach=0):
        subject = directory.subject_before(here, who.gender, persons=False)
    return by_subject(found, subject, directory) if subject is not None else None


def _several(found: Found, directory: Directory) -> Identity | None:
    """вони: the group or the body that spoke last, else the nearest that is a subject."""
    before = directory.last_speaker(found.anchor, number="plur")
    if before:
        return replace(before.identity, rule="pronoun")
    group = _group_before(found.anchor, directory)
    return Identity(group, "pronoun", "group", number="plur") if group else None


def _group_before(offset: int, directory: Directory) -> str | None:
    """A plural role that is the subject of a sentence before: «Правозахисники передали … вони повідомили»."""
    doc = directory.doc
    for sentence in directory.sentences_back(offset, _GROUP_REACH):
        for at in range(sentence.first, min(sentence.last, doc.token_at(offset))):
            norm = doc.tokens[at].norm
            if norm in role_forms() and any(f.case == "nomn" and f.number == "plur" for f in forms(norm)):
                who = phrase_at(directory.names, at, sentence.last, None)
                if who and who.kind == "role" and who.number == "plur":
                    return who.phrase
    return None


def _pair_before(who: Speaker, directory: Directory) -> list[Actor] | None:
    """Two persons named as one subject before: «Правозахисник А і політолог Б … Перший …»."""
    for sentence in directory.sentences_back(who.start, _PAIR_REACH):
        actors: list[Actor] = []
        for mention in directory.cast.within(sentence.start, min(sentence.end, who.start)):
            subject = mention.kind == "person" and "nomn" in mention.cases and mention.gender == who.gender
            if subject and mention.actor not in actors:
                actors.append(mention.actor)
        if len(actors) == 2:
            return actors
    return None


def _object_before(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """«Уряд звільнив голову служби. Той через суд вимагав…»: not the subject but whoever else was named last."""
    doc, names = directory.doc, directory.names
    here, *before = directory.sentences_back(found.anchor, 2)
    places = [(here.first, doc.token_at(found.anchor)), *((s.first, s.last) for s in before)]
    for first, last in places:
        for at in range(last - 1, first - 1, -1):
            mention = names.inside.get(at)
            if mention is not None and mention.gender == who.gender and mention.start < who.start:
                return directory.person(mention.actor, "pronoun", mention.gender)
            if doc.tokens[at].norm in role_forms() and doc.tokens[at].start < who.start:
                role = any_case(names, at, last, ("accs", "gent", "ablt", "datv", "nomn"))
                if role is not None and role.kind == "role" and role.gender == who.gender and role.number == "sing":
                    return by_title(found, role, directory) or by_role(found, role, directory)
    return None
