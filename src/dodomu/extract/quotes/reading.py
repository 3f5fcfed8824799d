"""What the quote rules share of one article: cues by sentence, headline and links, verbs, edges of what is quoted."""

from functools import cache, cached_property, lru_cache

from dodomu import uk
from dodomu.extract.quotes.cues import Cue, find_cues
from dodomu.extract.quotes.outlets import outlet_in
from dodomu.extract.quotes.speakers import Names
from dodomu.text.document import Document, Sentence
from dodomu.text.marks import Quoted
from dodomu.text.morphology import finite, forms
from dodomu.text.names import Cast
from dodomu.text.tokens import fold

DASHES = frozenset("-–—")
_PREDICATIVES = uk.words("grammar", "predicatives")
_EDGES = frozenset(",.;:–—-\u200b\ufeff")
_LONGEST_LABEL = 40
"""So many characters a label has at most: «Читайте також: …», «Нагадаємо: …»."""
_LABEL_TAIL = 25
"""So many characters may stand between a label and its colon: «Фото: …», «Відео дня: …»."""
_LONGEST_TITLE = 250
"""A first paragraph of more characters is no headline."""
_CARRIER = 12
"""So many tokens «Як інформує «Главком»,» has at most."""


@lru_cache(maxsize=50_000)
def _other_predicate(norm: str) -> bool:
    if norm in _PREDICATIVES:
        return True
    readings = forms(norm)
    if any(f.pos == "NOUN" for f in readings):
        return False
    return any(f.pos == "PRED" or f.pos == "VERB" and (f.tense or "impr" in f.tags) for f in readings[:1])


@cache
def _labels() -> frozenset[str]:
    return frozenset(word for words in uk.load("cues")["labels"].values() for word in words)


class Reading:
    """One article as the quote rules read it."""

    def __init__(self, doc: Document, cast: Cast):
        self.doc, self.cast = doc, cast
        self._cues: dict[int, list[Cue]] = {}
        self.attributing: set[int] = set()
        """Offsets of cues that set off direct speech around them: they govern nothing else."""

    @cached_property
    def names(self) -> Names:
        """Where the article's names stand."""
        return Names(self.doc, self.cast)

    @cached_property
    def links(self) -> frozenset[int]:
        """Paragraphs that point to other texts («Читайте також: …») or caption a picture: nothing is quoted in them."""
        labels = uk.load("cues")["labels"]["links"]
        found = set()
        for number, (start, end) in enumerate(self.doc.paragraphs):
            head = self.doc.text[start : min(end, start + _LONGEST_LABEL)]
            if ":" not in head:
                continue
            head = fold(head)
            if any(
                head.startswith(label)
                and head[len(label) : len(label) + 1] in (":", " ", ".")
                and ":" in head[: len(label) + _LABEL_TAIL]
                for label in labels
            ):
                found.add(number)
        return frozenset(found)

    @cached_property
    def title(self) -> int | None:
        """The first paragraph, if it looks like a headline: no full stop at its end, more text after it."""
        if len(self.doc.paragraphs) < 2:
            return None
        start, end = self.doc.paragraphs[0]
        return 0 if self.doc.text[end - 1] not in ".;," and end - start < _LONGEST_TITLE else None

    def cues(self, sentence: Sentence) -> list[Cue]:
        """Cues of a sentence, in marks or not."""
        if sentence.index not in self._cues:
            link = sentence.paragraph in self.links
            self._cues[sentence.index] = [] if link else find_cues(self.doc, sentence.first, sentence.last)
        return self._cues[sentence.index]

    def quoted_at(self, offset: int) -> Quoted | None:
        """The outermost pair of marks around an offset."""
        return self.doc.quoted_at(offset)

    def outside(self, cue: Cue) -> bool:
        """Whether a cue stands outside quotation marks."""
        return self.quoted_at(self.doc.tokens[cue.first].start) is None

    def is_verb(self, at: int) -> bool:
        """Whether a token is a finite or an impersonal verb."""
        token = self.doc.tokens[at]
        return token.is_word and finite(token.norm) is not None

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a verb that is no infinitive, or another predicate, stands between two offsets."""
        tokens = self.doc.span_tokens(start, end)
        # Finite verbs first: most passages have one, and its ending tells where to look.
        return any(finite(token.norm) and token.is_word for token in tokens) or any(
            token.is_word and _other_predicate(token.norm) for token in tokens
        )

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A span without white space and marks of punctuation at its edges, marks of quotation kept."""
        text = self.doc.text
        while start < end and (text[start].isspace() or text[start] in _EDGES):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGES):
            end -= 1
        return start, end

    def after_label(self, start: int) -> int:
        """Past «Деталі:», «Нагадаємо:» and the like where a span begins with one."""
        colon = self.doc.text.find(":", start, start + _LONGEST_LABEL)
        head = fold(" ".join(self.doc.text[start:colon].split())) if colon > 0 else ""
        if head in _labels():
            return colon + 1
        # «Як інформує «Главком», …»: what the carrier says of itself is not what is reported.
        first = self.doc.token_at(start)
        sentence = self.doc.sentence_at(start)
        if first < len(self.doc.tokens) and self.doc.tokens[first].norm == "як":
            comma = next(
                (i for i in range(first, min(first + _CARRIER, sentence.last)) if self.doc.tokens[i].text == ","), None
            )
            if comma is not None and outlet_in(self.doc, first, comma):
                return self.doc.tokens[comma].end
        return start

    def skip_punctuation(self, at: int, last: int) -> int:
        """The first token from one on that is a word, a number or an opening mark."""
        while at < last and not self.doc.tokens[at].text[0].isalnum() and self.doc.tokens[at].text not in "«„":
            at += 1
        return at
