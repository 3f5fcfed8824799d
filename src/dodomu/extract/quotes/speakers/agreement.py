"""Whether words agree with the verb that reports."""

from dodomu.extract.quotes.cues import Cue
from dodomu.text.morphology import Form


def agrees(cue: Cue | None, gender: str, number: str) -> bool:
    """Whether a subject of that gender and number goes with the cue; what a grammeme does not tell agrees with all."""
    if cue is None or cue.grammar is None or cue.gerund or cue.impersonal:
        return True
    verb = cue.grammar
    if verb.number == "plur":
        return number == "plur"
    if verb.number == "sing" or verb.gender:
        return number != "plur" and (not verb.gender or not gender or gender == verb.gender)
    return True


def noun_agrees(cue: Cue | None, noun: Form) -> bool:
    """Whether a noun goes with the cue: in the plural whatever its gender."""
    return agrees(cue, "" if noun.number == "plur" else noun.gender, noun.number)
