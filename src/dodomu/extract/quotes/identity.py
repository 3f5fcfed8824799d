"""Who the words at a cue mean: a title, a pronoun or a short name told by the rest of the article.

`RULES` are tried in order; each gives an identity with the rule's name, or None. Nobody is looked up outside the article
here; where two persons fit alike, nobody is chosen and the reason says so.
"""

from bisect import bisect_left, bisect_right, insort
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from dodomu import uk
from dodomu.extract.quotes.cues import find_cues
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.officials import Holder, holders
from dodomu.extract.quotes.speakers import Finder, Speaker, role_forms
from dodomu.text.document import Document
from dodomu.text.morphology import forms, lexeme
from dodomu.text.names import Actor, Cast, NameMention
from dodomu.text.nounphrase import extend_left, extend_right
from dodomu.text.tokens import fold, tokenize


@dataclass(frozen=True, slots=True)
class Identity:
    """The speaker as the article knows him: `name` in the nominative, null with a `reason`."""

    name: str | None
    rule: str
    kind: str = "person"
    role: str | None = None
    reason: str | None = None
    actor: Actor | None = None
    gender: str = ""
    number: str = "sing"
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Bound:
    """A role that the article gives a person: its noun, the words with it, where it stands."""

    head: str
    words: frozenset[str]
    text: str
    actor: Actor
    at: int


@cache
def office_states() -> dict[str, str]:
    """Names of states in the genitive («президент Білорусі») with their codes."""
    held = {row["state"] for row in uk.load("officials")["holders"]}
    names = {code: words for code, words in uk.load("places")["states"].items() if code in held}
    return {
        form: code for code, words in names.items() for word in words if " " not in word for form in lexeme(fold(word))
    }


@cache
def offices() -> dict[str, frozenset[int]]:
    """For every role the offices it may name: «глава держави» and «президент» are one."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(uk.load("roles")["offices"]):
        for word in line:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


_SAME_BODY = frozenset(("відомство", "відомстві", "установа", "установі", "структура", "міністерство", "міністерстві"))
_NEAR = 60
"""So many roles and speakers are looked at before a place: farther back nobody would look either."""
_GENERIC_OFFICES = frozenset(("голова", "керівник", "очільник", "глава", "очільниця", "керівниця", "лідер"))


def _lemmas(text: str) -> frozenset[str]:
    """Lemmas of a title's words, an abbreviated ministry as what it stands for: «голова МЗС» has «закордонний» and «справа»."""
    aliases = uk.load("bodies")["aliases"]
    words = [t.norm for t in tokenize(text) if t.is_word and len(t.norm) > 1]
    long = [w for norm in words if norm in aliases for w in aliases[norm].split()[1:]]
    return frozenset(forms(w)[0].lemma for w in (*words, *long))


def _offices_of(head: str, words: frozenset[str]) -> frozenset[int]:
    return offices().get(_two_words(head, words), frozenset()) or offices().get(head, frozenset())


def same_office(head: str, words: frozenset[str], bound: Bound) -> bool:
    """Whether a title may mean the office: the same noun or office, and no complement that contradicts."""
    if head != bound.head and not _offices_of(head, words) & _offices_of(bound.head, bound.words):
        return False
    phrase = _two_words(head, words)
    own = {head} | ({forms(phrase.partition(" ")[2])[0].lemma} if " " in phrase else set())
    complement = words - own
    held = bound.words - {bound.head}
    if not complement or not held:
        return head == bound.head or not complement
    return bool({w[:5] for w in complement} & {w[:5] for w in held})


@cache
def _phrases() -> dict[tuple[str, str], str]:
    """Offices of two words by the noun and the lemma of the other: («глава», «держава»)."""
    found = {}
    for phrase in offices():
        first, _, rest = phrase.partition(" ")
        if rest and " " not in rest:
            found[first, forms(rest)[0].lemma] = phrase
    return found


def _two_words(head: str, words: frozenset[str]) -> str:
    return next((phrase for (first, rest), phrase in _phrases().items() if first == head and rest in words), head)


