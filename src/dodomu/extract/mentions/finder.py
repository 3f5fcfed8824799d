"""Finds phrases that name people in a row of tokens."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from dodomu import uk
from dodomu.extract.mentions import groups, numerals, places
from dodomu.extract.mentions.number_phrases import bare, cases_of_number, each_other
from dodomu.extract.mentions.people import PRONOUNS, People, as_one, is_apposition, is_preposition
from dodomu.extract.mentions.people_words import (
    agrees,
    agrees_with_thing,
    cases_of,
    cases_of_pronoun,
    group_of,
    is_adverb,
    is_noun,
    is_singular,
    may_open_phrase,
)
from dodomu.text.morphology import forms, lexeme
from dodomu.text.names import NameMention
from dodomu.text.tokens import Token

_SUBGROUP = frozenset(("зокрема", "серед", "включно", "включаючи", "передусім", "насамперед", "числі"))


_CITIZENS = ("громадян", "підданих", "підданого", "жител", "мешкан")


_POSSESSIVE = frozenset(("його", "її", "їх"))


@cache
def _landmarks() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("groups")["landmarks"]["words"]))


@lru_cache(maxsize=50_000)
def _may_open(norm: str) -> bool:
    """Whether people may be told of from a word on, names aside: of most words they are not, at one look-up each."""
    return norm in PRONOUNS or numerals.may_say_number(norm) or may_open_phrase(norm)


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
        free = self.opens = first
        for at in range(first, last):
            if at < free or at not in self.names and not _may_open(self.tokens[at].norm):
                continue
            made = self._phrase(at, first, last)
            if made is None:
                continue
            free = made.last
            if found and self._says_more(found[-1], made):
                continue
            if found and is_apposition(found[-1], made):
                made = as_one(found.pop(), made)
            found.append(made)
        for made in found:
            self._look_before(made, first)
        return found

    def _says_more(self, before: People, made: People) -> bool:
        """«тіло офіцера, загиблого торік»: a participle behind one person, not another one."""
        return (
            before.last == made.first - 1
            and self.tokens[before.last].text == ","
            and made.last - made.first == 1
            and made.singular
            and made.number is None
            and groups.is_adjective(self.tokens[made.first].norm)
            and agrees(self.tokens[made.first].norm, self.tokens[before.last - 1].norm)
        )

    def _phrase(self, at: int, first: int, last: int) -> People | None:
        token = self.tokens[at]
        if at in self.names:
            name = self.names[at]
            return People(at, min(name.last, last), name.cases, ("people",), (), None, (name,), True)
        if numerals.starts_number(token):
            return self._counted(at, first, last)
        if token.norm in PRONOUNS and not (
            token.norm in _POSSESSIVE
            and at + 1 < last
            and is_noun(self.tokens[at + 1].norm)
            and at + 1 not in self.places  # «передала його Росії»
        ):
            many = PRONOUNS[token.norm]
            return People(at, at + 1, cases_of_pronoun(token.norm), pronoun=token.norm, singular=many == 1)
        return self._noun(at, last)

    def _noun(self, at: int, last: int) -> People | None:
        """Adjectives and the noun they belong to, and «України» after «громадян»."""
        tokens = self.tokens
        head = at
        if at >= last or not tokens[at].is_word or not may_open_phrase(tokens[at].norm):
            return None
        while (
            head < last
            and head - at < 5
            and tokens[head].is_word
            and head + 1 < last
            and (
                self._leads_to(head, last)
                if groups.is_adjective(tokens[head].norm)
                else head > at and is_adverb(tokens[head].norm)
            )
        ):
            head += 1
        if head >= last or not tokens[head].is_word:
            return None
        group = group_of(tokens[head], head == self.opens)
        if group is None or self._qualifies_thing(head, last):
            return None
        if at < head and not all(
            is_adverb(tokens[i].norm) or agrees(tokens[i].norm, tokens[head].norm) for i in range(at, head)
        ):
            return None
        made = People(
            at, head + 1, cases_of(tokens[head].norm, None), (group,), singular=is_singular(tokens[head].norm)
        )
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
            and group_of(self.tokens[follow + 1]) is None
        ):
            follow += 2
        after = self.tokens[follow]
        found = forms(after.norm) if after.is_word and not after.text.isupper() else ()  # «військових ЗСУ»
        return (
            bool(found)
            and not is_preposition(after.norm)
            and found[0].pos == "NOUN"
            and "inan" in found[0].tags
            and group_of(after) is None
            and agrees_with_thing(self.tokens[at].norm, after.norm)
        )

    def _after_thing(self, at: int) -> bool:
        """«судна, затримані в протоці»: a participle after the thing that it qualifies."""
        if at < 2 or self.tokens[at - 1].text != ",":
            return False
        found = forms(self.tokens[at - 2].norm)
        return (
            found[0].pos == "NOUN"
            and "inan" in found[0].tags
            and agrees(self.tokens[at].norm, self.tokens[at - 2].norm)
        )

    def _leads_to(self, at: int, last: int) -> bool:
        """Whether an adjective stands before a noun for people, with which it agrees."""
        after = self.tokens[at + 1]
        if at + 1 in self.names and self.names[at + 1].cases and groups.nouns().get(self.tokens[at].norm) is None:
            return False
        return (
            after.is_word
            and (group_of(after) is not None or groups.is_adjective(after.norm))
            and agrees(self.tokens[at].norm, after.norm)
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
        if number is None or each_other(self.tokens, at, last):
            return None
        if at > first and self.tokens[at - 1].norm == "хоч":  # «хоч сто, хоч двісті»: any number
            number = replace(number, value=None, qualifier=None, low=None, high=None)
        counted = number.counted
        if (
            counted + 1 < last
            and is_adverb(self.tokens[counted].norm)
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
            named = number.counted in self.places or number.counted in self.names
            return bare(self.tokens, number, last, named)
        if number.value == 1 and number.first == at and self.tokens[at].norm[:1].isalpha():
            return replace(made, first=at, singular=made.singular)
        if self.tokens[number.counted].norm in groups.collectives():
            return replace(made, first=number.first)
        cases = cases_of_number(self.tokens, number, made)
        return replace(made, first=number.first, cases=cases, number=number, singular=False)

    def _look_before(self, made: People, first: int) -> None:
        for at in range(made.first - 1, max(first, made.first - 3) - 1, -1):
            if self.tokens[at].norm in _SUBGROUP:
                made.sub = True
        if made.first > 0:
            before = self.tokens[made.first - 1]
            if is_preposition(before.norm) and not (before.norm == "по" and made.number):
                made.before = before.norm
