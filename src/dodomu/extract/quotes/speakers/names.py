"""Where the names of an article stand, by token."""

from functools import cache

from dodomu import uk
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.document import Document
from dodomu.text.morphology import NAME_TAGS, finite, forms, lexeme
from dodomu.text.names import Cast, NameMention

_NO_NAMES = frozenset(("VERB", "ADVB", "CONJ", "PREP", "PRCL"))


@cache
def _months() -> frozenset[str]:
    return frozenset(form for month in uk.load("months")["months"] for form in lexeme(month, "NOUN"))


class Names:
    """Names by token, and what the search for a speaker asks about the tokens around them.

    Attributes
    ----------
    doc : Document
    cast : Cast
    at : dict
        The mention that begins at a token: of several the longest, and none that is loose before one that is sure.
    inside : dict
        The mention of a person, none that is loose, that a token stands in.
    """

    def __init__(self, doc: Document, cast: Cast):
        self.doc, self.cast = doc, cast
        self.at: dict[int, NameMention] = {}
        for mention in cast.mentions:
            held = self.at.get(mention.first)
            if held is None or held.last < mention.last or (held.loose and not mention.loose):
                self.at[mention.first] = mention
        self.inside: dict[int, NameMention] = {
            at: m for m in cast.persons if not m.loose for at in range(m.first, m.last)
        }

    def person_at(self, at: int) -> NameMention | None:
        """The person whose name begins at a token, or a loose word that may be one."""
        mention = self.at.get(at)
        return mention if mention is not None and mention.kind == "person" else None

    def ending_at(self, at: int) -> NameMention | None:
        """The person whose name ends just before a token."""
        mention = self.inside.get(at - 1)
        return mention if mention is not None and mention.last == at else None

    def past(self, at: int) -> int:
        """The token after the name that begins at a token, else the next one."""
        mention = self.at.get(at)
        return mention.last if mention is not None and not mention.loose else at + 1

    def past_date(self, comma: int, last: int) -> int | None:
        """The token after a date in commas that opens with that one: «повідомив сьогодні, 13 липня, мер»."""
        tokens = self.doc.tokens
        if comma + 3 >= last or not tokens[comma + 1].is_number or tokens[comma + 2].norm not in _months():
            return None
        close = next((i for i in range(comma + 3, min(comma + 6, last)) if tokens[i].text == ","), None)
        return close + 1 if close is not None else None

    def opens_apposition(self, at: int, last: int) -> bool:
        """Whether a role or a name begins at a token: «…, речниця суду Анна Коваль, …»."""
        if at >= last:
            return False
        return self.doc.tokens[at].norm in role_forms() or at in self.at and not self.at[at].loose

    def opens_sentence(self, at: int) -> bool:
        """Whether a token is the first of its sentence, or of what stands after a label and its colon."""
        before = self.doc.tokens[at - 1].text if at else ":"
        return before == ":" or at == self.doc.sentence_at(self.doc.tokens[at].start).first

    def verb_between(self, first: int, last: int) -> bool:
        """Whether a finite verb stands among the tokens ``first`` to ``last`` (half-open)."""
        return any(t.is_word and finite(t.norm) is not None for t in self.doc.tokens[first:last])

    def like_a_person(self, at: int) -> bool:
        """Whether a capitalised word that no fuller name explains may be one: by the dictionary or a role before."""
        tokens = self.doc.tokens
        before = tokens[at - 1] if at else None
        if before is not None and before.norm in role_forms():
            return True
        readings = forms(tokens[at].norm)
        listed = any({"Name", "Surn"} & f.tags for f in readings)
        if before is not None and before.text in ".!?":
            return listed and not any(f.pos in _NO_NAMES for f in readings)
        return listed or not any(f.pos != "NOUN" for f in readings[:1])


def may_be_given(norm: str) -> bool:
    """Whether the dictionary has the word as a given name too."""
    return any("Name" in f.tags for f in forms(norm))


def kind_of_person(norm: str) -> bool:
    """A noun for a kind of person, though somebody may be called so: «Сторож признався»."""
    return any(f.pos == "NOUN" and "anim" in f.tags and not NAME_TAGS & f.tags for f in forms(norm))
