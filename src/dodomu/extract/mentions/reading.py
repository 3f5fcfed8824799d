"""An article as the rules on mentions read it: clauses, names, places, people and dates of a sentence, each worked
out once.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Set
from functools import cached_property

from dodomu.extract.mentions import captivity, places
from dodomu.extract.mentions.clauses import Clause, clauses
from dodomu.extract.mentions.dates import find_dates
from dodomu.extract.mentions.finder import Finder
from dodomu.extract.mentions.people import People, coordinated
from dodomu.extract.mentions.reckoning import DateHit
from dodomu.extract.mentions.standing import Standing
from dodomu.extract.mentions.triggers import Trigger, find_triggers
from dodomu.models import Article
from dodomu.models.vocabulary import RELEASE_FAMILY
from dodomu.text.document import Document, Sentence
from dodomu.text.morphology import forms
from dodomu.text.names import Cast, NameMention

NEAR = 2
HEAD, MUCH = 2, 3  # sentences of a head, words for captivity of an article that dwells on it
LONGEST = 300  # tokens; a longer row is read in pieces, so that time stays linear: no article writes such sentences


class View:
    """One sentence, read as far as rules ask."""

    def __init__(self, reading: "Reading", sentence: Sentence):
        self.reading, self.sentence = reading, sentence
        self.doc, self.tokens = reading.doc, reading.doc.tokens
        self.parties: list | None = None  # filled when first asked for
        self._people_of: dict[int, list[People]] = {}

    @cached_property
    def clauses(self) -> list[Clause]:
        return clauses(self.doc, self.sentence)

    @cached_property
    def names(self) -> list[NameMention]:
        return [n for n in self.reading.cast.among(self.sentence.first, self.sentence.last) if not n.loose]

    @cached_property
    def places(self) -> list[places.Place]:
        return places.find_places(self.doc, self.sentence.first, self.sentence.last)

    @cached_property
    def dates(self) -> list[DateHit]:
        return find_dates(self.doc, self.sentence.first, self.sentence.last, self.reading.published)

    @cached_property
    def _dated(self) -> frozenset[int]:
        return frozenset(at for hit in self.dates for at in range(hit.first, hit.last))

    @cached_property
    def _people(self) -> list[People]:
        """People of the sentence; numbers of a date are none."""
        unknown = [
            n
            for n in self.reading.cast.among(self.sentence.first, self.sentence.last)
            if n.loose and n.first > self.sentence.first and n.kind == "person"
        ]
        finder = Finder(self.tokens, [*self.names, *unknown], self.places)
        found = finder.find(self.sentence.first, self.sentence.last)
        return [
            p for p in found if p.last - 1 not in self._dated and not (p.number and p.number.last - 1 in self._dated)
        ]

    def names_at(self, at: int) -> bool:
        """Whether a person's name begins at a token."""
        return any(n.first == at and n.kind == "person" for n in self.names)

    def people(self, clause: Clause) -> list[People]:
        """People of a clause, those in one row joined."""
        if clause.first not in self._people_of:
            self._people_of[clause.first] = coordinated([p for p in self._people if clause.holds(p.first)], self.tokens)
        return self._people_of[clause.first]

    def clause_at(self, at: int) -> Clause:
        return next((c for c in self.clauses if c.holds(at)), self.clauses[0])

    def says(self, words: Set[str]) -> bool:
        """Whether one of these forms stands in the sentence."""
        return bool(self.doc.where(words, self.sentence.first, self.sentence.last))

    def norms(self, clause: Clause) -> list[str]:
        return [self.tokens[at].norm for at in clause.indexes()]


