"""Who the words at a cue mean: a title, a pronoun or a short name told by the rest of the article.

Each rule gives an identity with the rule's name, or None. Nobody is looked up outside the article here; where two
persons fit alike, nobody is chosen and the reason says so.
"""

from dodomu.extract.quotes.identity.before import by_body_before, by_left_out
from dodomu.extract.quotes.identity.directory import Directory
from dodomu.extract.quotes.identity.headlines import NEARLY_ALL, by_headline_role, by_repetition
from dodomu.extract.quotes.identity.named import by_name, by_pair
from dodomu.extract.quotes.identity.pronouns import by_pronoun
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.identity.titles import by_description, by_office, by_role, by_title

__all__ = [
    "NEARLY_ALL",
    "Directory",
    "Identity",
    "by_body_before",
    "by_description",
    "by_headline_role",
    "by_left_out",
    "by_name",
    "by_office",
    "by_pair",
    "by_pronoun",
    "by_repetition",
    "by_role",
    "by_title",
]
