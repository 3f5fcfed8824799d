"""Names of persons in the text, told from other capitalised words.

A run of capitalised words is read by `PATTERNS`, longest first; a pattern says which word is the given name. Words of
one name agree in case and gender, which also splits «помічник Путіна Юрій Ушаков» in two.
"""

import re
from functools import cache, lru_cache
from itertools import compress, count
from typing import NamedTuple

from dodomu import uk
from dodomu.text.document import Document
from dodomu.text.governed import in_context
from dodomu.text.inflection import FullName, agreeing
from dodomu.text.morphology import NAME_TAGS, forms, known, lexeme
from dodomu.text.remembered import Remembered
from dodomu.text.tokens import Token

PARTICLES = uk.words("names", "particles")
_NOT_GIVEN = uk.words("names", "not_given")
_GIVEN = frozenset(form for name in uk.load("names")["given"] for form in lexeme(name))
_PARTICLE_NAME = re.compile(rf"(?:{'|'.join(uk.load('names')['hyphened'])})-[А-ЯІЇЄҐ]")
_VOWELS = frozenset("аеєиіїоуюя")
_FUNCTION = frozenset(("NPRO", "PREP", "CONJ", "PRCL"))
_CAPITALISED = Remembered(lambda text: text[0].isupper() or text[0] in "аеі" and bool(_PARTICLE_NAME.match(text)))
_ROMAN = re.compile(r"[IVX]{1,5}(?![^\W\d_])")


class PersonMention(NamedTuple):
    """Tokens ``first`` to ``last`` (half-open) name a person; `options` are the readings, best first."""

    first: int
    last: int
    options: tuple[FullName, ...]
    full: bool
    sure: bool
    surname: int = -1
    initials: bool = False
    common: bool = False


def _kind(token: Token) -> str:
    return _kind_of(token.text, token.norm)


@lru_cache(maxsize=50_000)
def _kind_of(text: str, norm: str) -> str:
    """G given name, P patronymic, S surname, U not in the dictionary, X another word, I initial, R Roman, - none."""
    if not text[0].isupper():
        return "U" if _PARTICLE_NAME.match(text) else "-"
    if len(text) == 1:
        return "I"
    if _ROMAN.fullmatch(text):
        return "R"
    if not "а" <= norm[0] <= "ґ" or text.isupper() and (len(text) < 5 or not _VOWELS & set(norm)):
        return "-"
    if norm in _GIVEN:
        return "G"
    if not known(norm):
        return "U"
    if norm in _NOT_GIVEN or any(f.pos in _FUNCTION for f in forms(norm)):
        return "X"
    tags = [f.tags for f in forms(norm) if f.number != "plur"]
    if any("Name" in t for t in tags):
        return "G"
    if any("Patr" in t for t in tags):
        return "P"
    if any("Surn" in t for t in tags):
        return "S"
    return "X"


@lru_cache(maxsize=20_000)
def _only_a_name(norm: str) -> bool:
    """Whether the dictionary knows the word as a name and as nothing else."""
    return known(norm) and all(NAME_TAGS & f.tags for f in forms(norm))


@cache
def _roles() -> frozenset[str]:
    lists = uk.load("roles")
    return frozenset(w for line in (*lists["offices"], lists["persons"]) for w in line) | frozenset(
        uk.load("bodies")["heads"]
    )


@lru_cache(maxsize=20_000)
def common_head(norm: str) -> bool:
    """Whether the word is a role, a body or an adjective: capitalised it still is no part of a name."""
    return any(f.lemma in _roles() or f.pos == "ADJF" for f in forms(norm)[:3])


# Kinds of the words in a row, index of the given name.
PATTERNS: tuple[tuple[str, int], ...] = (
    ("GPS", 0),
    ("GPU", 0),
    ("GPX", 0),
    ("SGP", 1),
    ("UGP", 1),
    ("XGP", 1),
    ("GUS", 0),
    ("GSS", 0),
    ("GGS", 0),
    ("GGU", 0),
    ("UUS", -1),
    ("UUU", -1),
    ("GUU", 0),
    ("UGU", 1),
    ("UGS", 1),
    ("GS", 0),
    ("GU", 0),
    ("GG", 0),
    ("GX", 0),
    ("GP", 0),
    ("GR", 0),
    ("GI", 0),
    ("UR", 0),
    ("US", -1),
    ("UU", -1),
    ("UG", -1),
    ("XS", -1),
    ("XU", -1),
    ("SU", -1),
    ("SS", -1),
)
SURNAME_FIRST: tuple[tuple[str, int], ...] = (("SG", 1),)
_WITH_SURNAME_FIRST = PATTERNS + SURNAME_FIRST
_LONGEST_PATTERN = max(len(pattern) for pattern, _ in PATTERNS)


