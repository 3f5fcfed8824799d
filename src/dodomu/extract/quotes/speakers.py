"""Who speaks: the words at a cue that name the speaker, before anyone is resolved."""

from dataclasses import dataclass
from functools import cache

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.text.document import Document
from dodomu.text.morphology import Form, finite, forms, lexeme
from dodomu.text.names import Cast, NameMention
from dodomu.text.nounphrase import extend_left, extend_right, nominative

PRONOUNS = {"він": ("masc", "sing"), "вона": ("femn", "sing"), "воно": ("neut", "sing"), "вони": ("", "plur")}
_OTHERS = {
    "той": "masc",
    "та": "femn",
    "перший": "masc",
    "перша": "femn",
    "другий": "masc",
    "друга": "femn",
    "останній": "masc",
    "остання": "femn",
    "сам": "masc",
    "сама": "femn",
}
POSSESSIVES = {
    "його": ("masc", "sing"),
    "її": ("femn", "sing"),
    "їхніми": ("", "plur"),
    "їх": ("", "plur"),
    "їхню": ("", "plur"),
    "їхньою": ("", "plur"),
    "їхнім": ("", "plur"),
    "їхній": ("", "plur"),
}
_SOME = frozenset(["один", "одна", "дехто", "частина", "більшість", "двоє", "троє", "хтось", "багато", "кілька", "декілька"])
_SUBORDINATE = frozenset(
    ["який", "яка", "яке", "які", "якого", "якій", "якому", "яким", "якими", "яких", "якої", "якою", "котрий", "котра", "котрі", "що", "щоб", "аби", "якщо", "коли", "де", "куди", "бо", "адже", "хоча", "доки", "поки", "оскільки", "чий", "чиї"]
)
_PREPOSITIONS = frozenset(
    ["у", "в", "на", "з", "із", "зі", "до", "від", "для", "про", "за", "під", "над", "перед", "при", "по", "через", "без", "біля", "після", "щодо", "проти", "серед", "між", "крім", "стосовно", "попри"]
)
_PLACED = frozenset(
    ["посол", "послиня", "консул", "джерело", "співрозмовник", "співрозмовниця", "представник", "представниця", "представництво", "кореспондент", "офіс", "учасник", "мешканець", "житель"]
)
_OF = frozenset(("з", "із", "зі"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Words that name a speaker.

    Attributes
    ----------
    start, end : int
        Their place in the article.
    kind : str
        ``name`` (a person or body of the cast), ``role``, ``pronoun``, ``place`` («у штабі»), ``there`` («там»).
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


@cache
def role_forms() -> dict[str, str]:
    """Forms of the nouns that name a person by a role, with their lemma."""
    lists = uk.load("roles")
    words = [w for line in lists["offices"] for w in line if " " not in w] + [
        w for w in lists["persons"] if " " not in w
    ]
    found: dict[str, str] = {}
    for word in words:
        for form in lexeme(word):
            found.setdefault(form, word)
    return found


@cache
def _occasions() -> frozenset[str]:
    """Places in which things are said by others: «в ефірі», «на брифінгу»; months and days, too."""
    nouns = [n for n in uk.load("occasions")["nouns"] if " " not in n] + uk.load("occasions")["no_places"]
    return frozenset(form for noun in nouns for form in lexeme(noun))


@cache
def _states() -> dict[str, str]:
    return {form: name for name in uk.load("bodies")["states"] for form in lexeme(name, "NOUN")}


def _agrees(cue: Cue | None, gender: str, number: str) -> bool:
    if cue is None or cue.grammar is None or cue.gerund or cue.impersonal:
        return True
    verb = cue.grammar
    if verb.number == "plur":
        return number == "plur"
    if verb.number == "sing" or verb.gender:
        if number == "plur":
            return False
        return not verb.gender or not gender or gender == verb.gender
    return True


def _nominative_noun(norm: str, animate: bool) -> Form | None:
    readings = [f for f in forms(norm) if f.pos in ("NOUN", "ADJF")]
    for form in readings:
        if form.case == "nomn" and (
            not animate or form.pos == "NOUN" and "anim" in form.tags and not {"Name", "Surn", "Patr"} & form.tags
        ):
            return form
    return None


def _given(norm: str) -> bool:
    return any("Name" in f.tags for f in forms(norm)) and all(
        {"Name", "Surn", "Patr"} & f.tags for f in forms(norm)[:1]
    )


def _is_place(norm: str) -> bool:
    return any(f.case == "loct" and f.pos == "NOUN" and "inan" in f.tags for f in forms(norm))


def _common(norm: str) -> bool:
    """A noun for a kind of person, though somebody may be called so: «Сторож признався»."""
    return any(f.pos == "NOUN" and "anim" in f.tags and not {"Name", "Surn", "Patr"} & f.tags for f in forms(norm))


class Finder:
    """Finds the speaker at a cue in one document."""

    def __init__(self, doc: Document, cast: Cast):
        self.doc, self.cast = doc, cast
        self.name_at: dict[int, NameMention] = {}
        for mention in cast.mentions:
            held = self.name_at.get(mention.first)
            if held is None or held.last < mention.last or (held.loose and not mention.loose):
                self.name_at[mention.first] = mention
        self.inside: dict[int, NameMention] = {
            at: m for m in cast.persons if not m.loose for at in range(m.first, m.last)
        }

    def subject(self, cue: Cue, first: int, last: int, prefer: str) -> Speaker | None:
        """The subject of the cue among the tokens ``first`` to ``last``; `prefer` is the side looked at first."""
        sides = {"right": lambda: self.right(cue, cue.last, last), "left": lambda: self.left(cue, first, cue.first)}
        order = ("right", "left") if prefer == "right" else ("left", "right")
        for side in order:
            if found := sides[side]():
                return found
        return self.place(cue, first, last)

    def right(self, cue: Cue | None, first: int, last: int) -> Speaker | None:
        """The first noun phrase in the nominative after the cue, within its clause."""
        tokens = self.doc.tokens
        at, skipped = first, 0
        while at < last and skipped < 14:
            token = tokens[at]
            if token.text in '«"“„':
                marked = self.phrase_at(at, last, cue)
                close = next((i for i in range(at + 1, min(at + 7, last)) if tokens[i].text in '»"”“'), None)
                if marked is not None or close is None:
                    return marked
                at = close + 1
                continue
            if token.text in ":;?!…" or token.norm in _SUBORDINATE or (token.text in "–—-" and at > first):
                break
            if token.text == "," and at + 1 < last and any(f.pos == "GRND" for f in forms(tokens[at + 1].norm)):
                close = next((i for i in range(at + 1, last) if tokens[i].text == ","), None)
                if close is None:
                    break
                at = close + 1
                continue
            if token.text == "," and not self._apposition(at + 1, last):
                break
            found = self.phrase_at(at, last, cue)
            if found:
                return found
            if cue is not None and token.is_word and self._finite(token.norm) and at > first:
                break
            at = self.name_at[at].last if at in self.name_at and not self.name_at[at].loose else at + 1
            skipped += 1
        return None

    def _apposition(self, at: int, last: int) -> bool:
        return at < last and (
            self.doc.tokens[at].norm in role_forms() or at in self.name_at and not self.name_at[at].loose
        )

    def left(self, cue: Cue | None, first: int, last: int) -> Speaker | None:
        """The subject before the cue.

        The words are cut at commas. A noun phrase in the cue's own piece comes first; else the nearest piece before that is
        no subordinate clause, one whose subject still waits for its verb before one that has its own.
        """
        pieces = self._pieces(first, last)
        best: tuple[tuple[bool, bool, int], Speaker] | None = None
        for number, (begin, end, subordinate) in enumerate(pieces):
            own = number == len(pieces) - 1
            at = begin
            while at < end:
                found = self.phrase_at(at, last, cue)
                if found is None:
                    at = self.name_at[at].last if at in self.name_at and not self.name_at[at].loose else at + 1
                    continue
                after = self.doc.token_at(found.end - 1) + 1
                waits = own or not self._verb_between(after, end)
                rank = (own or not subordinate, waits, number)
                if best is None or rank >= best[0]:
                    best = rank, found
                at = max(at + 1, after)
        if best and best[1].kind == "role" and (named := self._apposed_to(best[1], cue)):
            return named
        return best[1] if best and (best[0][0] or cue is None or cue.gerund) else None

    def _apposed_to(self, who: Speaker, cue: Cue | None) -> Speaker | None:
        """The name before a comma that a role explains: «Александр Віндман, підполковник армії США, заявив»."""
        at = self.doc.token_at(who.start)
        while at > 0 and self.doc.tokens[at - 1].norm in ("та", "і", "й", "а", "також"):
            at -= 1
        first = self.doc.sentence_at(who.start).first
        comma = next((i for i in range(at - 1, max(first, at - 8), -1) if self.doc.tokens[i].text == ","), None)
        if comma is None or self._verb_between(comma, at):
            return None
        name = self.inside.get(comma - 1)
        if name is None or "nomn" not in name.cases or not _agrees(cue, name.gender, "sing"):
            return None
        words = self.doc.text[self.doc.tokens[comma + 1].start : who.end]
        return Speaker(name.start, name.end, "name", name, gender=name.gender, head=who.head, role=words)

    def _pieces(self, first: int, last: int) -> list[tuple[int, int, bool]]:
        """What stands between commas, each with whether it is a subordinate clause. «після того, як …» is one."""
        tokens = self.doc.tokens
        cuts = [
            first,
            *(at + 1 for at in range(first, last) if tokens[at].text in ",;" or tokens[at].text in "–—"),
            last,
        ]
        pieces = []
        for begin, end in zip(cuts, cuts[1:], strict=False):
            if begin >= end:
                continue
            heads = [tokens[i].norm for i in range(begin, min(begin + 3, end))]
            subordinate = (
                any(h in _SUBORDINATE for h in heads[:1])
                or len(heads) > 1
                and heads[0] in _PREPOSITIONS
                and heads[1] in _SUBORDINATE
            )
            if begin > first and heads[0] == "як" and tokens[begin - 2].norm in ("того", "тим"):
                subordinate = True
            pieces.append((begin, end, subordinate))
        return pieces or [(first, last, False)]

    def _verb_between(self, first: int, last: int) -> bool:
        return any(t.is_word and self._finite(t.norm) for t in self.doc.tokens[first:last])

    @staticmethod
    def _finite(norm: str) -> bool:
        return finite(norm) is not None

    def phrase_at(self, at: int, last: int, cue: Cue | None, case: str = "nomn") -> Speaker | None:
        """A speaker whose words begin at the token, in that case and agreeing with the cue."""
        tokens = self.doc.tokens
        token = tokens[at]
        if at and tokens[at - 1].norm in _PREPOSITIONS and case == "nomn":
            return None
        mention = self.name_at.get(at)
        if mention is not None and mention.kind == "person":
            if (
                cue is not None
                and cue.grammar is not None
                and cue.grammar.number == "plur"
                and (pair := self._pair(mention, case))
            ):
                return pair
            if mention.actor.kind == "unknown" and token.norm in role_forms():
                return self._noun_phrase(at, last, cue, case)
            if mention.actor.kind == "unknown" and not self._like_a_person(at):
                return None
            if (
                mention.actor.kind == "unknown"
                and at == self.doc.sentence_at(token.start).first
                and _common(token.norm)
            ):
                return self._noun_phrase(at, last, cue, case)
            if case in mention.cases and _agrees(cue, mention.gender, "sing"):
                return Speaker(mention.start, mention.end, "name", mention, gender=mention.gender)
            for rival in mention.rivals:
                if cue is not None and _agrees(cue, rival.gender, "sing") and not _agrees(cue, mention.gender, "sing"):
                    other = NameMention(
                        mention.start,
                        mention.end,
                        mention.first,
                        mention.last,
                        "person",
                        rival,
                        mention.cases,
                        rival.gender,
                    )
                    return Speaker(mention.start, mention.end, "name", other, gender=rival.gender)
            return None
        if token.text in '«"“„' and case == "nomn":
            return self._in_marks(at, last)
        if not token.is_word:
            return None
        if (
            token.is_capital
            and token.norm in _states()
            and any(f.case == case and f.pos == "NOUN" for f in forms(token.norm))
            and mention is None
        ):
            reading = next(f for f in forms(token.norm) if f.case == case and f.pos == "NOUN")
            number = "plur" if reading.number == "plur" else "sing"
            if _agrees(cue, reading.gender if number == "sing" else "", number):
                name = token.text if token.text.isupper() or case == "nomn" else _states()[token.norm].capitalize()
                return Speaker(token.start, token.end, "role", phrase=name, gender=reading.gender, number=number)
            return None
        if token.norm in PRONOUNS and case == "nomn":
            gender, number = PRONOUNS[token.norm]
            return (
                Speaker(token.start, token.end, "pronoun", phrase=token.norm, gender=gender, number=number)
                if _agrees(cue, gender, number)
                else None
            )
        if token.norm in _OTHERS and case == "nomn" and self._stands_alone(at, last, cue):
            gender = _OTHERS[token.norm]
            return (
                Speaker(token.start, token.end, "pronoun", phrase=token.norm, gender=gender)
                if _agrees(cue, gender, "sing")
                else None
            )
        if token.norm in _SOME and at + 2 < last and tokens[at + 1].norm in _OF:
            end = extend_right(tokens, at + 2, last)
            return self._as_role(
                at,
                at,
                end,
                "sing" if token.norm in ("один", "одна") else "plur",
                {"один": "masc", "одна": "femn"}.get(token.norm, ""),
            )
        return self._noun_phrase(at, last, cue, case)

    def _pair(self, mention: NameMention, case: str) -> Speaker | None:
        """Two persons who speak as one: «Зеленський і Дуда заявили»."""
        tokens = self.doc.tokens
        other = self.name_at.get(mention.last + 1)
        if (
            mention.last >= len(tokens)
            or tokens[mention.last].norm not in ("і", "й", "та")
            or other is None
            or other.kind != "person"
        ):
            return None
        if case not in mention.cases or case not in other.cases:
            return None
        return Speaker(
            mention.start, other.end, "pair", mention, phrase=f"{mention.name} і {other.name}", number="plur"
        )

    def _in_marks(self, at: int, last: int) -> Speaker | None:
        """A body known by its name in marks alone: «Укрзалізниця» повідомляє."""
        tokens = self.doc.tokens
        close = next((i for i in range(at + 2, min(at + 6, last)) if tokens[i].text in '»"”“'), None)
        if (
            at
            and tokens[at - 1].is_word
            and not self._finite(tokens[at - 1].norm)
            and tokens[at - 1].norm not in ("і", "й", "та", "а", "також", "це")
        ):
            return None
        if (
            close is None
            or not any(f.case == "nomn" for f in forms(tokens[at + 1].norm))
            and "а" <= tokens[at + 1].norm[0] <= "ґ"
        ):
            return None
        if (
            not tokens[at + 1].is_capital
            or not self._finite(tokens[close + 1].norm if close + 1 < len(tokens) else "")
            and not (at and self._finite(tokens[at - 1].norm))
        ):
            return None
        return Speaker(
            tokens[at + 1].start,
            tokens[close - 1].end,
            "role",
            phrase=self.doc.text[tokens[at + 1].start : tokens[close - 1].end],
        )

    def _stands_alone(self, at: int, last: int, cue: Cue | None) -> bool:
        following = self.doc.tokens[at + 1] if at + 1 < last else None
        return (
            following is None
            or not following.is_word
            or (cue is not None and at + 1 == cue.first)
            or self._finite(following.norm)
        )

    def _like_a_person(self, at: int) -> bool:
        """A capitalised word no fuller name explains: a name if the dictionary has it as one, or a role stands before it."""
        tokens = self.doc.tokens
        before = tokens[at - 1] if at else None
        if before is not None and before.norm in role_forms():
            return True
        if before is not None and before.text in ".!?":
            readings = forms(tokens[at].norm)
            return any({"Name", "Surn"} & f.tags for f in readings) and not any(
                f.pos in ("VERB", "ADVB", "CONJ", "PREP", "PRCL") for f in readings
            )
        readings = forms(tokens[at].norm)
        return any({"Name", "Surn"} & f.tags for f in readings) or not any(f.pos != "NOUN" for f in readings[:1])

    def _noun_phrase(self, at: int, last: int, cue: Cue | None, case: str) -> Speaker | None:
        """Adjectives and a noun that names a body or a person by role, with what depends on it and the name that follows."""
        tokens = self.doc.tokens
        if tokens[at].norm in ("сам", "сама", "самі") and at + 1 < last:
            at += 1
        head = at
        while (
            head < last
            and head - at < 4
            and tokens[head].is_word
            and head not in self.inside
            and self._only_adjective(tokens[head].norm, case)
        ):
            head += 1
        if head >= last or not tokens[head].is_word:
            return None
        norm = tokens[head].norm
        for place in range(at, head + 1):
            body = self.name_at.get(place)
            owned = all(tokens[i].norm in POSSESSIVES for i in range(at, place))
            if body is not None and body.kind == "body" and owned:
                if case in body.cases and _agrees(
                    cue, "" if body.gender == "plur" else body.gender, "plur" if body.gender == "plur" else "sing"
                ):
                    number = "plur" if body.gender == "plur" else "sing"
                    return Speaker(
                        body.start,
                        body.end,
                        "name",
                        body,
                        gender=body.gender if number == "sing" else "",
                        number=number,
                    )
                return None
        readings = [f for f in forms(norm) if f.case == case and f.pos in ("NOUN", "ADJF")]
        role = role_forms().get(norm)
        if role is None:
            readings = [
                f for f in readings if f.pos == "NOUN" and "anim" in f.tags and not {"Name", "Surn", "Patr"} & f.tags
            ]
            if not readings or tokens[head].is_capital and head > self.doc.sentence_at(tokens[head].start).first:
                return None
            role = readings[0].lemma
        # A masculine title is used of women too: «заступник голови прокоментувала».
        titles = role_forms().get(norm) is not None
        if head > at:
            agreed = [f for f in extend_left(tokens, head, at)[1] if f.case == case]
            readings = [f for f in readings if f in agreed] or readings
        fitting = [
            f
            for f in readings
            if _agrees(cue, "" if f.number == "plur" or titles and f.gender == "masc" else f.gender, f.number)
        ]
        if not fitting:
            return None
        reading = fitting[0]
        name = self._name_after(head, last, cue, case)
        end = extend_right(
            tokens,
            head,
            last,
            places=role in _PLACED,
            stop=frozenset(
                i
                for i in self.inside
                if head < i < last and case in self.inside[i].cases and "gent" not in self.inside[i].cases
            ),
        )
        if name is not None:
            words = self.doc.text[tokens[at].start : tokens[name.first - 1].end].rstrip(" ,")
            return Speaker(name.start, name.end, "name", name, gender=name.gender, head=role, role=words)
        return self._as_role(
            at, head, end, reading.number, "" if reading.number == "plur" else reading.gender, role, case
        )

    @staticmethod
    def _only_adjective(norm: str, case: str) -> bool:
        if norm in role_forms() or norm in ("та", "і", "й", "а"):
            return False
        readings = [f for f in forms(norm) if f.case == case]
        return (
            bool(readings)
            and any(f.pos in ("ADJF", "NPRO", "NUMR") for f in readings)
            and not any(f.pos == "NOUN" and "anim" in f.tags for f in readings)
        )

    def _as_role(
        self, first: int, head: int, end: int, number: str, gender: str, lemma: str = "", case: str = ""
    ) -> Speaker:
        tokens = self.doc.tokens
        phrase = nominative(tokens, first, head, end, self.doc.text, case)
        if first == self.doc.sentence_at(tokens[first].start).first and not phrase.isupper():
            phrase = phrase[:1].lower() + phrase[1:]
        return Speaker(
            tokens[first].start, tokens[end - 1].end, "role", phrase=phrase, head=lemma, gender=gender, number=number
        )

    def _name_after(self, head: int, last: int, cue: Cue | None, case: str) -> NameMention | None:
        """The person whose role begins at `head`: «речник ДПСУ Андрій Демченко», over genitives, bodies and further titles."""
        tokens = self.doc.tokens
        at = head + 1
        while at < last and at - head < 22:
            token = tokens[at]
            mention = self.inside.get(at) or (
                self.name_at.get(at) if at in self.name_at and self.name_at[at].kind == "person" else None
            )
            if mention is not None:
                if (
                    mention.first == at
                    and case in mention.cases
                    and _agrees(cue, mention.gender, "sing")
                    and (not mention.loose or tokens[at - 1].norm in role_forms() or _given(tokens[at].norm))
                ):
                    following = self.name_at.get(mention.last)
                    nested = (
                        "gent" in mention.cases
                        and following is not None
                        and following.kind == "person"
                        and case in following.cases
                    )
                    if not nested or not _agrees(cue, following.gender, "sing"):
                        return mention
                at = mention.last
                continue
            if token.text == ",":
                if not (
                    at + 1 < last
                    and (
                        tokens[at + 1].norm in role_forms()
                        and any(f.case == case for f in forms(tokens[at + 1].norm))
                        or (
                            at + 1 in self.name_at
                            and self.name_at[at + 1].kind == "person"
                            and not self.name_at[at + 1].loose
                            and not self._verb_between(head, at)
                        )
                    )
                ):
                    return None
            elif token.text in '«»"“”„-–.()':
                pass
            elif not token.is_word and not token.is_number or token.norm in _SUBORDINATE or self._finite(token.norm):
                return None
            at += 1
        return None

    def place(self, cue: Cue, first: int, last: int) -> Speaker | None:
        """«У штабі розповіли», «в Міноборони кажуть», «там», for a verb in the plural without a subject."""
        if cue.grammar is None or (cue.grammar.number != "plur" and not cue.impersonal):
            return None
        tokens = self.doc.tokens
        order = [*range(cue.first - 1, first - 1, -1), *range(cue.last, last)]
        for at in order:
            if at + 2 < last and tokens[at].norm in ("у", "в") and tokens[at + 1].text in '«"“„':
                close = next((i for i in range(at + 2, min(at + 7, last)) if tokens[i].text in '»"”“'), None)
                if close is not None:
                    name = nominative(tokens, at + 2, at + 2, close, self.doc.text, "loct")
                    return Speaker(tokens[at + 1].end, tokens[close].start, "role", phrase=name, number="plur")
            if at + 1 < last and tokens[at].norm in ("у", "в", "на", "при") and at + 1 <= last:
                for head in range(at + 1, min(at + 6, last)):
                    body = self.name_at.get(head)
                    if body is not None and body.kind == "body" and "loct" in body.cases:
                        return Speaker(body.start, body.end, "place", body, number="plur")
                    if tokens[head].norm in _PREPOSITIONS or not tokens[head].is_word:
                        break
                    if any(f.case == "loct" and f.pos == "NOUN" for f in forms(tokens[head].norm)):
                        if tokens[head].norm in role_forms() and head == at + 1:
                            return self._noun_phrase(head, last, None, "loct")
                        if (
                            tokens[head].is_capital
                            and tokens[at].norm in ("у", "в")
                            and head == at + 1
                            and not cue.impersonal
                            and cue.entry.act("say") == "state"
                            and _is_place(tokens[head].norm)
                        ):
                            return self._as_role(head, head, head + 1, "plur", "", "", "loct")
                        if (
                            not cue.impersonal
                            and cue.entry.act("say") == "state"
                            and not tokens[head].is_capital
                            and tokens[head].norm not in _occasions()
                            and tokens[at].norm != "при"
                            and abs(at - cue.first) <= 4
                        ):
                            end = extend_right(tokens, head, last)
                            return self._as_role(at + 1, head, end, "plur", "", "", "loct")
                        break
            if tokens[at].norm == "там" and abs(at - cue.first) <= 2:
                return Speaker(tokens[at].start, tokens[at].end, "there", phrase="там", number="plur")
        return None

    def genitive(self, at: int, last: int) -> Speaker | None:
        """The speaker in the genitive that begins at a token: «за словами речниці», «на думку Марини Дзюби»."""
        tokens = self.doc.tokens
        if at >= last:
            return None
        if tokens[at].norm in ("одного", "однієї") and at + 2 < last and tokens[at + 1].norm in _OF:
            end = extend_right(tokens, at + 2, last)
            rest = self.doc.text[tokens[at + 1].start : tokens[end - 1].end]
            gender = "masc" if tokens[at].norm == "одного" else "femn"
            phrase = ("один " if gender == "masc" else "одна ") + rest
            return Speaker(tokens[at].start, tokens[end - 1].end, "role", phrase=phrase, gender=gender)
        mention = self.name_at.get(at)
        if (
            mention is not None
            and (not mention.loose or self._like_a_person(at))
            and "gent" in mention.cases
            and mention.kind == "person"
        ):
            return Speaker(mention.start, mention.end, "name", mention, gender=mention.gender)
        return self._noun_phrase(at, last, None, "gent")

    def bare_noun(self, at: int, last: int, cue: Cue) -> Speaker | None:
        """A common noun in the nominative right after the cue, whatever it names: «– попередив водоканал»."""
        tokens = self.doc.tokens
        if at >= last or not tokens[at].is_word or tokens[at].is_capital:
            return None
        if any(f.pos in ("PREP", "CONJ", "PRCL", "ADVB", "NPRO") for f in forms(tokens[at].norm)):
            return None
        for form in forms(tokens[at].norm)[:3]:
            if (
                form.pos == "NOUN"
                and form.case == "nomn"
                and _agrees(cue, form.gender if form.number == "sing" else "", form.number)
            ):
                end = extend_right(tokens, at, last)
                return self._as_role(at, at, end, form.number, form.gender, "", "nomn")
        return None

    def any_case(self, at: int, last: int, cases: tuple[str, ...] = ("accs", "gent", "nomn", "ablt")) -> Speaker | None:
        """The speaker that begins at a token, in the first of the cases that fits."""
        for case in cases:
            mention = self.name_at.get(at)
            if mention is not None and not mention.loose and case in mention.cases:
                return Speaker(mention.start, mention.end, "name", mention, gender=mention.gender)
            if found := self._noun_phrase(at, last, None, case):
                return found
        return None
