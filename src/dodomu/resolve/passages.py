"""The sentences that mentions stand in, and what they say of parts and wholes."""

from bisect import bisect_right
from functools import cache, cached_property

from dodomu import uk
from dodomu.extract.mentions.numerals import read_number, starts_number
from dodomu.models import Article
from dodomu.text.phrases import PhraseBook
from dodomu.text.sentences import paragraphs, sentences
from dodomu.text.tokens import Token, tokenize

_CLAUSE_ENDS = frozenset(",;:()")


class Passages:
    """An article's paragraphs and sentences by offset; each is read once, however many mentions it holds.

    Examples
    --------
    >>> text = "Вдома 31 людина. Загалом звільнили сотню, зокрема пʼятеро дітей."
    >>> passages = Passages(Article(article_id="a", source="a.txt", text=text))
    >>> passages.parts_named(text.index("звільнили"))
    [5]
    >>> passages.gives_the_whole(0), passages.gives_the_whole(text.index("звільнили"))
    (False, True)
    """

    def __init__(self, article: Article):
        self._text = article.text or ""
        self._tokens: dict[int, list[Token]] = {}
        self._parts: dict[int, list[tuple[int, int]]] = {}
        self._holds: dict[str, bool] = {}

    def paragraph(self, offset: int) -> int:
        """Number the paragraph that holds an offset."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def parts_named(self, offset: int) -> list[int]:
        """Give the numbers that the sentence names after an offset as parts of what it has counted.

        Each is the first number behind a word such as «зокрема».
        """
        if not self._may_hold("part"):
            return []
        sentence = self._sentence(offset)
        if sentence not in self._parts:
            self._parts[sentence] = _parts(self._tokens_of(sentence))
        begins = self._sentences[sentence][0]
        return [number for start, number in self._parts[sentence] if begins + start > offset]

    def gives_the_whole(self, offset: int) -> bool:
        """Tell whether the sentence begins with a word such as «загалом»."""
        if not self._may_hold("whole"):
            return False
        tokens = self._tokens_of(self._sentence(offset))
        first = next((at for at, token in enumerate(tokens) if token.is_word), len(tokens))
        return any(hit.first == first for hit in _phrases("whole").find(tokens[: first + 3]))

    def _may_hold(self, name: str) -> bool:
        """Look whether the words occur anywhere, which costs less than to split all into sentences."""
        if name not in self._holds:
            self._holds[name] = any(all(word in self._folded for word in phrase) for phrase in _words(name))
        return self._holds[name]

    @cached_property
    def _folded(self) -> str:
        return self._text.casefold()

    @cached_property
    def _paragraphs(self) -> list[tuple[int, int]]:
        return paragraphs(self._text)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self._paragraphs]

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return [span for start, end in self._paragraphs for span in sentences(self._text, start, end)]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self._sentences]

    def _sentence(self, offset: int) -> int:
        return bisect_right(self._sentence_starts, offset) - 1

    def _tokens_of(self, sentence: int) -> list[Token]:
        if sentence not in self._tokens:
            start, end = self._sentences[sentence]
            # its words alone: what tokenizing costs grows with the text it is given
            self._tokens[sentence] = tokenize(self._text[start:end])
        return self._tokens[sentence]


def _parts(tokens: list[Token]) -> list[tuple[int, int]]:
    """Give where each part is named, and its number."""
    found = ((tokens[hit.first].start, _first_number(tokens, hit.last)) for hit in _phrases("part").find(tokens))
    return [(start, number) for start, number in found if number is not None]


def _first_number(tokens: list[Token], at: int) -> int | None:
    """Read on from a token to the first number, not past the end of the clause."""
    for place in range(at, len(tokens)):
        if starts_number(tokens[place]):
            found = read_number(tokens, place, at, len(tokens))
            return found.value if found else None
        if tokens[place].text in _CLAUSE_ENDS and place > at:
            return None
    return None


@cache
def _phrases(name: str) -> PhraseBook:
    return PhraseBook((phrase, name) for phrase in uk.load("parts")[name])


@cache
def _words(name: str) -> list[list[str]]:
    """The phrases name word forms («=зокрема»), so that they can be looked for as they are."""
    return [[word.lstrip("=").casefold() for word in phrase.split()] for phrase in uk.load("parts")[name]]
