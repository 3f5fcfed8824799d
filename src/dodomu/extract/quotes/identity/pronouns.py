"""він, вона, вони; той, перший: words that mean somebody named before."""

from dataclasses import replace

from dodomu import uk
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity.directory import Directory, Spoke
from dodomu.extract.quotes.identity.named import by_name
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.identity.titles import by_description, by_office, by_role, by_title
from dodomu.extract.quotes.speakers import Speaker, any_case, phrase_at
from dodomu.extract.quotes.speakers.pairs import pair_of_persons
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.document import Document, Sentence
from dodomu.text.morphology import finite, forms
from dodomu.text.names import Actor, NameMention

_FIRST = uk.words("speakers", "first_of_two")
_SECOND = uk.words("speakers", "second_of_two")
_LATTER = uk.words("speakers", "the_latter")
_JOINS = uk.words("reports", "joins")
_SAME_SENTENCE = 8
"""So many tokens before its cue the clause of a pronoun may begin."""
# So many sentences back a pair and a group are looked for.
_PAIR_REACH, _GROUP_REACH = 3, 4


def by_pronoun(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """він, вона: the nearest speaker or subject of that gender before."""
    if who.kind != "pronoun":
        return None
    if who.number == "plur":
        return by_several(found, directory, _GROUP_REACH)
    if (who.phrase in _FIRST or who.phrase in _SECOND) and (pair := _pair_before(who, directory)):
        return directory.person(pair[0 if who.phrase in _FIRST else 1], "ordinal")
    if who.phrase in _LATTER or directory.doc.tokens[directory.doc.token_at(who.start) - 1].norm == "саме":
        return _object_before(found, who, directory)
    spoken = directory.last_speaker(found.anchor, who.gender, "sing", "person")
    told = _asked(found, who, directory) or _subject_before(found, who, spoken, directory)
    told = told or _alone_before(found, who, spoken, directory)
    if told is not None:
        return replace(told, rule="pronoun")
    named = directory.persons_before(found.anchor, who.gender, subjects=True)
    if spoken and (not named or spoken.at >= named[0].start or spoken.identity.actor is named[0].actor):
        return replace(spoken.identity, rule="pronoun")
    if named:
        return directory.person(named[0].actor, "pronoun")
    named = directory.persons_before(found.anchor, who.gender, subjects=False, reach=1)
    return _only_one(who, named, directory) if named else None


def _only_one(who: Speaker, named: list[NameMention], directory: Directory) -> Identity:
    """The person named last in any case, if nobody else of that gender stands in the same sentence."""
    home = directory.doc.sentence_at(named[0].start)
    fitting = {m.actor.name: m.actor for m in reversed(named) if directory.doc.sentence_at(m.start) is home}
    if len(fitting) > 1:
        return Identity(None, "pronoun", reason=f"«{who.phrase}» fits several persons: {', '.join(fitting)}")
    return directory.person(named[0].actor, "pronoun")


def _alone_before(found: Found, who: Speaker, spoken: Spoke | None, directory: Directory) -> Identity | None:
    """«Справу відкрили за заявою Коваля. Він …»: who alone was named so far in a paragraph where nobody spoke."""
    doc, here = directory.doc, found.anchor
    start = doc.paragraphs[doc.paragraph_at(here)][0]
    if spoken is not None and spoken.at >= start:
        return None
    named = directory.persons_before(here, who.gender, subjects=False, reach=0)
    return directory.person(named[0].actor, "pronoun") if len({id(m.actor) for m in named}) == 1 else None


def by_subject(found: Found, subject: Speaker, directory: Directory) -> Identity | None:
    """The subject of a sentence before, as if it stood at the cue."""
    for rule in (by_name, by_title, by_office, by_description, by_role):
        if identity := rule(found, subject, directory):
            return identity
    return None


def _asked(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """«Коли в Коваля запитали про кошти, він відповів …»: the only one named in a clause whose verb is not of him."""
    doc = directory.doc
    sentence, end = doc.sentence_at(found.anchor), doc.token_at(found.anchor)
    first = max(sentence.first, end - _SAME_SENTENCE)
    begin = next((at for at in range(end - 1, first, -1) if doc.tokens[at].text == "," or _joins(doc, at)), None)
    verbs = [f for t in doc.tokens[sentence.first : begin or 0] if t.is_word and (f := finite(t.norm)) is not None]
    if not verbs or any(f.number != "plur" and f.gender in ("", who.gender) for f in verbs):
        return None
    start = doc.tokens[sentence.first].start
    named = [m for m in directory.cast.within(start, doc.tokens[begin].start) if m.kind == "person"]
    fitting = {m.actor.name: m for m in named if m.gender == who.gender and not directory.in_speech(m.start)}
    if len(fitting) != 1:
        return None
    mention = next(iter(fitting.values()))
    return directory.person(mention.actor, "pronoun", mention.gender)


def _joins(doc: Document, at: int) -> bool:
    return doc.tokens[at].norm in _JOINS


def _subject_before(found: Found, who: Speaker, spoken: Spoke | None, directory: Directory) -> Identity | None:
    """The subject of this sentence or of one before: a person, else a body where no person is named near.

    Whoever spoke in the same sentence as that subject, or after it, is meant before it, not in this sentence.
    """
    here = found.anchor if found.rule == "pointing_back" else min(found.anchor, found.start)
    subject = directory.subject_before(here, who.gender)
    if subject is not None and spoken is not None:
        doc = directory.doc
        home = doc.sentence_at(subject.start)
        if spoken.at >= home.start and home is not doc.sentence_at(here) and spoken.at < here:
            return spoken.identity
    if subject is None and not directory.persons_before(here, who.gender, subjects=False, reach=0):
        subject = directory.subject_before(here, who.gender, persons=False)
    return by_subject(found, subject, directory) if subject is not None else None


def by_several(found: Found, directory: Directory, reach: int) -> Identity | None:
    """вони: the group or the body that spoke last, or the group that is the subject of a sentence since."""
    doc, here = directory.doc, found.anchor
    spoken = directory.last_speaker(here, number="plur")
    for sentence in directory.sentences_back(here, reach):
        if spoken is not None and spoken.at >= sentence.start:
            return replace(spoken.identity, rule="pronoun")
        if (group := _group_in(sentence, here, directory)) is not None:
            return Identity(group.phrase, "pronoun", "group", number="plur")
    near = (
        spoken is not None and found.speaker is not None and doc.paragraph_at(here) - doc.paragraph_at(spoken.at) <= 1
    )
    return replace(spoken.identity, rule="pronoun") if near else None


def _group_in(sentence: Sentence, offset: int, directory: Directory) -> Speaker | None:
    """Several as the subject of a sentence, up to an offset: «Правозахисники передали …», «Коваль і Дячук прибули»."""
    doc, names = directory.doc, directory.names
    for at in range(sentence.first, min(sentence.last, doc.token_at(offset))):
        token = doc.tokens[at]
        if not token.is_word or directory.in_speech(token.start):
            continue
        mention = names.person_at(at)
        if mention is not None and (pair := pair_of_persons(names, mention, "nomn")) is not None:
            return pair
        if _of_several(token.norm):
            who = phrase_at(names, at, sentence.last, None)
            if who is not None and who.kind == "role" and who.number == "plur" and _people(who.head):
                return who
    return None


def _of_several(norm: str) -> bool:
    """Whether a word is a nominative plural, and no genitive singular of the same noun."""
    readings = forms(norm)
    plural = {f.lemma for f in readings if f.case == "nomn" and f.number == "plur"}
    return bool(plural - {f.lemma for f in readings if f.case == "gent" and f.number == "sing"})


def _people(lemma: str) -> bool:
    return any(f.pos == "NOUN" and "anim" in f.tags for f in forms(lemma)) or lemma in role_forms()


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
                    rules = (by_title, by_role) if who.phrase in _LATTER else (by_title, by_description, by_role)
                    return next((told for rule in rules if (told := rule(found, role, directory))), None)
    return None
