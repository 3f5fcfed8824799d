"""One article, split once: paragraphs, sentences, tokens, quotation marks. Rules read it, nothing changes it."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container
from functools import cached_property

from dodomu.text.lists import LISTS_WITH, all_lists
from dodomu.text.marks import Marks, Quoted, pair_marks
from dodomu.text.phrases import Hit, PhraseBook
from dodomu.text.sentences import Span, paragraphs, sentences
from dodomu.text.tokens import Token, tokenize


class Sentence:
    """A sentence: offsets into the article, its tokens by index into `Document.tokens`, half-open."""

    __slots__ = ("end", "first", "index", "last", "paragraph", "start")

    def __init__(self, index: int, paragraph: int, start: int, end: int, first: int, last: int):
        self.index, self.paragraph = index, paragraph
        self.start, self.end = start, end
        self.first, self.last = first, last

    def __repr__(self) -> str:
        return f"Sentence({self.index}, {self.start}:{self.end})"


class Document:
    """An article as rules see it.

    >>> doc = Document("Про це повідомив Лубінець.\\nПʼятеро вдома.")
    >>> len(doc.paragraphs), len(doc.sentences), doc.tokens[4].text
    (2, 2, '.')
    """

    def __init__(self, text: str):
        self.text = text
        self.paragraphs: list[Span] = paragraphs(text)
        self.tokens: list[Token] = tokenize(text)
        self.starts: list[int] = [token[0] for token in self.tokens]
        self.words: list[str] = [token[2] for token in self.tokens]
        self.norms: list[str] = [token[3] for token in self.tokens]
        self.sentences: list[Sentence] = []
        for number, (start, end) in enumerate(self.paragraphs):
            for a, b in sentences(text, start, end):
                first, last = bisect_left(self.starts, a), bisect_left(self.starts, b)
                if first == last:
                    continue  # nothing but soft hyphens after a full stop
                self.sentences.append(Sentence(len(self.sentences), number, a, b, first, last))
        self._sentence_starts = [s.start for s in self.sentences]
        self._paragraph_starts = [a for a, _ in self.paragraphs]
        self._sought: list[Container[str]] = []

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where every folded form stands: indexes of its tokens in order."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at, norm in enumerate(self.norms):
            found[norm].append(at)
        return dict(found)

    @cached_property
    def _found(self) -> dict[int, list[int]]:
        """Where the words of every enrolled list stand, by the id of the list."""
        found: dict[int, list[int]] = {id(words): [] for words in all_lists()}
        for at, lists in enumerate(map(LISTS_WITH.__getitem__, self.norms)):
            for words in lists:
                found[id(words)].append(at)
        return found

    def where(self, words: Container[str], first: int = 0, last: int | None = None) -> list[int]:
        """Indexes of the tokens ``first`` to ``last`` (half-open) that have one of these forms, in order.

        A list that is `enrolled` costs nothing where its words do not stand; any other is looked up once for each form
        of the article.

        >>> Document("Троє вдома. Ще двоє – не вдома.").where({"вдома", "ніде"})
        [1, 7]
        """
        places = self._found.get(id(words))
        if places is None:
            self._sought.append(words)  # while it is held, its id is no other's
            places = sorted(at for form, held in self.places.items() if form in words for at in held)
            self._found[id(words)] = places
        last = len(self.tokens) if last is None else last
        return places[bisect_left(places, first) : bisect_left(places, last)]

    def find(self, book: PhraseBook, first: int = 0, last: int | None = None) -> list[Hit]:
        """Phrases of a book among the tokens ``first`` to ``last`` (half-open), as `PhraseBook.find` finds them.

        >>> Document("Троє вийшли на волю.").find(PhraseBook([("вийти =на =волю", "release")]))
        [Hit(first=1, last=4, entry='release')]
        """
        places = self.where(book, first, last)
        return book.find(self.tokens, first, last, places) if places else []

    @cached_property
    def marks(self) -> Marks:
        return pair_marks(self.text)

    @cached_property
    def outermost(self) -> list[Quoted]:
        """Pairs of marks that stand in no other pair, in order."""
        return [q for q in self.marks.pairs if q.depth == 0]

    @cached_property
    def _outermost_starts(self) -> list[int]:
        return [q.start for q in self.outermost]

    def quoted_at(self, offset: int) -> Quoted | None:
        """The outermost pair of marks around an offset."""
        at = bisect_right(self._outermost_starts, offset) - 1
        return self.outermost[at] if at >= 0 and offset < self.outermost[at].end else None

    def quoted_between(self, start: int, end: int) -> list[Quoted]:
        """Outermost pairs that begin between two offsets."""
        return self.outermost[bisect_left(self._outermost_starts, start) : bisect_left(self._outermost_starts, end)]

    @cached_property
    def _sentences_of(self) -> list[list[Sentence]]:
        found: list[list[Sentence]] = [[] for _ in self.paragraphs]
        for sentence in self.sentences:
            found[sentence.paragraph].append(sentence)
        return found

    def sentences_of(self, paragraph: int) -> list[Sentence]:
        return self._sentences_of[paragraph]

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence that holds the offset, or the last that begins before it."""
        return self.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def paragraph_at(self, offset: int) -> int:
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def token_at(self, offset: int) -> int:
        """Index of the token that holds the offset, else of the first after it."""
        at = bisect_right(self.starts, offset) - 1
        if at >= 0 and self.tokens[at].end > offset:
            return at
        return at + 1

    def span_tokens(self, start: int, end: int) -> list[Token]:
        return self.tokens[self.token_at(start) : bisect_left(self.starts, end)]
