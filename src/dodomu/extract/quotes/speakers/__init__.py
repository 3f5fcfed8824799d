"""Who speaks: the words at a cue that name the speaker, before anyone is identified.

`phrase_at` reads what begins at a token, `subject` looks for it on both sides of a cue, `place` where a verb in the
plural has no subject, `genitive`, `owner` and `any_case` where something else governs the words.
"""

from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.oblique import any_case, genitive, owner
from dodomu.extract.quotes.speakers.phrases import phrase_at
from dodomu.extract.quotes.speakers.place import place
from dodomu.extract.quotes.speakers.speaker import POSSESSIVES, Speaker
from dodomu.extract.quotes.speakers.subject import bare_noun, left, right, subject

__all__ = [
    "POSSESSIVES",
    "Names",
    "Speaker",
    "any_case",
    "bare_noun",
    "genitive",
    "left",
    "owner",
    "phrase_at",
    "place",
    "right",
    "subject",
]