class Reading:
    """One article with what has been read of it."""

    def __init__(self, doc: Document, cast: Cast, article: Article):
        self.doc, self.cast, self.article = doc, cast, article
        self.published = article.published
        self.standing = Standing(doc, cast)
        self._views: dict[int, View] = {}

    def forget(self) -> None:
        """Let go of what was read, once all of it is written down.

        Sentences and their article refer to each other: undone, the article is gone at once and not left to the
        collector of garbage, which takes longer the more it finds.
        """
        vars(self).clear()

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the article, none longer than `LONGEST`."""
        if all(s.last - s.first <= LONGEST for s in self.doc.sentences):
            return self.doc.sentences
        found: list[Sentence] = []
        tokens = self.doc.tokens
        for whole in self.doc.sentences:
            for first in range(whole.first, whole.last, LONGEST):
                last = min(first + LONGEST, whole.last)
                found.append(
                    Sentence(len(found), whole.paragraph, tokens[first].start, tokens[last - 1].end, first, last)
                )
        return found

    @cached_property
    def _sentence_firsts(self) -> list[int]:
        return [s.first for s in self.sentences]

    def sentence_of(self, token: int) -> Sentence:
        """The sentence that holds a token."""
        return self.sentences[max(0, bisect_right(self._sentence_firsts, token) - 1)]

    def view(self, sentence: int) -> View:
        if sentence not in self._views:
            self._views[sentence] = View(self, self.sentences[sentence])
        return self._views[sentence]

    @cached_property
    def triggers(self) -> list[Trigger]:
        return find_triggers(self.doc)

    def triggers_within(self, first: int, last: int) -> list[Trigger]:
        """Triggers of the release family that begin among the tokens ``first`` to ``last``."""
        return [t for t in self.all_triggers_within(first, last) if t.type in RELEASE_FAMILY]

    def all_triggers_within(self, first: int, last: int) -> list[Trigger]:
        starts = self._trigger_starts
        return self.triggers[bisect_left(starts, first) : bisect_left(starts, last)]

    @cached_property
    def _trigger_starts(self) -> list[int]:
        return [t.first for t in self.triggers]

    @cached_property
    def _captivity(self) -> list[int]:
        """Tokens that speak of captivity: the words for it, and triggers that are of it alone («вийти на волю»)."""
        said = self.doc.where(captivity.words())
        clear = [t for t in self.triggers if t.type == "release" and not t.needs]
        return sorted({*said, *(t.first for t in clear if not any(t.first <= at < t.last for at in said))})

    @property
    def words_of_captivity(self) -> int:
        """How many tokens speak of captivity."""
        return len(self._captivity)

    @cached_property
    def beside_captivity(self) -> dict[str, set[int]]:
        """The sentences that speak of captivity, by the words that stand in them; two for a word are enough."""
        found: dict[str, set[int]] = {}
        for index in sorted({self.sentence_of(at).index for at in self._captivity}):
            sentence = self.sentences[index]
            for token in self.doc.tokens[sentence.first : sentence.last]:
                seen = found.setdefault(token.norm, set())
                if len(seen) < 2:
                    seen.add(index)
        return found

    @cached_property
    def of_convicts(self) -> tuple[int, int] | None:
        """Tokens from and to of the first word for prisons and sentences, if the article speaks of no captivity of
        war.
        """
        norms = {self.doc.tokens[at][3] for at in self._captivity}
        if norms & captivity.war():
            return None
        at = next((at for at in self._captivity if self.doc.tokens[at][3] in captivity.justice()), None)
        return None if at is None else (at, at + 1)

    @cached_property
    def tells_of_detention(self) -> bool:
        """Somebody was detained, so that house arrest is the milder measure."""
        return any(form.startswith("затрим") for form in set(self.doc.norms))

    @cached_property
    def captives(self) -> list[int]:
        """Tokens that name captives."""
        captives = captivity.captives()
        return [at for at in self._captivity if self.doc.tokens[at][3] in captives]

    @cached_property
    def all_places(self) -> list[tuple[View, places.Place]]:
        """Every place of the article with its sentence."""
        return [
            (view, place)
            for index in range(len(self.sentences))
            for view in [self.view(index)]
            for place in view.places
        ]

    @cached_property
    def qualified(self) -> dict[str, tuple[View, places.Place]]:
        """The first state adjective before every noun form: «українських моряків»."""
        found: dict[str, tuple[View, places.Place]] = {}
        for view, place in self.all_places:
            if place.kind == "adjective" and place.last < view.sentence.last:
                lemma = forms(self.doc.tokens[place.last].norm)[0].lemma
                found.setdefault(lemma, (view, place))
        return found

    @cached_property
    def states_by_frequency(self) -> list[tuple[str, int, View, places.Place]]:
        """States that the article speaks of: code, how often, where first; most first. «Канцлерка Німеччини Меркель» is
        one.
        """
        tally: Counter[str] = Counter()
        first: dict[str, tuple[View, places.Place]] = {}
        before = None
        for view, place in self.all_places:
            beside, before = before, (view, place)
            if place.kind == "leader" and beside and beside[0] is view and 0 <= place.first - beside[1].last <= 3:
                continue
            if place.kind == "seat" and self.doc.tokens[place.first - 1].norm in ("у", "в"):
                continue  # where they met
            if place.kind in ("state", "seat", "adjective", "held", "national", "leader"):
                tally[place.state] += 1
                first.setdefault(place.state, (view, place))
        return [(state, n, *first[state]) for state, n in tally.most_common()]

    @cached_property
    def tells_of_exchange(self) -> bool:
        """An exchange, and captivity in a war: «повернули з полону» in the headline, «обмін» below."""
        at_war = any(self.doc.tokens[at][3] in captivity.war() for at in self._captivity)
        return at_war and any(t.type == "exchange" for t in self.triggers)

    def speaks_of_captivity(self, sentence: Sentence) -> bool:
        """Whether captivity is spoken of near a sentence, or from the head of the article on."""
        if not self._captivity:
            return False
        sentences = self.sentences
        first = sentences[max(0, sentence.index - NEAR)].first
        last = sentences[min(len(sentences) - 1, sentence.index + NEAR)].last
        at = bisect_left(self._captivity, first)
        if at < len(self._captivity) and self._captivity[at] < last:
            return True
        if sentence.index < HEAD and len(self._captivity) >= MUCH:
            return True  # a headline does not always say what the article dwells on
        if self._captivity[0] >= sentences[min(4, len(sentences) - 1)].last:
            return False
        return len(self._captivity) > 1 or self.tells_of_exchange