@lru_cache(maxsize=5_000)
def _fitting(kinds: str, row: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Patterns with which some kinds begin, in their order."""
    return tuple(pair for pair in row if kinds.startswith(pair[0]))


def _runs(doc: Document) -> list[list[int]]:
    """Rows of capitalised words with nothing but one space, a particle or the dot of an initial between them."""
    runs: list[list[int]] = []
    before = -1
    for at in compress(count(), map(_CAPITALISED.__getitem__, doc.words)):
        if before >= 0 and _goes_on(doc, before, at):
            runs[-1].append(at)
        else:
            runs.append([at])
        before = at
    return runs


def _goes_on(doc: Document, before: int, at: int) -> bool:
    """Whether nothing but spaces, particles and the dot of an initial stands between two capitalised words."""
    tokens = doc.tokens
    end = tokens[before].end
    for between in range(before + 1, at + 1):
        token = tokens[between]
        if between == before + 1 and token.text == "." and _is_initial(tokens[before]):
            end = token.end
            continue
        near = token.start - end <= 1 and "\n" not in doc.text[end : token.start]
        if not near or between < at and token.norm not in PARTICLES:
            return False
        end = token.end
    return True


def _is_initial(token: Token) -> bool:
    return len(token.text) == 1 and token.is_capital


def _norms(doc: Document, first: int, last: int) -> tuple[str, ...]:
    return tuple(t.norm for t in doc.tokens[first:last] if t.text != ".")


def _match(doc: Document, run: list[int], kinds: str, at: int) -> tuple[PersonMention, int] | None:
    """The name that begins at a place of the run, with how many words of the run it takes."""
    if kinds[at] == "I":
        if doc.tokens[run[at] + 1 : run[at] + 2] and doc.tokens[run[at] + 1].text != ".":
            return None
        take = 1
        while at + take < len(run) and kinds[at + take] == "I":
            take += 1
        if at + take < len(run) and kinds[at + take] in "GSUX" and take <= 2:
            options = agreeing((doc.tokens[run[at + take]].norm,))
            if options:
                options = in_context(doc, run[at], options)
                return PersonMention(run[at], run[at + take] + 1, options, False, True, initials=True), take + 1
        return None
    row = PATTERNS
    if kinds[at] == "S" and kinds[at + 1 : at + 2] == "G" and kinds[at + 2 : at + 3] not in ("S", "U", "X", "G"):
        row = _WITH_SURNAME_FIRST
    for pattern, given in _fitting(kinds[at : at + _LONGEST_PATTERN], row):
        first, last = run[at], run[at + len(pattern) - 1] + 1
        norms = _norms(doc, first, last)
        if pattern.endswith("I") and not (last < len(doc.tokens) and doc.tokens[last].text == "."):
            continue
        if pattern.endswith(("R", "I")):
            named = agreeing(norms[:-1], 0)
            options = tuple(n._replace(words=(*n.words, norms[-1])) for n in named)
        else:
            options = agreeing(norms, given, pattern in ("GS", "GU", "GX"))
        if options and not ("X" in pattern[:1] and pattern != "XGP" and not _animate(norms[0])):
            if pattern[0] == "S" and given < 0 and options[0].weight < 3 * len(pattern):
                continue  # two surnames side by side, each in its own case
            options = in_context(doc, first, options)
            surname = 0 if pattern.endswith("GP") and len(pattern) == 3 or pattern == "SG" else -1
            return PersonMention(first, last, options, True, "U" not in pattern[:1], surname), len(pattern)
    return None


def _animate(norm: str) -> bool:
    return any("anim" in f.tags for f in forms(norm))


def _single(doc: Document, at: int, kind: str, opens: bool, surnames: frozenset[str]) -> PersonMention | None:
    """A surname or a given name by itself; what it may be is decided with the rest of the article."""
    norm = doc.tokens[at].norm
    if kind not in "GSUX" or len(norm) < 3:
        return None
    if kind == "X":
        # A surname that is a common noun too (Мороз, Дещиця): only if the article names such a person in full.
        if norm[:3] not in surnames:
            return None
        options = () if common_head(norm) else agreeing((norm,))
        return PersonMention(at, at + 1, options, False, False, common=True) if options else None
    sure = kind in "GS" and (
        _only_a_name(norm) or (not opens and any({"Name", "Surn"} & f.tags for f in forms(norm)[:2]))
    )
    options = agreeing((norm,))
    first = at
    while (
        first > 0
        and doc.tokens[first - 1].norm in PARTICLES
        and doc.tokens[first - 1].end + 1 == doc.tokens[first].start
    ):
        first -= 1
    return PersonMention(first, at + 1, options, False, sure) if options else None


def find_persons(doc: Document) -> list[PersonMention]:
    """Names of persons, in order.

    >>> doc = Document("Помічник Путіна Юрій Ушаков і Наталія Ейсмонт мовчать.")
    >>> [doc.text[doc.tokens[p.first].start : doc.tokens[p.last - 1].end] for p in find_persons(doc)]
    ['Путіна', 'Юрій Ушаков', 'Наталія Ейсмонт']
    """
    found: list[PersonMention] = []
    singles: list[tuple[int, str, bool]] = []
    openers = {s.first for s in doc.sentences}
    for run in _runs(doc):
        kinds = "".join(_kind(doc.tokens[at]) for at in run)
        place = 0
        while place < len(run):
            opens = run[place] in openers or (run[place] > 0 and doc.tokens[run[place] - 1].text in '«"„“—–-')
            if (
                opens
                and kinds[place] == "U"
                and kinds[place + 1 : place + 2] == "G"
                and kinds[place + 2 : place + 3] not in ("", "-")
            ):
                place += 1
                continue
            matched = (
                _match(doc, run, kinds, place)
                if kinds[place] not in "-PR"
                and not (kinds[place] == "X" and (opens or common_head(doc.tokens[run[place]].norm)))
                else None
            )
            if matched:
                found.append(matched[0])
                place += matched[1]
                continue
            if kinds[place] in "GSUX":
                singles.append((run[place], kinds[place], opens))
            place += 1
    surnames = frozenset(word[:3] for mention in found for option in mention.options for word in option.words)
    found += [mention for single in singles if (mention := _single(doc, *single, surnames))]
    return sorted(found, key=lambda mention: mention.first)