class Directory:
    """The article's persons by role and place, and who spoke so far."""

    def __init__(self, doc: Document, cast: Cast, finder: Finder, on: date | None = None):
        self.doc, self.cast, self.finder, self.on = doc, cast, finder, on
        self._person_starts = [m.start for m in cast.persons]
        self.bound = self._bind()
        self._by_office: dict[object, list[Bound]] = {}
        for bound in self.bound:
            for key in {bound.head, *_offices_of(bound.head, bound.words)}:
                self._by_office.setdefault(key, []).append(bound)
        self._role_of = {id(b.actor): b.text for b in reversed(self.bound)}
        self.spoke: list[tuple[int, Identity]] = []

    def _bind(self) -> list[Bound]:
        """Roles before a name («речник ДПСУ Андрій Демченко») and after it («Микола Миркевич, президент Асоціації»)."""
        found = []
        tokens = self.doc.tokens
        roles = role_forms()
        names = [m.first for m in self.cast.persons]
        for at, token in enumerate(tokens):
            role = roles.get(token[3])
            if role is None or at in self.finder.inside:
                continue
            near = bisect_left(names, at - 8)
            if near == len(names) or names[near] > at + 23:
                continue
            sentence = self.doc.sentence_at(token.start)
            for case in dict.fromkeys(f.case for f in forms(token.norm) if f.case and f.case != "voct"):
                name = self.finder._name_after(at, sentence.last, None, case)
                if name is not None:
                    first = extend_left(tokens, at, sentence.first)[0]
                    text = self.doc.text[tokens[first].start : tokens[name.first - 1].end].rstrip(" ,")
                    found.append(Bound(role, _lemmas(text), text, name.actor, token.start))
                    break
            else:
                if at >= 2 and tokens[at - 1].text in ",–—-(" and (before := self._name_that_ends(at - 1)):
                    end = extend_right(tokens, at, sentence.last)
                    text = self.doc.text[token.start : tokens[end - 1].end]
                    found.append(Bound(role, _lemmas(text), text, before.actor, token.start))
        return found

    def _name_that_ends(self, at: int) -> NameMention | None:
        mention = self.finder.inside.get(at - 1)
        return mention if mention is not None and mention.last == at else None

    def role_of(self, actor: Actor) -> str | None:
        """The first role that the article gives the actor, as it stands."""
        return self._role_of.get(id(actor))

    def bound_to(self, head: str, words: frozenset[str], offset: int) -> list[Bound]:
        """Roles that a title may mean: those nearest to an offset, in order of place."""
        keys = {head, *_offices_of(head, words)}
        near = {}
        for key in keys:
            held = self._by_office.get(key, ())
            at = bisect_left(held, offset, key=lambda b: b.at)
            for bound in held[max(0, at - _NEAR) : at + _NEAR]:
                near[bound.at] = bound
        return [near[at] for at in sorted(near) if same_office(head, words, near[at])]

    def persons_before(self, offset: int, gender: str, *, subjects: bool, reach: int = 3) -> list[NameMention]:
        """Mentions of persons of that gender before an offset, nearest first, outside quotation marks."""
        paragraph = self.doc.paragraph_at(offset)
        floor = self.doc.paragraphs[max(0, paragraph - reach)][0]
        found = []
        first, last = bisect_left(self._person_starts, floor), bisect_left(self._person_starts, offset)
        for mention in reversed(self.cast.persons[first:last]):
            if mention.loose:
                continue
            if self._byline(self.doc.paragraph_at(mention.start)):
                continue
            if (
                mention.gender == gender
                and (not subjects or "nomn" in mention.cases)
                and not self._quoted(mention.start)
            ):
                found.append(mention)
        return found

    def subject_before(self, offset: int, gender: str, *, persons: bool = True) -> Speaker | None:
        """The person or role that is the subject of this sentence up to an offset, or of one of the two before it.

        Not `persons`: a body or a state that is the subject of the sentence before.
        """
        doc = self.doc
        sentence = doc.sentence_at(offset)
        reach = 3 if persons else 2
        for index in range(sentence.index, max(-1, sentence.index - reach), -1):
            span = doc.sentences[index]
            if index != sentence.index and span.paragraph < sentence.paragraph - 1 or self._byline(span.paragraph):
                break
            last = min(span.last, doc.token_at(offset))
            at = span.first
            while at < last:
                if self._quoted(doc.tokens[at].start):
                    at += 1
                    continue
                who = self.finder.phrase_at(at, last, None)
                if (
                    who is not None
                    and who.kind in ("name", "role")
                    and who.number == "sing"
                    and (not gender or who.gender == gender)
                ):
                    person = (
                        who.kind == "role"
                        and who.head in role_forms().values()
                        or who.mention is not None
                        and who.mention.kind == "person"
                    )
                    if person == persons and who.end < offset:
                        return who
                at = max(at + 1, doc.token_at(who.end) if who else at + 1)
        return None

    def _byline(self, paragraph: int) -> bool:
        """A line that only names the author, a date or a picture."""
        start, end = self.doc.paragraphs[paragraph]
        return paragraph > 0 and end - start < 90 and self.doc.text[end - 1] not in '.!?…»"”:'

    def _quoted(self, offset: int) -> bool:
        around = self.doc.quoted_at(offset)
        return around is not None and around.end - around.start > 40

    def last_speaker(
        self, offset: int, gender: str = "", number: str = "", kind: str = ""
    ) -> tuple[int, Identity] | None:
        last = bisect_right(self.spoke, offset, key=lambda pair: pair[0])
        for at, identity in reversed(self.spoke[max(0, last - _NEAR) : last]):
            if kind and identity.kind != kind:
                continue
            if (not gender or identity.gender == gender) and (not number or identity.number == number):
                return at, identity
        return None


