"""The article's persons by role and by place, and who spoke so far."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dodomu.extract.quotes.identity.offices import office_keys, offices, present, same_office, title_lemmas
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.speakers import Names, Speaker, phrase_at
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.extract.quotes.speakers.titled import titled
from dodomu.text.document import Document, Sentence
from dodomu.text.morphology import forms
from dodomu.text.names import Actor, NameMention
from dodomu.text.nounphrase import extend_left, extend_right
from dodomu.text.tokens import Token

NEAR = 60
"""So many roles and speakers are looked at before a place: farther back nobody would look either."""
# A name so many tokens before a role or after it may bear it.
_NAME_BEFORE, _NAME_AFTER = 8, 23
_BYLINE = 90
"""A longer line does not only name an author, a date or a picture."""
_PHRASE_IN_MARKS = 40
"""So many characters in marks, with them, may be a name: «Українська правда» is no speech."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A role that the article gives a person: its noun, the lemmas with it, its words, where it stands."""

    head: str
    words: frozenset[str]
    text: str
    actor: Actor
    at: int


class Spoke(NamedTuple):
    """Somebody who spoke, and the offset at which."""

    at: int
    identity: Identity


class Directory:
    """The article's persons by role and by place, and who spoke so far.

    Parameters
    ----------
    names : Names
    on : date or None
        The day of the article, for offices; None where it is not known.
    links : frozenset of int
        Paragraphs that point to other texts: whom they name is not spoken of here.
    reported : sequence of (int, int)
        What is reported without marks, in order of place: whom it names is not who reports it.
    """

    def __init__(
        self,
        names: Names,
        on: date | None = None,
        links: frozenset[int] = frozenset(),
        reported: Sequence[tuple[int, int]] = (),
    ):
        self.names, self.on, self.links, self.reported = names, on, links, reported
        self.doc: Document = names.doc
        self.cast = names.cast
        self.spoke: list[Spoke] = []
        self._person_starts = [m.start for m in self.cast.persons]
        bound = list(self._bind())
        self._role_of = {id(b.actor): b.text for b in reversed(bound)}
        self._by_office: dict[object, list[Bound]] = {}
        for one in bound:
            for key in office_keys(one.head, one.words) | offices().get(one.head, frozenset()):
                self._by_office.setdefault(key, []).append(one)

    def _bind(self) -> Iterator[Bound]:
        """Roles before a name («речник ДПСУ Андрій Демченко») and after it («Микола Миркевич, президент Асоціації»)."""
        roles = role_forms()
        firsts = [m.first for m in self.cast.persons]
        for at in self.doc.where(roles):
            if at in self.names.inside:
                continue
            token = self.doc.tokens[at]
            near = bisect_left(firsts, at - _NAME_BEFORE)
            if near < len(firsts) and firsts[near] <= at + _NAME_AFTER:
                bound = self._bound(roles[token.norm], at, token)
                if bound is not None:
                    yield bound

    def _bound(self, role: str, at: int, token: Token) -> Bound | None:
        tokens, text = self.doc.tokens, self.doc.text
        sentence = self.doc.sentence_at(token.start)
        role = present(role)
        for case in dict.fromkeys(f.case for f in forms(token.norm) if f.case and f.case != "voct"):
            name = titled(self.names, at, sentence.last, None, case)
            if name is not None:
                first = extend_left(tokens, at, sentence.first)[0]
                words = text[tokens[first].start : tokens[name.first - 1].end].rstrip(" ,")
                return Bound(role, title_lemmas(words), words, name.actor, token.start)
        before = self.names.ending_at(at - 1) if at >= 2 and tokens[at - 1].text in ",–—-(" else None
        if before is None:
            return None
        words = text[token.start : tokens[extend_right(tokens, at, sentence.last) - 1].end]
        return Bound(role, title_lemmas(words), words, before.actor, token.start)

    def role_of(self, actor: Actor) -> str | None:
        """The first role that the article gives the actor, as it stands."""
        return self._role_of.get(id(actor))

    def person(self, actor: Actor, rule: str, gender: str | None = None) -> Identity:
        """A person of the article, with the role that the article gives him."""
        gender = actor.gender if gender is None else gender
        return Identity(actor.name, rule, "person", self.role_of(actor), actor=actor, gender=gender)

    def bound_to(self, head: str, words: frozenset[str], offset: int) -> list[Bound]:
        """Roles that a title may mean: those nearest to an offset, in order of place."""
        near = {}
        for key in office_keys(head, words):
            held = self._by_office.get(key, ())
            at = bisect_left(held, offset, key=lambda b: b.at)
            for bound in held[max(0, at - NEAR) : at + NEAR]:
                near[bound.at] = bound
        return [near[at] for at in sorted(near) if same_office(head, words, near[at].head, near[at].words)]

    def persons_before(
        self, offset: int, gender: str, *, subjects: bool, reach: int = 3, reported: bool = False
    ) -> list[NameMention]:
        """Mentions of persons of that gender before an offset, nearest first, outside quotation marks.

        Parameters
        ----------
        offset : int
        gender : str
        subjects : bool
            Only those that may stand in the nominative.
        reach : int
            So many paragraphs back.
        reported : bool
            Those too that are named in what somebody reports.
        """
        paragraph = self.doc.paragraph_at(offset)
        floor = self.doc.paragraphs[max(0, paragraph - reach)][0]
        first, last = bisect_left(self._person_starts, floor), bisect_left(self._person_starts, offset)
        return [
            mention
            for mention in reversed(self.cast.persons[first:last])
            if not mention.loose
            and mention.gender == gender
            and (not subjects or "nomn" in mention.cases)
            and not self.is_byline(self.doc.paragraph_at(mention.start))
            and not (self._in_marks(mention.start) if reported else self.in_speech(mention.start))
        ]

    def sentences_back(self, offset: int, reach: int) -> list[Sentence]:
        """The sentence at an offset and those before it, nearest first, `reach` in all."""
        index = self.doc.sentence_at(offset).index
        return self.doc.sentences[max(0, index - reach + 1) : index + 1][::-1]

    def subject_before(self, offset: int, gender: str = "", *, persons: bool = True) -> Speaker | None:
        """The person or role that is the subject of this sentence up to an offset, or of one of the two before it.

        Not `persons`: a body or a state that is the subject of the sentence before.
        """
        doc = self.doc
        here = doc.sentence_at(offset)
        for sentence in self.sentences_back(offset, 3 if persons else 2):
            far = sentence is not here and sentence.paragraph < here.paragraph - 1
            if far or self.is_byline(sentence.paragraph):
                return None
            at, last = sentence.first, min(sentence.last, doc.token_at(offset))
            while at < last:
                if doc.tokens[at].text == "(":
                    at = next((i for i in range(at, last) if doc.tokens[i].text == ")"), at) + 1
                    continue
                if self.in_speech(doc.tokens[at].start) or doc.quoted_at(doc.tokens[at].start) is not None:
                    at += 1
                    continue
                who = phrase_at(self.names, at, last, None)
                if who is None:
                    at += 1
                    continue
                if who.end < offset and _is_one(who, gender) and _is_person(who) == persons:
                    return who
                at = max(at + 1, doc.token_at(who.end))
        return None

    def is_byline(self, paragraph: int) -> bool:
        """Whether a line only names the author, a date or a picture, or points to another text."""
        if paragraph in self.links:
            return True
        start, end = self.doc.paragraphs[paragraph]
        return paragraph > 0 and end - start < _BYLINE and self.doc.text[end - 1] not in '.!?…»"”:'

    def in_speech(self, offset: int) -> bool:
        """Whether an offset stands in what somebody said: in marks, or reported without them."""
        at = bisect_right(self.reported, offset, key=lambda span: span[0]) - 1
        return self._in_marks(offset) or at >= 0 and offset < self.reported[at][1]

    def _in_marks(self, offset: int) -> bool:
        around = self.doc.quoted_at(offset)
        return around is not None and around.end - around.start > _PHRASE_IN_MARKS

    def remember(self, offset: int, identity: Identity) -> None:
        """Somebody spoke there."""
        insort(self.spoke, Spoke(offset, identity), key=lambda spoke: spoke.at)

    def recent(self, offset: int) -> Iterator[Spoke]:
        """Those of the last `NEAR` who spoke up to an offset, nearest first."""
        return (spoke for spoke in reversed(self.spoke[-NEAR:]) if spoke.at <= offset)

    def last_speaker(self, offset: int, gender: str = "", number: str = "", kind: str = "") -> Spoke | None:
        """The last who spoke up to an offset, of that gender, number and kind where they are given."""
        last = bisect_right(self.spoke, offset, key=lambda spoke: spoke.at)
        for spoke in reversed(self.spoke[max(0, last - NEAR) : last]):
            identity = spoke.identity
            if kind and identity.kind != kind:
                continue
            if (not gender or identity.gender == gender) and (not number or identity.number == number):
                return spoke
        return None


def _is_one(who: Speaker, gender: str) -> bool:
    return who.kind in ("name", "role") and who.number == "sing" and (not gender or who.gender == gender)


def _is_person(who: Speaker) -> bool:
    if who.kind == "role" and who.head in role_forms().values():
        return True
    return who.mention is not None and who.mention.kind == "person"
