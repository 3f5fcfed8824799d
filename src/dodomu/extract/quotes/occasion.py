"""On what occasion something was said: «на IV Форумі імені Острозьких 2025», «під час брифінгу», «у Telegram»."""

from functools import cache

from dodomu import uk
from dodomu.extract.quotes.reading import Reading
from dodomu.text.document import Sentence
from dodomu.text.morphology import forms, lexeme
from dodomu.text.nounphrase import extend_right, nominative

_ON = {"на": ("loct",), "у": ("loct",), "в": ("loct",), "під": (), "після": ("gent",)}


@cache
def _nouns() -> frozenset[str]:
    return frozenset(form for noun in uk.load("occasions")["nouns"] if " " not in noun for form in lexeme(noun))


def occasion_at(reading: Reading, sentence: Sentence, skip: tuple[int, int]) -> tuple[str, int, int] | None:
    """The occasion that the attributing sentence names outside the quoted words: in the nominative, with its offsets."""
    tokens = reading.doc.tokens
    for at in range(sentence.first, sentence.last - 1):
        token = tokens[at]
        if token.norm not in _ON or skip[0] <= token.start < skip[1] or reading.quoted_at(token.start) is not None:
            continue
        head = at + 1
        if token.norm == "під":
            if tokens[head].norm != "час":
                continue
            head += 1
        begin = head
        while head < sentence.last and head - begin < 4 and tokens[head].norm not in _nouns():
            if not tokens[head].text[0].isalnum() or forms(tokens[head].norm)[0].pos in ("VERB", "PREP", "CONJ"):
                break
            head += 1
        if head >= sentence.last or tokens[head].norm not in _nouns() or skip[0] <= tokens[begin].start < skip[1]:
            continue
        end = extend_right(tokens, head, sentence.last)
        while end < sentence.last and (
            tokens[end].is_number
            or tokens[end].norm in ("імені", "ім")
            or tokens[end].is_capital
            and tokens[end - 1].norm in ("імені", "ім")
        ):
            end += 1
        case = _ON[token.norm][0] if _ON[token.norm] else "gent"
        name = nominative(tokens, begin, head, end, reading.doc.text, case)
        return name, tokens[begin].start, tokens[end - 1].end
    return None
