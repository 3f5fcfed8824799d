"""Reporting words found in a row of tokens."""

from dataclasses import dataclass
from functools import cache

from dodomu import uk
from dodomu.text.document import Document
from dodomu.text.lists import enrolled
from dodomu.text.morphology import Form, forms, gerunds, lexeme
from dodomu.text.phrases import PhraseBook

SPEAKS = frozenset(("say", "infinitive", "phrase", "predicate"))
"""Frames of cues that report what somebody says, rather than set it off or name it."""
_REFLEXIVE = uk.words("reports", "reflexive")
_AUTHOR = uk.words("reports", "author")
_POSSIBLE = uk.words("reports", "possible")
_WOULD = frozenset(("би", "б"))
"""Beside one of these nothing is said: «сказав би, що»."""
_PRONOUN = 3
"""So many words before a cue the pronoun of its author may stand."""
# Sections of the list, and the frame of those that are called otherwise.
_SECTIONS = ("say", "that", "manner", "infinitive", "naming", "predicates", "phrases", "particles")
_FRAME = {"predicates": "predicate", "phrases": "phrase", "particles": "particle"}


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of ``uk/cues.toml``: its dictionary form, its act by the way it is used, how it may report."""

    lemma: str
    acts: tuple[tuple[str, str], ...]

    @property
    def frames(self) -> frozenset[str]:
        """The ways in which it may report: the sections of the list that have it."""
        return frozenset(frame for frame, _ in self.acts)

    def act(self, frame: str) -> str:
        """What is done by it where it reports in that way."""
        held = dict(self.acts)
        return held.get(frame) or held.get("say") or self.acts[0][1]


@dataclass(frozen=True, slots=True)
class Cue:
    """Tokens ``first`` to ``last`` (half-open) report; `grammar` is the reading of the verb, if it is one."""

    first: int
    last: int
    entry: Entry
    grammar: Form | None

    @property
    def impersonal(self) -> bool:
        """«повідомлено», «зазначається»: without a subject."""
        return self.grammar is not None and (
            "Impe" in self.grammar.tags or "Refl" in self.grammar.tags and self.entry.lemma in _REFLEXIVE
        )

    @property
    def gerund(self) -> bool:
        """«додаючи»: beside the verb of the same subject."""
        return self.grammar is not None and self.grammar.pos == "GRND"

    @property
    def finite(self) -> bool:
        """A verb in a tense, or a word that stands for one; no infinitive."""
        return self.grammar is not None and (
            self.grammar.tense != "" or self.grammar.pos != "VERB" or "Impe" in self.grammar.tags
        )


@cache
def _book() -> PhraseBook[Entry]:
    """All cues that may stand in a sentence."""
    acts: dict[str, list[tuple[str, str]]] = {}
    lists = uk.load("cues")
    for section in _SECTIONS:
        for act, words in lists[section].items():
            for word in words:
                held = acts.setdefault(word, [])
                frame = _FRAME.get(section, section)
                if frame not in dict(held):
                    held.append((frame, act))
    phrases = []
    for phrase, held in acts.items():
        entry = Entry(_plain(phrase), tuple(held))
        phrases.append((phrase, entry))
        if " " not in phrase:
            phrases += [("=" + gerund, entry) for gerund in sorted(gerunds(phrase))]
    return enrolled(PhraseBook(phrases))


def _plain(phrase: str) -> str:
    return phrase.replace("=", "").replace("… ", "").replace("*", "")


@cache
def according_nouns() -> dict[str, dict[str, str]]:
    """Forms of the nouns of «за словами …», with lemma by the list (`by`, `with`, `to`, `from`) that has them."""
    found: dict[str, dict[str, str]] = {}
    for use, nouns in uk.load("cues")["according"].items():
        for noun in nouns:
            for form in lexeme(noun, "NOUN"):
                found.setdefault(form, {}).setdefault(use, noun)
    return enrolled(found)


@cache
def reporting_nouns() -> dict[str, tuple[str, str]]:
    """Forms of the nouns of «вимога Х звільнити», «твердження Х, що», with lemma and act."""
    found: dict[str, tuple[str, str]] = {}
    for act, nouns in uk.load("cues")["nouns"].items():
        for noun in nouns:
            for form in lexeme(noun, "NOUN"):
                found.setdefault(form, (noun, act))
    return enrolled(found)


def _grammar(norm: str, lemma: str) -> Form | None:
    readings = [f for f in forms(norm) if f.pos in ("VERB", "GRND", "ADJF")]
    same = [f for f in readings if f.lemma == lemma.split()[0]] or readings
    # «говорить» is a short infinitive too, «зізнаються» a future of the other aspect; news means the present.
    present = next((f for f in readings if f.tense == "pres"), None)
    return present or next((f for f in same if f.tense or "Impe" in f.tags), same[0] if same else None)


def _reports(grammar: Form | None, entry: Entry) -> bool:
    """Whether a cue in that form reports: no infinitive, imperative or future, no first or second person."""
    if grammar is None:
        return "particle" in entry.frames
    if grammar.pos == "VERB" and not grammar.tense and "Impe" not in grammar.tags:
        return False
    if "Impe" in grammar.tags and ("say" not in entry.frames and "manner" in entry.frames or entry.lemma in _POSSIBLE):
        return False  # «порівняно з торішнім», «вирішено»; «не виключено, що»
    if grammar.pos == "ADJF" and grammar.case != "nomn":
        return False
    return grammar.tense != "futr" and not grammar.tags & {"1per", "2per"}


def find_cues(doc: Document, first: int, last: int) -> list[Cue]:
    """Cues among the tokens ``first`` to ``last`` (half-open). Infinitives, imperatives and the future report nothing.

    >>> doc = Document("Вона заявила, що чекає.")
    >>> [(c.entry.lemma, c.grammar.gender) for c in find_cues(doc, 0, len(doc.tokens))]
    [('заявити', 'femn')]
    """
    cues = []
    for hit in doc.find(_book(), first, last):
        grammar = _grammar(doc.tokens[hit.first].norm, hit.entry.lemma)
        before = doc.tokens[max(first, hit.first - _PRONOUN) : hit.first]
        after = doc.tokens[hit.last].norm if hit.last < last else ""
        if after in _WOULD or hit.first > first and doc.tokens[hit.first - 1].norm in _WOULD:
            continue
        if _reports(grammar, hit.entry) and not any(t.norm in _AUTHOR for t in before):
            cues.append(Cue(hit.first, hit.last, hit.entry, grammar))
    return cues
