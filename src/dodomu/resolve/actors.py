"""Names become actors: who speaks, acts and mediates, under one key wherever they are named."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from dodomu.models import Actor, Extraction
from dodomu.resolve.claims import union
from dodomu.resolve.slug import slug
from dodomu.text.bodies import find_bodies
from dodomu.text.document import Document
from dodomu.text.morphology import Form, forms
from dodomu.text.persons import find_persons

_STATE = re.compile("[A-Z]{2}")


@dataclass
class _Named:
    actor: Actor
    roles: list[str] = field(default_factory=list)


class Roster:
    """All actors of a dataset, in the order in which they are first named.

    Examples
    --------
    >>> roster = Roster()
    >>> roster.id_of("Ілля Павленко", role="генерал-майор"), roster.id_of("BY")
    ('illia-pavlenko', 'bilorus')
    >>> [actor.kind for actor in roster.actors()]
    ['person', 'state']
    """

    def __init__(self) -> None:
        self._by_name: dict[str, str] = {}
        self._named: dict[str, _Named] = {}

    def id_of(self, name: str | None, *, role: str | None = None, kind: str | None = None) -> str | None:
        """Give the key of whoever bears a name, and remember the role."""
        if name is None:
            return None
        if name not in self._by_name:
            actor = _known().get(_folded(name)) or _unknown(name, kind)
            self._by_name[name] = actor.actor_id
            self._named.setdefault(actor.actor_id, _Named(actor))
        key = self._by_name[name]
        if role:
            self._named[key].roles.append(role.replace(";", ","))
        return key

    def actors(self) -> list[Actor]:
        """Give all who were named, with the roles they were given."""
        return [named.actor.model_copy(update={"roles": union([named.roles])}) for named in self._named.values()]


def assemble(extractions: Iterable[Extraction]) -> Roster:
    """Gather everybody whom the quotes and mentions of some articles name."""
    roster = Roster()
    for extraction in extractions:
        for quote in extraction.quotes:
            roster.id_of(quote.speaker, role=quote.speaker_role)
            roster.id_of(quote.carrier, kind="outlet")
        for mention in extraction.mentions:
            for name in (*mention.agents, *mention.mediators):
                roster.id_of(name)
    return roster


def kind_of(name: str) -> str:
    """Tell what bears a name: a person, a body, people without a name.

    Examples
    --------
    >>> kind_of("Ілля Павленко"), kind_of("Координаційний штаб"), kind_of("родичі полонених"), kind_of("речник")
    ('person', 'body', 'group', 'person')
    """
    document = Document(name)
    words = [token for token in document.tokens if token.is_word]
    if not words:
        return "body"
    if not words[0].is_capital:
        return _kind_of_role(_head([word.norm for word in words]))
    if any(person.last - person.first == len(document.tokens) for person in find_persons(document)):
        return "person"
    if find_bodies(document):
        return "body"
    return "person" if len(words) > 1 and all(word.is_capital for word in words) else "body"


def _head(norms: list[str]) -> Form | None:
    """Find the word that a name in the nominative is built on: its first noun, else what stands for one."""
    nominative = [form for norm in norms for form in forms(norm) if form.case == "nomn"]
    return next((form for form in nominative if form.pos == "NOUN"), nominative[0] if nominative else None)


def _kind_of_role(head: Form | None) -> str:
    """Tell what goes by a common noun: «рідні» are several, «сторона» is no person, «речник» is one."""
    if head is None:
        return "person"
    return "group" if head.number == "plur" else "body" if "inan" in head.tags else "person"


def _unknown(name: str, kind: str | None) -> Actor:
    if _STATE.fullmatch(name):
        uk, en = _territory(name, "uk"), _territory(name, "en")
        return Actor(actor_id=slug(uk or name), name=uk or name, name_en=en, kind="state", country=name)
    return Actor(actor_id=slug(name), name=name, kind=kind or kind_of(name))


def _territory(code: str, lang: str) -> str | None:
    from babel import Locale

    return Locale(lang).territories.get(code)


def _folded(name: str) -> str:
    return re.sub("['’ʼ]", "'", name.casefold())


@cache
def _known() -> dict[str, Actor]:
    """Actors who are known under several names, by each of them and, for states, by ISO code."""
    text = resources.files("dodomu.resolve").joinpath("known_actors.tsv").read_text("utf-8")
    found = {}
    for row in csv.DictReader(text.splitlines(), delimiter="\t"):
        aliases = [alias for alias in row.pop("aliases").split(";") if alias]
        actor = Actor(actor_id=slug(row["name"]), **row)
        names = [actor.name, *aliases] + ([actor.country] if actor.kind == "state" else [])
        found |= {_folded(name): actor for name in names}
    return found
