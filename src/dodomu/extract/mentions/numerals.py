"""Numbers of people in words and digits: value, bounds, qualifier. What is no head count is told here too."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dodomu import uk
from dodomu.text.morphology import forms, lexeme
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import Token

_DIGITS = re.compile(r"(\d+(?:[ \u00a0\u202f]\d{3})*)(?:[.,](\d+))?(?:[-‑](\w+))?")
_ORDINAL = re.compile(r"\d{1,3}[-‑](?:й|го|му|м|ий|ого|ому|им|а|у|ї|ю|е|те)")
_CARDINAL_ENDINGS = frozenset(("х", "ти", "ма", "м", "ьох", "ох", "ьом", "ьома", "тьох", "є", "ро", "еро"))
_DASHES = frozenset("-–—")


@dataclass(frozen=True, slots=True)
class Number:
    """Tokens ``first`` to ``last`` say a number, its qualifier with it; value is None for a range or «сотні»."""

    first: int
    last: int
    value: int | None
    qualifier: str | None
    low: int | None = None
    high: int | None = None
    counted: int = 0  # first token after the number


@cache
def values() -> dict[str, int]:
    """Numbers below a hundred and the hundreds, by form."""
    return {form: value for lemma, value in uk.load("numerals")["values"].items() for form in lexeme(lemma)}


@cache
def _powers() -> dict[str, int]:
    return {form: value for lemma, value in uk.load("numerals")["powers"].items() for form in lexeme(lemma)}


@cache
def _qualifiers() -> PhraseBook:
    return PhraseBook(
        (phrase, kind) for kind, phrases in uk.load("numerals")["qualifiers"].items() for phrase in _exactly(phrases)
    )


def _exactly(phrases: list[str]) -> list[str]:
    return [" ".join(w if w.startswith("=") else f"={w}" for w in phrase.split()) for phrase in phrases]


@cache
def _longest_qualifier() -> int:
    return max(len(p.split()) for phrases in uk.load("numerals")["qualifiers"].values() for p in phrases)


@cache
def _qualifying() -> frozenset[str]:
    return frozenset(
        word
        for phrases in uk.load("numerals")["qualifiers"].values()
        for phrase in phrases
        for word in phrase.replace("=", "").split()
    )


def is_qualifier(norm: str) -> bool:
    """Whether a word may stand in what qualifies a number: понад, близько."""
    return norm in _qualifying()


@cache
def units() -> frozenset[str]:
    """Forms of what is counted when it is no people."""
    words = uk.load("numerals")["units"]["words"]
    return frozenset().union(*(lexeme(w) for w in words))


def digits(token: Token) -> float | None:
    """The number that a token of digits says, None for an ordinal (68-й, 2025-го).

    >>> from dodomu.text.tokens import tokenize
    >>> [digits(t) for t in tokenize("1 212, 19,5, 104-х, 68-й")]
    [1212, None, 19.5, None, 104, None, None]
    """
    match = _DIGITS.fullmatch(token.norm)
    if not match:
        return None
    whole, decimals, ending = match.groups()
    if ending and ending not in _CARDINAL_ENDINGS or len(whole) > 15:
        return None
    number = int(re.sub(r"\D", "", whole))
    return float(f"{number}.{decimals[:6]}") if decimals else number


@cache
def _ordinals() -> frozenset[str]:
    return frozenset().union(*(lexeme(word) for word in uk.load("numerals")["ordinals"]["words"]))


def is_ordinal(token: Token) -> bool:
    """«68-й», «одинадцятий»: its place in a row, no head count.

    >>> from dodomu.text.tokens import tokenize
    >>> [is_ordinal(t) for t in tokenize("68-й одинадцятий обмін 12 людей")]
    [True, True, False, False, False]
    """
    if token.norm[:1].isdigit():
        return bool(_ORDINAL.fullmatch(token.norm))
    return token.norm in _ordinals()


@cache
def _number_words() -> frozenset[str]:
    return frozenset((*values(), *_powers(), *uk.load("numerals")["fractions"]))


def may_say_number(norm: str) -> bool:
    """Whether a number may begin with a word."""
    return norm[:1].isdigit() or norm in _number_words()


def starts_number(token: Token) -> bool:
    return may_say_number(token.norm)


def number_in_words(tokens: Sequence[Token], at: int, last: int) -> tuple[float | None, int, bool]:
    """Value, end and whether a bare plural («сотні») was read, of the number that begins at a token."""
    total, part = 0.0, None
    begin, vague = at, False
    smallest = 10**18
    while at < last:
        norm = tokens[at].norm
        if norm[:1].isdigit() and part is None:
            value = digits(tokens[at])
            if value is None:
                break
            part = value
        elif norm in values() and (
            part is None
            or (part % 100 == 0 and values()[norm] < 100)
            or (part % 10 == 0 and part % 100 != 10 and values()[norm] < 10)
        ):
            part = (part or 0) + values()[norm]
        elif norm in uk.load("numerals")["fractions"] and part is None:
            part = uk.load("numerals")["fractions"][norm]
        elif norm in _powers() and _powers()[norm] < smallest:
            power = _powers()[norm]
            if part is None:
                vague = vague or not any(f.number == "sing" and f.case in ("nomn", "accs") for f in forms(norm))
                part = 1
            total += part * power
            part, smallest = None, power
        else:
            break
        at += 1
    if at == begin:
        return None, begin, False
    return total + (part or 0), at, vague


def read_number(tokens: Sequence[Token], at: int, first: int, last: int) -> Number | None:
    """The number that begins at a token, with the qualifier before it and a range after it.

    >>> from dodomu.text.tokens import tokenize
    >>> def read(text):
    ...     tokens = tokenize(text)
    ...     at = next(i for i, t in enumerate(tokens) if starts_number(t))
    ...     n = read_number(tokens, at, 0, len(tokens))
    ...     return n.value, n.qualifier, n.low, n.high
    >>> read("сто двадцять три людини"), read("понад пів сотні"), read("від 20 до 30 осіб")
    ((123, 'exact', 123, 123), (50, 'at_least', 50, None), (None, None, 20, 30))
    """
    value, end, vague = number_in_words(tokens, at, last)
    if value is None:
        return None
    begin, qualifier = _qualifier(tokens, at, first)
    number = _range(tokens, begin, at, end, last, value)
    if number:
        return number
    if tokens[at].norm in ("сотні", "тисячі", "десятка") and qualifier and end == at + 1:
        vague = False  # «близько сотні»: genitive of one
    if vague or (value != int(value) and not qualifier):
        return Number(begin, end, None, None, counted=end)
    number = int(value)
    if qualifier is None:
        return Number(at, end, number, "exact", number, number, end)
    low = number if qualifier == "at_least" else None
    high = number if qualifier == "at_most" else None
    return Number(begin, end, number, qualifier, low, high, end)


def _qualifier(tokens: Sequence[Token], at: int, first: int) -> tuple[int, str | None]:
    """The longest qualifier that ends right before the number."""
    for begin in range(max(first, at - _longest_qualifier()), at):
        hits = _qualifiers().find(tokens, begin, at)
        if hits and hits[0].first == begin and hits[0].last == at:
            kind = hits[0].entry
            if kind == "at_most" and tokens[begin].norm == "до" and not _genitive_number(tokens[at]):
                return at, None
            if tokens[begin].norm in ("з", "зо", "біля") and kind == "approximate" and tokens[begin].norm != "зо":
                return at, None
            return begin, kind
    return at, None


def _genitive_number(token: Token) -> bool:
    return token.is_number or any(f.case == "gent" for f in forms(token.norm))


def _range(tokens: Sequence[Token], begin: int, at: int, end: int, last: int, value: float) -> Number | None:
    """«20–30», «від 20 до 30», «двоє-троє»."""
    if end + 1 >= last:
        return None
    before = tokens[at - 1].norm if at > 0 else ""
    middle = tokens[end]
    joined = (
        middle.text in _DASHES and middle.start - tokens[end - 1].end <= 1 and tokens[end + 1].start - middle.end <= 1
    )
    if not (joined and tokens[at].is_number and tokens[end + 1].is_number) and not (
        before in ("від", "з", "із") and middle.norm == "до"
    ):
        return None
    upper, stop, _ = number_in_words(tokens, end + 1, last)
    if upper is None or upper < value:
        return None
    return Number(
        begin if begin < at else max(0, at - (before in ("від", "з", "із"))),
        stop,
        None,
        None,
        int(value),
        int(upper),
        stop,
    )
