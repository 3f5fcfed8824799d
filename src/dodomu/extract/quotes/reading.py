"""What the quote rules share of one article: cues by sentence, quotations in marks, clause bounds, outlets."""

from functools import cache, cached_property

from dodomu import uk
from dodomu.extract.quotes.cues import Cue, find_cues
from dodomu.extract.quotes.speakers import Finder, Speaker
from dodomu.text.document import Document, Sentence
from dodomu.text.marks import Quoted
from dodomu.text.morphology import finite, forms, lexeme
from dodomu.text.names import Cast
from dodomu.text.tokens import fold

DASHES = frozenset("-–—")
_MESSAGE = frozenset(
    ["повідомлення", "заява", "зверненні", "звернення", "допис", "пост", "публікація", "документ", "рішення", "матеріал", "стаття", "звіт", "пресреліз", "коментар", "лист", "сюжет", "розслідування", "сторінка", "сайт"]
)


@cache
def _outlets() -> tuple[frozenset[str], frozenset[str]]:
    lists = uk.load("bodies")
    nouns = frozenset(form for noun in lists["outlet_nouns"] for form in lexeme(noun, "NOUN"))
    names = frozenset(lists["outlets"])
    return names, nouns


def _other_predicate(norm: str) -> bool:
    readings = forms(norm)
    if any(f.pos == "NOUN" for f in readings):
        return False
    return any(f.pos == "PRED" or f.pos == "VERB" and "impr" in f.tags for f in readings[:1])


@cache
def _labels() -> frozenset[str]:
    return frozenset(word for words in uk.load("cues")["labels"].values() for word in words)


class Reading:
    """One article as the quote rules read it."""

    def __init__(self, doc: Document, cast: Cast):
        self.doc, self.cast = doc, cast
        self.finder = Finder(doc, cast)
        self._cues: dict[int, list[Cue]] = {}
        self.attributing: set[int] = set()
        """Offsets of cues that set off direct speech around them: they govern nothing else."""

    @cached_property
    def top(self) -> list[Quoted]:
        """Pairs of marks that stand in no other pair."""
        return self.doc.outermost

    @cached_property
    def links(self) -> frozenset[int]:
        """Paragraphs that point to other texts («Читайте також: …») or caption a picture: nothing is quoted in them."""
        labels = uk.load("cues")["labels"]["links"]
        found = set()
        for number, (start, end) in enumerate(self.doc.paragraphs):
            head = fold(self.doc.text[start : min(end, start + 40)])
            if any(
                head.startswith(label)
                and head[len(label) : len(label) + 1] in (":", " ", ".")
                and ":" in head[: len(label) + 25]
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
        return 0 if self.doc.text[end - 1] not in ".;," and end - start < 250 else None

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
        return self.quoted_at(self.doc.tokens[cue.first].start) is None

    def is_verb(self, at: int) -> bool:
        token = self.doc.tokens[at]
        return token.is_word and finite(token.norm) is not None

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a finite, impersonal or imperative verb, or another predicate, stands between two offsets."""
        for token in self.doc.span_tokens(start, end):
            if token.is_word and (finite(token.norm) or _other_predicate(token.norm)):
                return True
        return False

    def is_outlet(self, who: Speaker) -> bool:
        """Whether the speaker is a news outlet, which carries words and does not speak."""
        names, nouns = _outlets()
        words = self.doc.span_tokens(who.start, who.end)
        if not words:
            return False
        if who.kind in ("name", "place") and who.mention.kind == "person":
            return fold(who.mention.name) in names
        plain = fold(self.doc.text[who.start : who.end]).strip('«»"“”„ ')
        if plain in names or who.mention is not None and fold(who.mention.name) in names:
            return True
        head = next((t for t in words if t.is_word and any(f.pos == "NOUN" for f in forms(t.norm)[:2])), words[0])
        return (
            head.norm in nouns
            and who.kind in ("name", "place", "role")
            and not any(t.norm.startswith(("прес", "речни", "журналіст")) for t in words)
        )

    def outlet_in(self, first: int, last: int) -> str | None:
        """The outlet that a stretch of tokens names: «Як інформує «Главком»», «пише УНН»."""
        names, nouns = _outlets()
        tokens = self.doc.tokens
        for at in range(first, last):
            token = tokens[at]
            if token.text in '«"“„':
                close = next((i for i in range(at + 1, min(at + 6, last)) if tokens[i].text in '»"”“'), None)
                if close is not None:
                    inner = self.doc.text[tokens[at].end : tokens[close].start]
                    if fold(inner) in names or at and tokens[at - 1].norm in nouns:
                        return inner
            elif token.is_capital or not "а" <= token.norm[0] <= "ґ":
                for width in (3, 2, 1):
                    if at + width <= last and fold(self.doc.text[token.start : tokens[at + width - 1].end]) in names:
                        return self.doc.text[token.start : tokens[at + width - 1].end]
        return None

    def message_in(self, first: int, last: int) -> bool:
        """Whether a message is named: «у повідомленні»."""
        return any(
            f.lemma in _MESSAGE and f.case == "loct"
            for t in self.doc.tokens[first:last]
            if t.is_word
            for f in forms(t.norm)
        )

    def message_speaker(self, first: int, last: int) -> Speaker | None:
        """Whose message it is: «йдеться у повідомленні Координаційного штабу», «на сайті президента»."""
        tokens = self.doc.tokens
        for at in range(first, last - 1):
            if any(f.lemma in _MESSAGE and f.case in ("loct", "accs", "ablt") for f in forms(tokens[at].norm)):
                for place in range(at + 1, min(at + 5, last)):
                    who = self.finder.genitive(place, last)
                    if who is not None:
                        return who
                    if not tokens[place].is_word:
                        break
        return None

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """A span without white space and marks of punctuation at its edges, marks of quotation kept."""
        text = self.doc.text
        while start < end and (text[start].isspace() or text[start] in ",.;:–—-\u200b\ufeff"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:–—-\u200b\ufeff"):
            end -= 1
        return start, end

    def after_label(self, start: int) -> int:
        """Past «Деталі:», «Нагадаємо:» and the like where a span begins with one."""
        colon = self.doc.text.find(":", start, start + 40)
        head = fold(" ".join(self.doc.text[start:colon].split())) if colon > 0 else ""
        if head in _labels():
            return colon + 1
        # «Як інформує «Главком», …»: what the carrier says of itself is not what is reported.
        first = self.doc.token_at(start)
        sentence = self.doc.sentence_at(start)
        if first < len(self.doc.tokens) and self.doc.tokens[first].norm == "як":
            comma = next(
                (i for i in range(first, min(first + 12, sentence.last)) if self.doc.tokens[i].text == ","), None
            )
            if comma is not None and self.outlet_in(first, comma):
                return self.doc.tokens[comma].end
        return start

    def skip_punctuation(self, at: int, last: int) -> int:
        while at < last and not self.doc.tokens[at].text[0].isalnum() and self.doc.tokens[at].text not in "«„":
            at += 1
        return at
