"""Finds phrases that name people in a row of tokens."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from dodomu import uk
from dodomu.extract.mentions import groups, numerals, places
from dodomu.extract.mentions.numerals import Number
from dodomu.extract.mentions.people import ALL_CASES, PRONOUNS, People, is_preposition
from dodomu.text.morphology import Form, forms, lexeme
from dodomu.text.names import NameMention
from dodomu.text.tokens import Token

_SUBGROUP = frozenset(("зокрема", "серед", "включно", "включаючи", "передусім", "насамперед", "числі"))


_ONES = lexeme("один") | lexeme("одна")


_POSSESSIVE = frozenset(("його", "її", "їх"))


_CITIZENS = ("громадян", "підданих", "підданого", "жител", "мешкан")


@lru_cache(maxsize=50_000)
def _cases(norm: str, plural: bool | None) -> frozenset[str]:
    wanted = [
        f
        for f in forms(norm)
        if f.pos in ("NOUN", "ADJF") and f.case and (plural is None or (f.number == "plur") == plural)
    ]
    wanted = [f for f in wanted if "anim" in f.tags] or wanted  # «бійці» are fighters, not in a fight
    found = frozenset(f.case for f in wanted)
    living = any("anim" in f.tags for f in wanted)
    if living and {"nomn", "accs"} <= found and "gent" not in found and _is_plural(wanted):
        return found - {"accs"}  # the accusative of many people is their genitive
    return found


def _is_plural(readings: list[Form]) -> bool:
    return all(f.number == "plur" for f in readings if f.case in ("nomn", "accs"))


@lru_cache(maxsize=50_000)
def _is_adverb(norm: str) -> bool:
    return forms(norm)[0].pos == "ADVB"


@lru_cache(maxsize=50_000)
def _is_noun(norm: str) -> bool:
    return forms(norm)[0].pos in ("NOUN", "ADJF") and not is_preposition(norm)


@lru_cache(maxsize=50_000)
def _is_singular(norm: str) -> bool:
    return norm not in groups.collectives() and not any(
        f.number == "plur" for f in forms(norm) if f.pos in ("NOUN", "ADJF")
    )


def _head(token: Token, opens: bool = False) -> str | None:
    """Group of a noun that says who people are; any other living being is ``people``. What opens a sentence is
    written with a capital whatever it is.
    """
    group = groups.nouns().get(token.norm)
    if group:
        return group
    if token.norm in numerals.units() or token.norm in _relative():
        return None  # «метр» is a length before it is a master, «яка» no yak
    living = token.is_word and groups.is_animate(token.norm, token.is_capital and not opens)
    if living and not groups.is_adjective(token.norm):
        return "people"
    return None


@cache
def _relative() -> frozenset[str]:
    return lexeme("який")


@lru_cache(maxsize=50_000)
def _may_open_phrase(norm: str) -> bool:
    """Whether an adjective or a noun for people is spelt so: most words are neither, at the cost of one look-up."""
    living = groups.is_animate(norm, True) or groups.is_animate(norm, False)
    return living or groups.is_adjective(norm) or norm in groups.nouns()


def _agrees(adjective: str, norm: str) -> bool:
    mine = {(f.case, f.number) for f in forms(adjective) if f.pos == "ADJF"}
    return any((f.case, f.number) in mine for f in forms(norm) if f.pos in ("NOUN", "ADJF"))


@cache
def _landmarks() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("groups")["landmarks"]["words"]))


_NUMBERED = lexeme("стаття") | lexeme("частина") | lexeme("пункт") | lexeme("номер") | lexeme("наказ")
_SUM = 100_000  # so many are told with a noun; a bare number as great is a sum of money


class Finder:
    """Finds people among the tokens of one range."""

    def __init__(self, tokens: Sequence[Token], names: Sequence[NameMention], found: Sequence[places.Place]):
        self.tokens = tokens
        self.names = {n.first: n for n in names if n.kind == "person" and not self._is_landmark(n)}
        self.opens = -1  # the token that opens the sentence
        self.places = {p.first: p for p in found}
        self.nations = {
            at: p.state for p in found if p.kind in ("adjective", "national") for at in range(p.first, p.last)
        }

    def _is_landmark(self, name: NameMention) -> bool:
        """«Чорного моря», «Шевченківський район»: the name of a place, whatever surname its first word may be."""
        return name.last < len(self.tokens) and self.tokens[name.last].norm in _landmarks()

    def find(self, first: int, last: int) -> list[People]:
        found: list[People] = []
        at = self.opens = first
        while at < last:
            made = self._phrase(at, first, last)
            if made is None:
                at += 1
                continue
            at = max(made.last, at + 1)
            if found and self._same(found[-1], made):
                made = self._merged(found.pop(), made)
            found.append(made)
        for made in found:
            self._look_before(made, first)
        return found

    def _phrase(self, at: int, first: int, last: int) -> People | None:
        token = self.tokens[at]
        if at in self.names:
            name = self.names[at]
            return People(at, min(name.last, last), name.cases, ("people",), (), None, (name,), True)
        if numerals.starts_number(token):
            return self._counted(at, first, last)
        if token.norm in PRONOUNS and not (
            token.norm in _POSSESSIVE and at + 1 < last and _is_noun(self.tokens[at + 1].norm)
        ):
            many = PRONOUNS[token.norm]
            return People(at, at + 1, _pronoun_cases(token.norm), pronoun=token.norm, singular=many == 1)
        return self._noun(at, last)

    def _noun(self, at: int, last: int) -> People | None:
        """Adjectives and the noun they belong to, and «України» after «громадян»."""
        tokens = self.tokens
        head = at
        if at >= last or not tokens[at].is_word or not _may_open_phrase(tokens[at].norm):
            return None
        while (
            head < last
            and head - at < 5
            and tokens[head].is_word
            and head + 1 < last
            and (
                self._leads_to(head, last)
                if groups.is_adjective(tokens[head].norm)
                else head > at and _is_adverb(tokens[head].norm)
            )
        ):
            head += 1
        if head >= last or not tokens[head].is_word:
            return None
        group = _head(tokens[head], head == self.opens)
        if group is None or self._qualifies_thing(head, last):
            return None
        if at < head and not all(
            _is_adverb(tokens[i].norm) or _agrees(tokens[i].norm, tokens[head].norm) for i in range(at, head)
        ):
            return None
        made = People(at, head + 1, _cases(tokens[head].norm, None), (group,), singular=_is_singular(tokens[head].norm))
        made.marks["group"] = (head, head + 1)
        given = [groups.adjectives()[tokens[i].norm] for i in range(at, head) if tokens[i].norm in groups.adjectives()]
        if "civilians" in given and group == "military":
            made.groups = ("civilians",)  # «цивільних полонених», «цивільних медиків»
            made.marks["group"] = (at, head + 1)
        elif given and (group == "people" or group == "prisoners" and given[0] in ("political_prisoners", "civilians")):
            made.groups = tuple(given)
            made.marks["group"] = (at, head + 1)
        if group == "remains":
            self._whose_remains(made, last)
        elif tokens[head].norm in groups.collectives():
            self._group_of(made, last)
            if made.last == head + 1 and at == head and tokens[head].norm in groups.vague():
                return None
        nations = [(i, self.nations[i]) for i in range(at, made.last) if i in self.nations]
        if nations:
            made.nations = tuple(dict.fromkeys(n for _, n in nations))
            made.marks["nationality"] = (nations[0][0], nations[-1][0] + 1)
        self._citizens(made, head, last)
        return self._through_place(made, head, last)

    def _through_place(self, made: People, head: int, last: int) -> People:
        """«ув'язнених у Білорусі українців»: a place between the participle and whom it qualifies."""
        place = self.places.get(made.last + 1)
        if place is None or place.last >= last or not groups.is_adjective(self.tokens[head].norm):
            return made
        if self.tokens[made.last].norm not in ("у", "в", "на", "з", "із"):
            return made
        whom = self._noun(place.last, last)
        if whom is None or not (made.cases & whom.cases) or whom.groups == ("remains",):
            return made
        made.last, made.cases, made.nations = whom.last, made.cases & whom.cases, whom.nations
        made.marks |= {k: v for k, v in whom.marks.items() if k == "nationality"}
        return made

    def _qualifies_thing(self, at: int, last: int) -> bool:
        """«військові кораблі»: the word is an adjective on a noun that is no person."""
        if at + 1 >= last or not groups.is_adjective(self.tokens[at].norm):
            return False
        if self._after_thing(at):
            return True
        follow = at + 1
        if (
            self.tokens[follow].norm in ("і", "й", "та")
            and follow + 2 < last
            and groups.is_adjective(self.tokens[follow + 1].norm)
            and _head(self.tokens[follow + 1]) is None
        ):
            follow += 2
        after = self.tokens[follow]
        found = forms(after.norm) if after.is_word else ()
        return (
            bool(found)
            and not is_preposition(after.norm)
            and found[0].pos == "NOUN"
            and "inan" in found[0].tags
            and _head(after) is None
            and _agrees(self.tokens[at].norm, after.norm)
        )

    def _after_thing(self, at: int) -> bool:
        """«судна, затримані в протоці»: a participle after the thing that it qualifies."""
        if at < 2 or self.tokens[at - 1].text != ",":
            return False
        found = forms(self.tokens[at - 2].norm)
        return (
            found[0].pos == "NOUN"
            and "inan" in found[0].tags
            and _agrees(self.tokens[at].norm, self.tokens[at - 2].norm)
        )

    def _leads_to(self, at: int, last: int) -> bool:
        """Whether an adjective stands before a noun for people, with which it agrees."""
        after = self.tokens[at + 1]
        if at + 1 in self.names and self.names[at + 1].cases and groups.nouns().get(self.tokens[at].norm) is None:
            return False
        return (
            after.is_word
            and (_head(after) is not None or groups.is_adjective(after.norm))
            and _agrees(self.tokens[at].norm, after.norm)
        )

    def _group_of(self, made: People, last: int) -> None:
        """«групу ув'язнених», «більшість українців»: who they are stands after it."""
        if made.last < last and self.tokens[made.last].is_word:
            whose = self._noun(made.last, last)
            if whose is not None and "gent" in whose.cases:
                made.groups, made.nations, made.last = whose.groups, whose.nations, whose.last
                made.marks |= whose.marks

    def _whose_remains(self, made: People, last: int) -> None:
        """«тіла 1000 полеглих», «тіла українських військових»: whose they are counts them."""
        at = self._past_qualifier(made.last, last)
        if at < last and numerals.starts_number(self.tokens[at]):
            counted = self._counted(at, made.first, last)
            if counted is not None and counted.number is not None and "gent" in counted.cases:
                made.last, made.number, made.singular = counted.last, counted.number, False
                made.nations = counted.nations
                made.marks |= {k: v for k, v in counted.marks.items() if k == "nationality"}
        elif at < last and self.tokens[at].is_word:
            whose = self._noun(at, last)
            if whose is not None and "gent" in whose.cases:
                made.last, made.number = whose.last, whose.number

    def _past_qualifier(self, at: int, last: int) -> int:
        """«тіла ще 1245 полеглих», «тіла понад 100»: up to three words before the number."""
        end = next((i for i in range(at, min(at + 4, last)) if numerals.starts_number(self.tokens[i])), None)
        between = [self.tokens[i].norm for i in range(at, end or at)]
        small = all(forms(n)[0].pos in ("ADVB", "PRCL", "CONJ", "") or numerals.is_qualifier(n) for n in between)
        return end if end is not None and small else at

    def _citizens(self, made: People, head: int, last: int) -> None:
        place = self.places.get(head + 1)
        if place and place.kind == "state" and place.last <= last and self.tokens[head].norm.startswith(_CITIZENS):
            made.nations, made.last = (place.state,), place.last
            made.marks["nationality"] = (place.first, place.last)

    def _counted(self, at: int, first: int, last: int) -> People | None:
        number = numerals.read_number(self.tokens, at, first, last)
        if number is None or self._each_other(at, last):
            return None
        if at > first and self.tokens[at - 1].norm == "хоч":  # «хоч сто, хоч двісті»: any number
            number = replace(number, value=None, qualifier=None, low=None, high=None)
        counted = number.counted
        if (
            counted + 1 < last
            and _is_adverb(self.tokens[counted].norm)
            and groups.is_adjective(self.tokens[counted + 1].norm)
        ):
            counted += 1
        made = self._noun(counted, last) if counted < last else None
        if (
            made is None
            and counted < last
            and self.tokens[counted].norm in ("своїх", "наших", "ваших", "цих", "тих", "таких", "інших", "із", "з")
            and counted + 1 < last
        ):
            made = self._noun(counted + 1, last)
        if made is None:
            if counted < last and counted in self.names:
                return None
            return self._bare(number, last)
        if number.value == 1 and number.first == at and self.tokens[at].norm[:1].isalpha():
            return replace(made, first=at, singular=made.singular)
        if self.tokens[number.counted].norm in groups.collectives():
            return replace(made, first=number.first)
        cases = self._number_cases(number, made)
        return replace(made, first=number.first, cases=cases, number=number, singular=False)

    def _each_other(self, at: int, last: int) -> bool:
        """«одна одній»: no number."""
        return at + 1 < last and self.tokens[at].norm in ("один", "одна", "одне") and self.tokens[at + 1].norm in _ONES

    def _bare(self, number: Number, last: int) -> People | None:
        """A number with no noun for people after it; what counts things or time is none."""
        if number.counted < last:
            counted = number.counted + (self.tokens[number.counted].text == "." and number.counted + 1 < last)
            after = self.tokens[counted]
            if counted > number.counted and after.is_number:
                return None
            if after.norm in numerals.units():
                return None
            named = number.counted in self.places or number.counted in self.names
            if after.is_word and any(f.pos == "NOUN" for f in forms(after.norm)[:2]) and not named:
                return None
            if after.text in ("%", "$", "€", "/") or groups.is_adjective(after.norm) and not after.is_capital:
                return None
        before = self.tokens[number.first - 1] if number.first else None
        if before is not None and (before.text in ("№", "$", "/", "#", "ст", "ч", "п") or before.norm in _NUMBERED):
            return None
        if number.value is not None and number.value >= _SUM:
            return None
        if (
            before is not None
            and before.text == "."
            and number.first > 1
            and self.tokens[number.first - 2].norm in ("ст", "ч", "п", "№", "кв", "буд")
        ):
            return None
        if number.value == 1 or (
            number.value is not None and 1900 <= number.value <= 2100 and self.tokens[number.first].is_number
        ):
            return None
        return People(number.first, number.last, ALL_CASES, number=number)

    def _number_cases(self, number: Number, head: People) -> frozenset[str]:
        token = self.tokens[number.counted - 1]
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

    def _same(self, before: People, made: People) -> bool:
        """An apposition: «журналіста Станіслава Асєєва»."""
        if before.last != made.first or made.number or made.pronoun or before.pronoun:
            return False
        return (
            bool(before.cases & made.cases)
            and (bool(made.names) or bool(before.names))
            and not (made.names and before.number)
        )

    def _merged(self, before: People, made: People) -> People:
        kinds = tuple(g for g in (*before.groups, *made.groups) if g != "people") or ("people",)
        return People(
            before.first,
            made.last,
            before.cases & made.cases,
            kinds[:1],
            before.nations or made.nations,
            before.number,
            (*before.names, *made.names),
            before.singular or made.singular,
            marks=made.marks | before.marks,
        )

    def _look_before(self, made: People, first: int) -> None:
        for at in range(made.first - 1, max(first, made.first - 3) - 1, -1):
            if self.tokens[at].norm in _SUBGROUP:
                made.sub = True
        if made.first > 0:
            before = self.tokens[made.first - 1]
            if is_preposition(before.norm) and not (before.norm == "по" and made.number):
                made.before = before.norm


@cache
def _pronoun_cases(norm: str) -> frozenset[str]:
    found = frozenset(f.case for f in forms(norm) if f.case)
    return found or ALL_CASES
