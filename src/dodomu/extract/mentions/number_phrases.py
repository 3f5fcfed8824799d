"""Numbers that count people: with the noun after them, or alone."""

from collections.abc import Sequence

from dodomu.extract.mentions import groups, numerals
from dodomu.extract.mentions.numerals import Number
from dodomu.extract.mentions.people import ALL_CASES, People
from dodomu.text.morphology import forms, lexeme
from dodomu.text.tokens import Token

_ONES = lexeme("один") | lexeme("одна")
_NUMBERED = lexeme("стаття") | lexeme("частина") | lexeme("пункт") | lexeme("номер") | lexeme("наказ")
_MULTIPLES = frozenset(("тисяч", "сотень", "тис"))
_SUM = 100_000  # so many are told with a noun; a bare number as great is a sum of money


def each_other(tokens: Sequence[Token], at: int, last: int) -> bool:
    """«одна одній»: no number."""
    return at + 1 < last and tokens[at].norm in ("один", "одна", "одне") and tokens[at + 1].norm in _ONES


def bare(tokens: Sequence[Token], number: Number, last: int, named: bool) -> People | None:
    """A number with no noun for people after it; what counts things or time is none."""
    if number.counted < last:
        counted = number.counted + (tokens[number.counted].text == "." and number.counted + 1 < last)
        after = tokens[counted]
        if counted > number.counted and after.is_number:
            return None
        if after.norm in numerals.units():
            return None
        if after.is_word and any(f.pos == "NOUN" for f in forms(after.norm)[:2]) and not named:
            return None
        if after.text in ("%", "$", "€", "/") or groups.is_adjective(after.norm) and not after.is_capital:
            return None
    before = tokens[number.first - 1] if number.first else None
    if before is not None and (before.text in ("№", "$", "/", "#", "ст", "ч", "п") or before.norm in _NUMBERED):
        return None
    if number.value is not None and number.value >= _SUM:
        return None
    if (
        before is not None
        and before.text == "."
        and number.first > 1
        and tokens[number.first - 2].norm in ("ст", "ч", "п", "№", "кв", "буд")
    ):
        return None
    if number.value == 1 or (
        number.value is not None and 1900 <= number.value <= 2100 and tokens[number.first].is_number
    ):
        return None
    return People(number.first, number.last, ALL_CASES, number=number)


def cases_of_number(tokens: Sequence[Token], number: Number, head: People) -> frozenset[str]:
    token = tokens[number.counted - 1]
    if token.norm in _MULTIPLES and number.counted - number.first > 1:
        token = tokens[number.first]  # «сім тисяч», «7 тисяч»: the first word tells the case
    if token.is_word and not {"nomn", "accs", "gent"} & {f.case for f in forms(token.norm)}:
        return frozenset(f.case for f in forms(token.norm) if f.case) or ALL_CASES
    if number.qualifier in ("at_least", "approximate", "at_most"):
        return frozenset(("nomn", "accs")) | (frozenset(("gent",)) if "gent" in head.cases else frozenset())
    if token.is_word:
        mine = frozenset(f.case for f in forms(token.norm) if f.case)
        return mine or ALL_CASES
    if "gent" in head.cases:
        return frozenset(("nomn", "accs", "gent"))
    return head.cases
