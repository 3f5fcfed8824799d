"""Indirect speech: what is reported without marks, by a cue in the sentence or by a sentence that points back."""

from dodomu.extract.quotes.reported.according import according, according_first
from dodomu.extract.quotes.reported.colon import colon, particle
from dodomu.extract.quotes.reported.dash import dash
from dodomu.extract.quotes.reported.nouns import nominal
from dodomu.extract.quotes.reported.parenthesis import parenthesis
from dodomu.extract.quotes.reported.pointing_back import pointing_back
from dodomu.extract.quotes.reported.requests import fronted_infinitive, infinitive_clause
from dodomu.extract.quotes.reported.that_clause import that_clause

__all__ = [
    "according",
    "according_first",
    "colon",
    "dash",
    "fronted_infinitive",
    "infinitive_clause",
    "nominal",
    "parenthesis",
    "particle",
    "pointing_back",
    "that_clause",
]
