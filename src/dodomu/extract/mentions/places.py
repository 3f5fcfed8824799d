"""States, their seats, places, peoples: what in a sentence stands for a state, and how."""

from functools import cache
from typing import NamedTuple

from dodomu import uk
from dodomu.errors import MissingExtra
from dodomu.text.document import Document
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms
from dodomu.text.phrases import PhraseBook
from dodomu.text.tokens import fold

# CLDR codes that are no states, and names that read as common words at the head of a sentence.
_NO_STATES = frozenset(
    ["AC", "AQ", "BQ", "CP", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UM", "UN", "XA", "XB", "ZZ", "TG", "ML"]
)
_IN_CAPITALS = frozenset(("state", "seat", "place", "held", "leader"))


class Place(NamedTuple):
    """Tokens ``first`` to ``last`` stand for a state.

    `kind` is how: ``state`` its name, ``seat`` its capital or seat of power, ``place`` a place in it, ``held`` a
    place whose
    people it holds, ``adjective``, ``national`` one of its people, ``leader``, ``nobody`` a place that no state owns
    to.
    """

    first: int
    last: int
    kind: str
    state: str


def lemmas(phrase: str) -> str:
    """The words of a name as dictionary words, so that all its forms are found.

    >>> lemmas("Об'єднані Арабські Емірати")
    "об'єднаний арабський емірат"
    """
    return " ".join(forms(word)[0].lemma for word in fold(phrase).split())


@cache
def names() -> dict[str, str]:
    """The usual Ukrainian name of every state by its code."""
    try:
        from babel import Locale
    except ImportError:
        raise MissingExtra("reading articles", "extract") from None
    return {
        code: name
        for code, name in Locale("uk").territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NO_STATES
    }


def _entries():
    data = uk.load("places")
    for code, name in sorted(names().items()):
        if "," not in name and "(" not in name and "–" not in name:
            yield lemmas(name), ("state", code)
    tables = (
        ("states", "state"),
        ("seats", "seat"),
        ("places", "place"),
        ("custody", "held"),
        ("leaders", "leader"),
        ("adjectives", "adjective"),
        ("nationals", "national"),
    )
    for table, kind in tables:
        for code, found in data[table].items():
            for name in found:
                yield (name if kind in ("adjective", "national") else lemmas(name)), (kind, code)
    for name in data["nobody"]["names"]:
        yield (fold(name) if fold(name)[-1] in "иі" else f"={fold(name)}"), ("nobody", "")


@cache
def _book() -> PhraseBook:
    return enrolled(PhraseBook(_entries()))


def find_places(doc: Document, first: int, last: int) -> list[Place]:
    """What stands for a state among the tokens ``first`` to ``last`` (half-open), in order.

    >>> doc = Document("Мінськ передав Сполученим Штатам двох громадян ОАЕ, а російських військових – ні")
    >>> [(p.state, p.kind) for p in find_places(doc, 0, len(doc.tokens))]
    [('BY', 'seat'), ('US', 'state'), ('AE', 'state'), ('RU', 'adjective')]
    """
    found = []
    tokens = doc.tokens
    for hit in doc.find(_book(), first, last):
        kind, code = hit.entry
        if kind in _IN_CAPITALS and not (tokens[hit.first].is_capital or kind == "held"):
            continue
        if (
            kind == "held"
            and not tokens[hit.first].is_capital
            and not tokens[hit.first].norm.startswith(("окуп", "тимчас"))
        ):
            continue
        found.append(Place(hit.first, hit.last, kind, code))
    return found


@cache
def indeclinable() -> frozenset[str]:
    """Names of states and seats that have one form: Баку."""
    return frozenset(fold(name) for name in uk.load("places")["indeclinable"]["names"])


@cache
def organs() -> frozenset[str]:
    """Forms of what acts for a state when its name or adjective stands beside it: влада, сторона, суд."""
    from dodomu.text.morphology import lexeme

    return frozenset().union(*(lexeme(w) for w in uk.load("places")["organs"]["words"]))
