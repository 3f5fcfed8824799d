"""A body as the one who speaks."""

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers.agreement import agrees
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.speaker import POSSESSIVES, Speaker
from dodomu.text.morphology import finite, forms
from dodomu.text.names import NameMention

_SAID_IN = uk.words("reports", "said_in")


def body_among(names: Names, first: int, head: int) -> NameMention | None:
    """The body whose name begins among adjectives and their noun, with nothing but possessives before it."""
    tokens = names.doc.tokens
    for at in range(first, head + 1):
        mention = names.at.get(at)
        if mention is not None and mention.kind == "body":
            return mention
        if tokens[at].norm not in POSSESSIVES:
            return None
    return None


def _hangs_on_noun(names: Names, body: NameMention) -> bool:
    """Whether an abbreviation stands right after a noun («зала ОДА») and is no author («заява ОДА: …»).

    Its form tells no case.
    """
    tokens = names.doc.tokens
    before = tokens[body.first - 1] if body.first else None
    if before is None or not before.is_word or not tokens[body.first].text.isupper():
        return False
    if body.last < len(tokens) and tokens[body.last].is_word and finite(tokens[body.last].norm) is not None:
        return False
    return any(f.pos == "NOUN" and f.case and f.lemma not in _SAID_IN for f in forms(before.norm)[:1])


def body_speaker(names: Names, body: NameMention, cue: Cue | None, case: str) -> Speaker | None:
    """The body as a speaker, where its words have that case and agree with the cue."""
    if cue is None and case == "nomn" and _hangs_on_noun(names, body):
        return None
    number = "plur" if body.gender == "plur" else "sing"
    gender = "" if number == "plur" else body.gender
    if case not in body.cases or not agrees(cue, gender, number):
        return None
    return Speaker(body.start, body.end, "name", body, gender=gender, number=number)
