"""Who an article names: every mention of a person or a body, with the fullest name that the article gives it."""

from bisect import bisect_left
from collections import Counter, deque
from dataclasses import dataclass, field
from functools import cached_property

from dodomu import uk
from dodomu.text.bodies import BodyMention, find_bodies, of_two_states
from dodomu.text.document import Document
from dodomu.text.inflection import FullName, from_endings
from dodomu.text.patronymics import by_patronymic
from dodomu.text.persons import PARTICLES, PersonMention, find_persons
from dodomu.text.tokens import Token, fold


@dataclass(slots=True)
class Actor:
    """A person or a body of the article, or a capitalised word that may be either (kind ``unknown``).

    `words` is the name in the nominative, folded; `surname` is the place of a person's surname among them.
    """

    name: str
    kind: str
    gender: str
    words: tuple[str, ...] = ()
    surname: int = -1
    mentions: list["NameMention"] = field(default_factory=list, repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class NameMention:
    """Words that name an actor: ``text[start:end]``, tokens ``first`` to ``last`` (half-open).

    `cases` are those in which the words may stand. `rivals` are other actors that the words fit as well. `loose` is a
    capitalised word that may be a name but is tied to no person that the article names in full.
    """

    start: int
    end: int
    first: int
    last: int
    kind: str
    actor: Actor
    cases: frozenset[str]
    gender: str
    rivals: tuple[Actor, ...] = ()
    loose: bool = False
    bare: bool = False

    @property
    def name(self) -> str:
        """The fullest name of the actor in the article, nominative."""
        return self.actor.name


_RECENT = 200
"""So many mentions back it matters who was named last."""


def _cased(token: Token, folded: str) -> str:
    """A nominative written as the article writes the word: «МакКейна» → «МакКейн»."""
    folded = folded.replace("\u00ad", "")
    shouted = token.text.isupper() and len(token.text) > 4
    if token.norm == folded and not shouted:
        return token.text.replace("\u00ad", "")
    if folded in PARTICLES:
        return folded
    made = [
        c.upper() if not shouted and token.text[i : i + 1].isupper() and token.norm[i : i + 1] == c else c
        for i, c in enumerate(folded)
    ]
    made[0] = made[0].upper()
    for i in range(1, len(made)):
        if made[i - 1] == "-":
            made[i] = made[i].upper()
    return "".join(made)


def _in_order(short: list[str], long: list[str]) -> bool:
    """Whether all words of the one stand in the other in that order: «історичний музей», «новий історичний музей»."""
    rest = iter(long)
    return len(short) > 1 and all(word in rest for word in short)


class Cast:
    """All names of an article.

    >>> cast = Cast(Document("Про це сказала Наталія Ейсмонт. За словами Ейсмонт, рішення Лукашенка остаточне."))
    >>> [(m.name, m.gender) for m in cast.mentions if not m.loose]
    [('Наталія Ейсмонт', 'femn'), ('Наталія Ейсмонт', 'femn')]
    """

    def __init__(self, doc: Document):
        self.doc = doc

    @cached_property
    def persons(self) -> list[NameMention]:
        found = find_persons(self.doc)
        support: Counter = Counter()
        for mention in found:
            for option in mention.options:
                support[option.words] += option.weight
                support[option.words[mention.surname]] += option.weight
        actors: list[Actor] = []
        named: list[NameMention] = []
        by_surname: dict[str, list[Actor]] = {}
        full_of: dict[int, tuple[FullName, Actor]] = {}
        for mention in found:
            if mention.full:
                best = max(
                    mention.options,
                    key=lambda o, m=mention: (
                        support[o.words] + support[o.words[m.surname]] - len(found) * (m.options[0].weight - o.weight),
                        -m.options.index(o),
                    ),
                )
                full_of[id(mention)] = best, self._enlist(actors, by_surname, mention, best)
        for key, (option, actor) in list(full_of.items()):
            full_of[key] = option, by_patronymic(actor, actors)
        by_word: dict[str, list[Actor]] = {}
        for actor in actors:
            for word in {actor.words[actor.surname], actor.words[0]} if len(actor.words) > 1 else set(actor.words):
                by_word.setdefault(word, []).append(actor)
        recent: deque[Actor] = deque(maxlen=_RECENT)
        for mention in found:
            if id(mention) in full_of:
                option, actor = full_of[id(mention)]
                named.append(self._mention(mention, actor, option.cases))
            else:
                made = self._short(mention, by_word, recent)
                if made is None:
                    continue
                named.append(made)
                actor = made.actor
            recent.append(actor)
            actor.mentions.append(named[-1])
        return named

    def _mention(
        self, mention: PersonMention, actor: Actor, cases: frozenset[str], rivals=(), loose=False
    ) -> NameMention:
        tokens = self.doc.tokens
        start, end = tokens[mention.first].start, tokens[mention.last - 1].end
        return NameMention(start, end, mention.first, mention.last, "person", actor, cases, actor.gender, rivals, loose)

    def _as_stands(self, mention: PersonMention) -> str:
        tokens = self.doc.tokens
        return self.doc.text[tokens[mention.first].start : tokens[mention.last - 1].end]

    def _display(self, mention: PersonMention, option: FullName) -> str:
        tokens = [t for t in self.doc.tokens[mention.first : mention.last] if t.text != "."]
        return " ".join(
            _cased(t, w) + ("." if len(t.text) == 1 else "") for t, w in zip(tokens, option.words, strict=True)
        )

    def _enlist(
        self, actors: list[Actor], by_surname: dict[str, list[Actor]], mention: PersonMention, option: FullName
    ) -> Actor:
        """The person whom this full name means: one already named by the same words, or by more or fewer of them."""
        words = set(option.words)
        surname = option.words[mention.surname]
        for actor in by_surname.get(surname, ()):
            held = set(actor.words)
            if (words <= held or held <= words) and actor.gender == option.gender:
                longer = len(option.words) > len(actor.words)
                same_length = len(option.words) == len(actor.words)
                if longer:
                    actor.words, actor.surname = option.words, mention.surname
                if (
                    longer
                    or same_length
                    and (mention.surname != 0 or actor.surname == 0)
                    and all(t.norm in words for t in self.doc.tokens[mention.first : mention.last])
                ):
                    actor.name = self._display(mention, option)
                return actor
        actor = Actor(self._display(mention, option), "person", option.gender, option.words, mention.surname)
        actors.append(actor)
        by_surname.setdefault(surname, []).append(actor)
        return actor

    def _short(
        self, mention: PersonMention, by_word: dict[str, list[Actor]], recent: deque[Actor]
    ) -> NameMention | None:
        """A surname or a given name alone: the person of the article who bears it, nearest before first."""
        fitting: list[tuple[Actor, frozenset[str]]] = []
        for option in mention.options:
            for actor in by_word.get(option.words[-1], ()):
                if actor.gender in ("", option.gender):
                    held = next((c for a, c in fitting if a is actor), None)
                    if held is None:
                        fitting.append((actor, option.cases))
                    else:
                        fitting = [(a, c | option.cases if a is actor else c) for a, c in fitting]
        if not fitting and mention.last - mention.first == 1 and not mention.common:
            # «Сакала» is a form of «Сакал» too, where the article names him.
            for reading in from_endings(self.doc.tokens[mention.first].norm):
                for actor in by_word.get(reading.nominative, ()):
                    if actor.gender == reading.gender and actor.kind == "person" and len(actor.words) > 1:
                        fitting.append((actor, reading.cases))
            fitting = fitting[:1]
        if fitting:
            if len(fitting) > 1:
                ranked = [a for a in reversed(recent) if any(a is f for f, _ in fitting)]
                order = {id(a): i for i, a in reversed(list(enumerate(ranked)))}
                fitting.sort(key=lambda pair: order.get(id(pair[0]), len(ranked) + 1))
            actor, cases = fitting[0]
            rivals = tuple(a for a, _ in fitting[1:] if a.kind == "person")
            return self._mention(mention, actor, cases, rivals, loose=actor.kind == "unknown")
        if not mention.options or mention.common:
            return None
        support = [o for o in mention.options if o.weight == mention.options[0].weight]
        best = next((o for o in support if "nomn" in o.cases), support[0])
        if mention.initials:
            best = support[0]
            surname = self.doc.tokens[mention.last - 1]
            initials = self.doc.text[self.doc.tokens[mention.first].start : surname.start]
            # A woman's surname on a consonant looks like a man's: the verb tells.
            gender = best.gender if len({o.gender for o in mention.options if "nomn" in o.cases}) == 1 else ""
            actor = Actor(initials + _cased(surname, best.words[-1]), "person", gender, best.words)
        else:
            name = self._display(mention, best) if mention.last - mention.first == 1 else self._as_stands(mention)
            actor = Actor(name, "unknown", best.gender, best.words)
        cases = frozenset().union(*(o.cases for o in support))
        by_word.setdefault(best.words[-1], []).append(actor)
        return self._mention(mention, actor, cases, loose=not mention.initials)

    @cached_property
    def bodies(self) -> list[NameMention]:
        taken = frozenset(at for m in self.persons if not m.loose for at in range(m.first, m.last))
        found = [b for b in find_bodies(self.doc, taken) if b.head not in taken]
        actors: dict[str, Actor] = {}
        by_head: dict[str, list[tuple[str, Actor]]] = {}
        for body in sorted(found, key=lambda b: (b.bare, b.first - b.last)):
            name = fold(body.name)
            actor = actors.get(name) or self._fuller(by_head, body)
            if actor is None:
                actor = Actor(body.name, "body", body.gender, tuple(name.split()))
            if name not in actors:
                actors[name] = actor
                by_head.setdefault(body.lemma, []).append((name, actor))
        tokens = self.doc.tokens
        named = []
        for body in found:
            actor = actors[fold(body.name)]
            start, end = tokens[body.first].start, tokens[body.last - 1].end
            named.append(
                NameMention(start, end, body.first, body.last, "body", actor, body.cases, body.gender, bare=body.bare)
            )
            actor.mentions.append(named[-1])
        return named

    @staticmethod
    def _fuller(by_head: dict[str, list[tuple[str, Actor]]], body: BodyMention) -> Actor | None:
        """A body already named of which this is a shorter name: its beginning, its head alone, an abbreviation."""
        folded = fold(body.name)
        long = uk.load("bodies")["aliases"].get(folded.split()[0])
        alone = body.bare and body.last - body.first == 1
        lemmas = [body.lemma, *(w for w in (long or "").split() if w in by_head)]
        if alone:
            lemmas += [lemma for lemma in by_head if lemma != body.lemma and lemma.endswith(body.lemma)]
        fitting: list[Actor] = []
        for lemma in lemmas:
            for name, actor in by_head.get(lemma, ())[:_RECENT]:
                shorter = (
                    name.startswith(folded + " ")
                    or (long and name.startswith(long))
                    or _in_order(folded.split(), name.split())
                )
                if (shorter or alone and " " in name) and actor not in fitting and not of_two_states(folded, name):
                    fitting.append(actor)
        return fitting[0] if len(fitting) == 1 or fitting and not body.bare else None

    @cached_property
    def mentions(self) -> list[NameMention]:
        """Persons and bodies in order of place."""
        return sorted([*self.persons, *self.bodies], key=lambda m: (m.start, -m.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def within(self, start: int, end: int) -> list[NameMention]:
        """Mentions that begin between two offsets, loose ones left out."""
        return [
            m for m in self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)] if not m.loose
        ]

    def among(self, first: int, last: int) -> list[NameMention]:
        """Mentions that begin among the tokens ``first`` to ``last`` (half-open), loose ones too."""
        tokens = self.doc.tokens
        if first >= last or first >= len(tokens):
            return []
        return self.mentions[
            bisect_left(self._starts, tokens[first].start) : bisect_left(self._starts, tokens[last - 1].end)
        ]
