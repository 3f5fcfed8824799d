"""For whom persons and bodies of an article act, and who bears a title in it."""

from functools import cache, cached_property

from dodomu import uk
from dodomu.extract.mentions import places
from dodomu.text.document import Document
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, lexeme
from dodomu.text.names import Cast, NameMention
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import fold

MOST = 20  # mentions of one name looked at


@cache
def _leaders() -> dict[str, str]:
    return {fold(name): state for state, found in uk.load("places")["leaders"].items() for name in found}


@cache
def _heads() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["heads"]))


@cache
def _titles() -> PhraseBook:
    return enrolled(PhraseBook((title, title) for title in uk.load("mediators")["titles"]))


class Standing:
    """What an article tells of for whom its actors act.

    >>> doc = Document("Президент Литви Гітанас Науседа помилував двох. Суд у Вільнюсі мовчить.")
    >>> Standing(doc, Cast(doc)).state_of("Гітанас Науседа")
    'LT'
    """

    def __init__(self, doc: Document, cast: Cast):
        self.doc, self.cast = doc, cast
        self._states: dict[str, str | None] = {}

    def state_of(self, name: str) -> str | None:
        """The state for which a person or a body acts, as far as the article or common knowledge tells."""
        if name not in self._states:
            self._states[name] = self._find(name)
        return self._states[name]

    def _find(self, name: str) -> str | None:
        words = fold(name).split()
        for word in reversed(words):
            if word in _leaders():
                return _leaders()[word]
        mentions = self._by_name.get(name, [])[:MOST]
        for mention in mentions:
            if mention.kind == "body":
                inside = places.find_places(self.doc, mention.first, mention.last)
                states = [p.state for p in inside if p.state]
                if states:
                    return states[0]
            if state := self._of_title(mention.first):
                return state
        if mentions and mentions[0].kind == "body" and any(w in lexeme("суд") | lexeme("райсуд") for w in words):
            return self._court(mentions)
        return None

    def _of_title(self, at: int) -> str | None:
        """«президент Литви» before a name."""
        first = max(0, at - 4)
        if not any(token.norm in _heads() for token in self.doc.tokens[first:at]):
            return None
        found = [p for p in places.find_places(self.doc, first, at) if p.kind in ("state", "adjective")]
        return found[-1].state if found else None

    def _court(self, mentions) -> str | None:
        """The state beside a court."""
        for mention in mentions:
            sentence = self.doc.sentence_at(mention.start)
            near = places.find_places(
                self.doc, max(sentence.first, mention.first - 2), min(sentence.last, mention.last + 3)
            )
            for place in near:
                if place.state:
                    return place.state
        return None

    def titled(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """Titles among tokens (first, last, name of the bearer) that stand without the name."""
        found = []
        for hit in self.doc.find(_titles(), first, last):
            if self.cast.among(hit.last, min(hit.last + 2, last)):
                continue
            if bearer := self._bearers.get(hit.entry):
                found.append((hit.first, hit.last, bearer))
        return found

    def heads_of_states(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """«президент Литви» without a name: (first, last, the name that the article gives to him elsewhere)."""
        found = []
        for at in range(first, last - 1):
            token = self.doc.tokens[at]
            if token.norm not in _heads():
                continue
            place = next(
                iter(
                    p
                    for p in places.find_places(self.doc, at + 1, min(at + 4, last))
                    if p.first == at + 1 and p.kind == "state"
                ),
                None,
            )
            if place is None or [
                m
                for m in self.cast.among(place.last, min(place.last + 2, last))
                if m.kind == "person" and m.first == place.last
            ]:
                continue
            lemma = forms(token.norm)[0].lemma
            bearer = self._heads_by_title.get((lemma, place.state))
            if bearer is None:
                state = self.doc.tokens[place.first]
                bearer = f"{lemma} {self.doc.text[state.start : self.doc.tokens[place.last - 1].end]}"
                self._states[bearer] = place.state
            found.append((at, place.last, bearer))
        return found

    def mentions_of(self, name: str) -> list[NameMention]:
        """Where a name stands in the article, in order."""
        return self._by_name.get(name, [])

    @cached_property
    def _by_name(self) -> dict[str, list[NameMention]]:
        found: dict[str, list[NameMention]] = {}
        for mention in self.cast.mentions:
            found.setdefault(mention.name, []).append(mention)
        return found

    def heads(self, first: int, last: int) -> list[tuple[int, int, str]]:
        """«Президент доручив», with neither a name nor a state: the one whom the article calls so by name."""
        found = []
        heads = _heads()
        for at in range(first, last):
            token = self.doc.tokens[at]
            if token.norm not in heads:
                continue
            if any(m.kind == "person" for m in self.cast.among(at + 1, min(at + 2, last))):
                continue
            if places.find_places(self.doc, max(first, at - 1), min(at + 3, last)):
                continue
            if bearer := self._plain_heads.get(forms(token.norm)[0].lemma):
                found.append((at, at + 1, bearer))
        return found

    @cached_property
    def _plain_heads(self) -> dict[str, str]:
        """Who bears a title right before his name, or with the adjective of the home state; nobody where two do."""
        named: dict[str, set[str]] = {}
        for mention in self.cast.persons:
            if mention.loose or not mention.first:
                continue
            title = self.doc.tokens[mention.first - 1]
            if title.norm in _heads():
                named.setdefault(forms(title.norm)[0].lemma, set()).add(mention.name)
        return {title: names.pop() for title, names in named.items() if len(names) == 1}

    @cached_property
    def _heads_by_title(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for mention in self.cast.persons:
            if not mention.loose and (title := self._title_before(mention.first)):
                found.setdefault(title, mention.name)
        return found

    def _title_before(self, at: int) -> tuple[str, str] | None:
        """The title and the state right before a name."""
        found = [p for p in places.find_places(self.doc, max(0, at - 3), at) if p.kind == "state" and p.last == at]
        if found and found[0].first and self.doc.tokens[found[0].first - 1].norm in _heads():
            return forms(self.doc.tokens[found[0].first - 1].norm)[0].lemma, found[0].state
        return None

    @cached_property
    def _bearers(self) -> dict[str, str]:
        known: dict[str, str] = {}
        for hit in self.doc.find(_titles()):
            named = [
                m
                for m in self.cast.among(hit.last, min(hit.last + 3, len(self.doc.tokens)))
                if m.kind == "person" and not m.loose
            ]
            if named:
                known.setdefault(hit.entry, named[0].name)
        return known
