"""Who speaks or acts in public, and who does not: judged by office, by role, by what an article says beside the name.

Whoever nothing shows to be public is taken to be private.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

import polars as pl

from dodomu import uk
from dodomu.models import Article
from dodomu.text.document import Document
from dodomu.text.morphology import forms
from dodomu.text.persons import PersonMention, find_persons
from dodomu.text.tokens import Token, tokenize

_NEAR = 6
_CASES_OF_OBJECT = frozenset(("accs", "gent"))

Name = tuple[str, ...]
"""The folded words of a person's name in the nominative."""


@cache
def words(kind: str) -> frozenset[str]:
    """Give a list of `persons.toml`."""
    return frozenset(_data()[kind])


def unnamed() -> str:
    """Say what somebody is called of whom there is nothing to say."""
    return _data()["unnamed"]


@cache
def _data() -> dict:
    return tomllib.loads(resources.files(__package__).joinpath("persons.toml").read_text("utf-8"))


@dataclass
class People:
    """The persons of a dataset: those whom anything shows to be public, and the others.

    Attributes
    ----------
    public
        Names of those who are.
    private
        Names of those who are not, each as it is written.
    alone
        Single words that stand in a text as somebody's name: covered there, but not looked for elsewhere.
    roles
        The first role that the tables give to each.
    """

    public: set[Name] = field(default_factory=set)
    private: dict[Name, str] = field(default_factory=dict)
    alone: set[Name] = field(default_factory=set)
    roles: dict[Name, str] = field(default_factory=dict)


def people_of(tables: Mapping[str, pl.DataFrame], articles: Sequence[Article]) -> People:
    """Judge everybody whom the tables or the articles name."""
    found: dict[Name, str] = {}
    signs: dict[Name, set[str]] = {}
    people = People()
    called = [name for article in articles for name in article.public]
    hidden = {name_of(name): name for article in articles for name in article.withhold}
    for written in (*hidden.values(), *_in_tables(tables)):
        found.setdefault(name_of(written), written)
    for written, role in _roles(tables):
        name = name_of(written)
        people.roles.setdefault(name, role)
        signs.setdefault(name, set()).update(_signs(role))
    single: dict[Name, frozenset[str]] = {}
    for article in articles:
        for name, options, seen in _in_text(article.text or ""):
            signs.setdefault(name, set()).update(seen)
            if len(name) > 1:
                found.setdefault(name, " ".join(word.title() for word in name))
            else:
                single[name] = options
    known = {name_of(one) for one in (*_offices(), *called)}
    known |= {name for name in signs if signs[name] == {"public"}}
    people.public = {name for name in known if not any(same(name, one) for one in hidden)}
    may = {word for name in people.public for word in name}
    last = {word for name in people.public if len(name) > 1 for word in surnames(name)}
    for name, written in found.items():
        by_surname = len(name) == 1 and name[0] in last
        if name and not by_surname and not any(same(name, one) for one in people.public):
            people.private[name] = written
    people.alone = {name for name, options in single.items() if not options & may and not _is_place(name[0])}
    return people


def name_of(written: str) -> Name:
    """Fold a name as it is written.

    Examples
    --------
    >>> name_of("Дмитро Лубінець")
    ('дмитро', 'лубінець')
    """
    return tuple(token.norm for token in tokenize(written) if token.is_word)


def same(one: Name, other: Name) -> bool:
    """Tell whether two names are of one person: the words of the shorter are in the longer, and they are two at least.

    Examples
    --------
    >>> same(("іван", "петренко"), ("іван", "іванович", "петренко")), same(("петренко",), ("іван", "петренко"))
    (True, False)
    """
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) > 1 and set(short) <= set(long))


def surnames(name: Name) -> Name:
    """Give the words of a name that are neither a given name nor a patronymic; the last, where all of them may be.

    Examples
    --------
    >>> surnames(("іван", "іванович", "петренко")), surnames(("ірина",))
    (('петренко',), ('ірина',))
    """
    own = tuple(word for word in name if not any({"Name", "Patr"} & form.tags for form in forms(word)))
    return own or name[-1:]


def _in_tables(tables: Mapping[str, pl.DataFrame]) -> Iterator[str]:
    for name, kind in tables["actors"].select("name", "kind").iter_rows():
        if kind == "person" and name[:1].isupper():
            yield name


def _roles(tables: Mapping[str, pl.DataFrame]) -> Iterator[tuple[str, str]]:
    yield from tables["quotes"].select("speaker", "speaker_role").drop_nulls().iter_rows()
    for name, roles in tables["actors"].select("name", "roles").iter_rows():
        for role in roles:
            yield name, role


def _in_text(text: str) -> Iterator[tuple[Name, frozenset[str], set[str]]]:
    """Give every name in a text, all words it may be made of, and what stands beside it."""
    doc = Document(text)
    for person in find_persons(doc):
        if person.options and (person.full or person.initials or person.sure):
            cases = frozenset(case for option in person.options for case in option.cases)
            options = frozenset(word for option in person.options for word in option.words)
            yield tuple(person.options[0].words), options, set(_beside(doc, person, cases))


def _is_place(word: str) -> bool:
    return any("Geox" in form.tags for form in forms(word))


def _beside(doc: Document, person: PersonMention, cases: frozenset[str]) -> Iterator[str]:
    """Read the words before a name and in the apposition after it that agree with it."""
    before = list(_run(doc.tokens[max(0, person.first - _NEAR) : person.first][::-1]))
    after = doc.tokens[person.last : person.last + _NEAR + 1]
    apposition = list(_run(after[1:])) if after and after[0].text == "," else []
    yield from _judged((*before, *apposition), cases)
    if cases & _CASES_OF_OBJECT:
        near = (*before, *_run(after[:4]))
        if any(form.lemma in words("held") for token in near for form in forms(token.norm)[:3]):
            yield "private"


def _run(tokens: Iterable[Token]) -> Iterator[Token]:
    for token in tokens:
        if not token.is_word:
            return
        yield token


def _signs(role: str) -> Iterator[str]:
    """Judge a role.

    >>> set(_signs("колишній полонений, журналіст")), set(_signs("адвокат звільненого")), set(_signs("боєць"))
    ({'private'}, {'public'}, set())
    """
    found = set(_judged([token for token in tokenize(role) if token.is_word], frozenset(("nomn",))))
    return iter({"private"} if "private" in found else found)


def _judged(tokens: Iterable[Token], cases: frozenset[str]) -> Iterator[str]:
    for token in tokens:
        for form in forms(token.norm):
            if form.case in cases and form.number != "plur" and form.pos in ("NOUN", "ADJF", "NPRO", ""):
                if form.lemma in words("private"):
                    yield "private"
                elif _is_office(form.lemma):
                    yield "public"


@cache
def _is_office(lemma: str) -> bool:
    parts = (lemma, lemma.removeprefix("екс").lstrip("-"), *lemma.split("-"))
    return any(part in words("public") or part in _office_words() for part in parts)


@cache
def _office_words() -> frozenset[str]:
    return frozenset(office for line in uk.load("roles")["offices"] for office in line if " " not in office)


@cache
def _offices() -> tuple[str, ...]:
    """Name everybody who is public by name: holders of offices, actors with an entry of their own."""
    holders = [row["name"] for row in uk.load("officials")["holders"]]
    text = resources.files("dodomu.resolve").joinpath("known_actors.tsv").read_text("utf-8")
    known = csv.DictReader(text.splitlines(), delimiter="\t")
    return (*holders, *(row["name"] for row in known if row["kind"] == "person"))
