"""Words that name a speaker, and the pronouns among them."""

from dataclasses import dataclass
from typing import Self

from dodomu import uk
from dodomu.text.names import NameMention
from dodomu.text.tokens import Token

_GRAMMAR = uk.load("grammar")
PRONOUNS: dict[str, tuple[str, str]] = {
    word: (gender, number) for word, (gender, number) in _GRAMMAR["pronouns"].items()
}
"""Personal pronouns with gender and number."""
POSSESSIVES: dict[str, tuple[str, str]] = {word: tuple(told) for word, told in _GRAMMAR["possessives"].items()}
"""Possessive pronouns with the gender and number of who owns."""
OTHERS: dict[str, str] = {word: gender for gender, words in _GRAMMAR["others"].items() for word in words}
"""«той», «перша»: words for one of those named before, with gender."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker.

    Attributes
    ----------
    start, end : int
        Their place in the article.
    kind : str
        ``name`` (a person or body of the cast), ``pair``, ``role``, ``pronoun``, ``place`` («у штабі»),
        ``there`` («там»).
    mention : NameMention or None
        For a name and for a body in a place.
    phrase : str
        The role in the nominative, or the pronoun folded.
    head : str
        Lemma of the role's noun.
    gender, number : str
        Grammemes, ``""`` where the words do not tell.
    role : str or None
        The words of the role that stands before a name.
    """

    start: int
    end: int
    kind: str
    mention: NameMention | None = None
    phrase: str = ""
    head: str = ""
    gender: str = ""
    number: str = "sing"
    role: str | None = None

    @classmethod
    def named(cls, mention: NameMention, *, head: str = "", role: str | None = None) -> Self:
        """A person or a body by name."""
        return cls(mention.start, mention.end, "name", mention, head=head, gender=mention.gender, role=role)

    @classmethod
    def there(cls, token: Token) -> Self:
        """Those at a place that was named before: «там»."""
        return cls(token.start, token.end, "there", phrase="там", number="plur")