def by_name(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A name: the fullest that the article has for that actor."""
    if who.kind not in ("name", "place"):
        return None
    mention = who.mention
    actor = mention.actor
    name = actor.name
    kind = "body" if actor.kind == "body" else "person"
    if actor.kind == "body" and mention.bare and len(name.split()) == 1 and not _proper(actor):
        name = name.lower()
    role = who.role or (directory.role_of(actor) if kind == "person" else None)
    number = "plur" if kind == "body" and mention.gender == "plur" else "sing"
    return Identity(name, "name", kind, role, None, actor, mention.gender, number)


def _proper(actor: Actor) -> bool:
    return any(not m.bare for m in actor.mentions)


def by_pair(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """Two persons at once, each by the fullest name."""
    return Identity(who.phrase, "pair", "group", number="plur") if who.kind == "pair" else None


def by_pronoun(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """він, вона: the nearest speaker or subject of that gender before."""
    if who.kind != "pronoun":
        return None
    if who.number == "plur":
        before = directory.last_speaker(found.anchor, number="plur")
        if before:
            return replace(before[1], rule="pronoun")
        group = _group_before(found.anchor, directory)
        return Identity(group, "pronoun", "group", number="plur") if group else None
    if who.phrase in ("перший", "перша", "другий", "друга"):
        pair = _pair_before(who.start, who.gender, directory)
        if pair:
            actor = pair[0 if who.phrase.startswith("перш") else 1]
            return Identity(actor.name, "ordinal", "person", directory.role_of(actor), None, actor, actor.gender)
    if who.phrase in ("той", "та"):
        return _object_before(found, who, directory)
    here = min(found.anchor, found.start)
    subject = directory.subject_before(here, who.gender)
    if subject is None and not directory.persons_before(here, who.gender, subjects=False, reach=0):
        subject = directory.subject_before(here, who.gender, persons=False)
    if subject is not None and (
        told := next(
            (
                i
                for rule in (by_name, by_title, by_office, by_description, by_role)
                if (i := rule(found, subject, directory))
            ),
            None,
        )
    ):
        return replace(told, rule="pronoun")
    spoken = directory.last_speaker(found.anchor, who.gender, "sing", "person")
    named = directory.persons_before(found.anchor, who.gender, subjects=True)
    if spoken and (not named or spoken[0] >= named[0].start or spoken[1].actor is named[0].actor):
        return replace(spoken[1], rule="pronoun")
    named = named or ([] if spoken else directory.persons_before(found.anchor, who.gender, subjects=False, reach=1))
    if named:
        actor = named[0].actor
        return Identity(actor.name, "pronoun", "person", directory.role_of(actor), None, actor, actor.gender)
    return replace(spoken[1], rule="pronoun") if spoken else None


def _object_before(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """«Уряд звільнив голову служби. Той через суд вимагав…»: not the subject before but whoever else was named last."""
    doc, finder = directory.doc, directory.finder
    sentence = doc.sentence_at(found.anchor)
    before = doc.sentences[sentence.index - 1] if sentence.index else None
    spans = [(sentence.first, doc.token_at(found.anchor)), (before.first, before.last) if before else (0, 0)]
    for first, last in spans:
        for at in range(last - 1, first - 1, -1):
            mention = finder.inside.get(at)
            if mention is not None and mention.gender == who.gender and mention.start < who.start:
                return Identity(
                    mention.name,
                    "pronoun",
                    "person",
                    directory.role_of(mention.actor),
                    None,
                    mention.actor,
                    mention.gender,
                )
            if doc.tokens[at].norm in role_forms() and doc.tokens[at].start < who.start:
                role = finder.any_case(at, last, ("accs", "gent", "ablt", "datv", "nomn"))
                if role is not None and role.kind == "role" and role.gender == who.gender and role.number == "sing":
                    return by_title(found, role, directory) or by_role(found, role, directory)
    return None


def _pair_before(offset: int, gender: str, directory: Directory) -> list[Actor] | None:
    """Two persons named as one subject before: «Правозахисник А і політолог Б … Перший …»."""
    doc = directory.doc
    sentence = doc.sentence_at(offset)
    for index in range(sentence.index, max(-1, sentence.index - 3), -1):
        span = doc.sentences[index]
        actors = []
        for mention in directory.cast.within(span.start, min(span.end, offset)):
            if (
                mention.kind == "person"
                and "nomn" in mention.cases
                and mention.gender == gender
                and mention.actor not in actors
            ):
                actors.append(mention.actor)
        if len(actors) == 2:
            return actors
    return None


def _group_before(offset: int, directory: Directory) -> str | None:
    """A plural role that is the subject of a sentence before: «Правозахисники передали … вони повідомили»."""
    doc = directory.doc
    sentence = doc.sentence_at(offset)
    for index in range(sentence.index, max(-1, sentence.index - 4), -1):
        span = doc.sentences[index]
        for at in range(span.first, min(span.last, doc.token_at(offset))):
            token = doc.tokens[at]
            if token.norm in role_forms() and any(f.case == "nomn" and f.number == "plur" for f in forms(token.norm)):
                who = directory.finder.phrase_at(at, span.last, None)
                if who and who.kind == "role" and who.number == "plur":
                    return who.phrase
    return None


def by_title(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A title: the person to whom the article gives that role, nearest before first."""
    if who.kind != "role" or who.number == "plur" or not who.head:
        return None
    words = _lemmas(who.phrase)
    either = not who.gender or who.head in offices() and _common_gender(who.head)
    fitting = [
        bound
        for bound in directory.bound_to(who.head, words, found.anchor)
        if bound.actor.kind == "person" and (either or bound.actor.gender == who.gender)
    ]
    if not fitting:
        return None
    before = [b for b in fitting if b.at < found.anchor]
    actors = list(dict.fromkeys(b.actor.name for b in fitting))
    if len(actors) > 1:
        spoken = [i for at, i in reversed(directory.spoke[-_NEAR:]) if at <= found.anchor and i.actor is not None]
        recent = next((i for i in spoken if any(b.actor is i.actor for b in fitting)), None)
        exact = [b for b in before if b.words == words] or [
            b for b in before if b.head == who.head and words <= b.words
        ]
        chosen = exact[-1] if exact and len({b.actor.name for b in exact}) == 1 else None
        if chosen is None and recent is not None:
            return replace(recent, rule="title")
        if (
            chosen is None
            and len(before) > 1
            and before[-1].actor is not before[-2].actor
            and directory.doc.sentence_at(before[-1].at) is directory.doc.sentence_at(before[-2].at)
        ):
            both = f"{before[-2].actor.name}, {before[-1].actor.name}"
            return Identity(None, "title", reason=f"«{who.phrase}» fits two persons: {both}")
        chosen = chosen or (before or fitting)[-1 if before else 0]
    else:
        chosen = (before or fitting)[-1 if before else 0]
    return Identity(chosen.actor.name, "title", "person", chosen.text, None, chosen.actor, chosen.actor.gender)


def _common_gender(head: str) -> bool:
    """A masculine title is used of women too: «омбудсман Людмила Денісова», «міністр додала»."""
    return any("masc" in f.gender for f in forms(head) if f.case == "nomn")


def _held(who: Speaker, directory: Directory) -> Holder | None:
    """The one person who held the office of a title on the day of the article, if exactly one did."""
    words = who.phrase.split()
    states = office_states()
    state = next((states[fold(w)] for w in words if fold(w) in states), "UA")
    office = " ".join(w for w in words if fold(w) not in states)
    found = {holder.name: holder for holder in holders(office, state, directory.on)}
    return next(iter(found.values())) if len(found) == 1 else None


def by_office(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A title without a name: whoever held the office that day, if the article names him elsewhere."""
    if who.kind != "role" or who.number == "plur" or not who.head or (holder := _held(who, directory)) is None:
        return None
    surname = fold(holder.name.split()[-1])
    for mention in directory.cast.persons:
        actor = mention.actor
        if actor.words and actor.words[actor.surname] == surname and actor.gender in ("", holder.gender):
            return Identity(
                actor.name,
                "office",
                "person",
                who.phrase,
                None,
                actor,
                holder.gender,
                note=f"{who.phrase}: {holder.source}",
            )
    return None


def by_description(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A bare common noun («політик», «жінка», «медикиня») that names whoever was spoken of last."""
    if who.kind != "role" or who.number == "plur" or len(who.phrase.split()) > 1 or not who.gender or not who.head:
        return None
    if who.head in ("співрозмовник", "співрозмовниця", "джерело"):
        unnamed = [
            i
            for at, i in directory.spoke[-_NEAR:]
            if at <= found.anchor and i.actor is None and i.name and i.name.startswith(("джерело", "співрозмовни"))
        ]
        return replace(unnamed[-1], rule="description") if unnamed else None
    if who.head in (
        "суддя",
        "журналіст",
        "журналістка",
        "співрозмовник",
        "джерело",
        "слідчий",
        "прокурор",
        "влада",
        "сторона",
        "слідство",
        "родина",
        "опозиція",
        "керівництво",
        "команда",
        "громадськість",
        "більшість",
        "бізнес",
    ):
        return None
    spoken = directory.last_speaker(found.anchor, who.gender, "sing", "person")
    if (
        spoken
        and spoken[1].actor is not None
        and directory.doc.paragraph_at(found.anchor) - directory.doc.paragraph_at(spoken[0]) <= 3
    ):
        named = directory.persons_before(found.anchor, who.gender, subjects=True, reach=1)
        if not named or spoken[0] >= named[0].start or named[0].actor is spoken[1].actor:
            return replace(spoken[1], rule="description")
        return Identity(
            named[0].name, "description", "person", directory.role_of(named[0].actor), None, named[0].actor, who.gender
        )
    named = directory.persons_before(found.anchor, who.gender, subjects=True, reach=3)
    if not named:
        # Only one of that sex has been named so far: it is he, whatever the case.
        all_named = directory.persons_before(found.anchor, who.gender, subjects=False, reach=5)
        named = all_named if len({m.actor.name for m in all_named}) == 1 else []
    if named:
        return Identity(
            named[0].name, "description", "person", directory.role_of(named[0].actor), None, named[0].actor, who.gender
        )
    return None


def by_role(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A role whose bearer the article does not name stands for itself."""
    if who.kind != "role":
        return None
    holder = _held(who, directory) if who.head and who.number == "sing" else None
    if holder is not None:
        known = f"not named in the article; on that day {who.phrase} was {holder.name}: {holder.source}"
        return Identity(who.phrase, "role", "person", who.phrase, None, None, holder.gender, note=known)
    return Identity(
        who.phrase,
        "role",
        "group" if who.number == "plur" else "person",
        who.phrase,
        None,
        None,
        who.gender,
        who.number,
    )


def by_body_before(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """«зазначили там», «у відомстві»: the body that spoke or was named last."""
    if who.kind != "there" and not (
        who.kind in ("role", "name", "place")
        and fold(who.phrase or directory.doc.text[who.start : who.end]) in _SAME_BODY
    ):
        return None
    if who.mention is not None and " " in who.mention.name:
        return None  # the article has only one such body
    here = min(found.anchor, found.start, who.start)
    spoke = next(((at, i) for at, i in reversed(directory.spoke[-_NEAR:]) if at < here and i.kind == "body"), None)
    last = bisect_left(directory.cast.bodies, here, key=lambda m: m.start)
    bodies = [
        m
        for m in directory.cast.bodies[max(0, last - _NEAR) : last]
        if fold(m.name) not in _SAME_BODY and (not m.bare or who.kind == "there")
    ]
    if spoke and (
        not bodies
        or bodies[-1].start <= spoke[0]
        or directory.doc.paragraph_at(bodies[-1].start) < directory.doc.paragraph_at(here) - 1
    ):
        return replace(spoke[1], rule="there")
    return Identity(bodies[-1].name, "there", "body", None, None, bodies[-1].actor, "", "plur") if bodies else None


def by_repetition(
    found: Found, directory: Directory, quotes: list[Found], identities: dict[int, Identity]
) -> Identity | None:
    """A headline quotes what the article quotes in full: the speaker of the words most like it."""
    doc = directory.doc
    mine = {t.norm[:5] for t in doc.span_tokens(found.start, found.end) if t.is_word and len(t.norm) > 3}
    best, share = None, 0.5
    for other in quotes:
        if other is found or other.kind == "indirect" or id(other) not in identities:
            continue
        theirs = {t.norm[:5] for t in doc.span_tokens(other.start, other.end) if t.is_word}
        overlap = len(mine & theirs) / len(mine) if mine else 0.0
        if overlap > share and identities[id(other)].name:
            best, share = identities[id(other)], overlap
    return replace(best, rule="repetition") if best else None


def by_headline_role(found: Found, directory: Directory) -> Identity | None:
    """«…». Військова медикиня – про полон: the role after the marks is whom the article then names with that gender."""
    doc = directory.doc
    at = doc.token_at(found.end) + 1
    last = doc.token_at(doc.paragraphs[doc.paragraph_at(found.start)][1] - 1) + 1
    while at < last and not doc.tokens[at].is_word:
        at += 1
    who = directory.finder.phrase_at(at, last, None) if at < last else None
    if who is None or who.number == "plur":
        return None
    if who.kind == "name":
        return by_name(found, who, directory)
    named = next(
        (
            m
            for m in directory.cast.persons
            if m.start > found.end
            and not m.loose
            and not directory._byline(doc.paragraph_at(m.start))
            and m.gender == who.gender
            and "nomn" in m.cases
        ),
        None,
    )
    return (
        Identity(named.name, "headline_role", "person", directory.role_of(named.actor), None, named.actor, named.gender)
        if named
        else None
    )


RULES = (by_body_before, by_name, by_pair, by_pronoun, by_title, by_office, by_description, by_role)


def _left_out(found: Found, directory: Directory) -> Identity | None:
    """A verb without its subject («Скаржаться, що …», «Зазначила, що …») takes that of the sentences before."""
    if not found.follows:
        return None
    if found.cue is None:
        before = directory.doc.sentence_at(max(0, found.start - 3))
        if not any(c.entry.frames & {"say", "manner"} for c in find_cues(directory.doc, before.first, before.last)):
            return None
        subject = directory.subject_before(found.start, "")
        return (
            next((i for rule in (by_name, by_title, by_role) if (i := rule(found, subject, directory))), None)
            if subject
            else None
        )
    grammar = next(
        (
            f
            for f in forms(directory.doc.tokens[directory.doc.token_at(found.cue[0])].norm)
            if f.tense in ("past", "pres")
        ),
        None,
    )
    if grammar is None:
        return None
    if grammar.number == "plur":
        return by_pronoun(found, Speaker(*found.cue, "pronoun", phrase="вони", number="plur"), directory)
    if grammar.gender in ("masc", "femn"):
        return by_pronoun(found, Speaker(*found.cue, "pronoun", phrase="", gender=grammar.gender), directory)
    subject = directory.subject_before(min(found.anchor, found.start), "")
    return (
        next(
            (
                i
                for rule in (by_name, by_title, by_office, by_description, by_role)
                if (i := rule(found, subject, directory))
            ),
            None,
        )
        if subject
        else None
    )


def identify(found: Found, directory: Directory) -> Identity:
    """The speaker of a quote, and remember who spoke."""
    who = found.speaker
    identity = None
    if who is not None:
        identity = next((i for rule in RULES if (i := rule(found, who, directory)) is not None), None)
        if identity is None:
            identity = Identity(
                None, "nobody", reason=f"«{directory.doc.text[who.start : who.end]}» fits nobody named before"
            )
    elif found.silent:
        identity = Identity(None, "passive", reason="the sentence names nobody")
    elif found.fallback is not None and not any(found.fallback.start < at <= found.anchor for at, _ in directory.spoke):
        identity = next((i for rule in RULES if (i := rule(found, found.fallback, directory)) is not None), None)
        identity = (
            replace(identity, rule="source_line")
            if identity
            else Identity(None, "nobody", reason="the source line names nobody")
        )
    else:
        identity = _left_out(found, directory)
    if identity is None:
        here = max(found.anchor, found.start)
        before = directory.last_speaker(here, kind="person") if found.kind == "direct" else None
        before = before or directory.last_speaker(here)
        identity = (
            replace(before[1], rule="continued")
            if before
            else Identity(None, "nobody", reason="nobody is named who could have said it")
        )
    if identity.name:
        insort(directory.spoke, (max(found.anchor, found.start), identity), key=lambda pair: pair[0])
    return identity
