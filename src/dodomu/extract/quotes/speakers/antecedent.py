"""Whom a relative clause is about: «слідчого, який назвав її «ворогом»» is the investigator who speaks."""

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers.agreement import agrees
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.phrases import noun_phrase
from dodomu.extract.quotes.speakers.roles import state_forms
from dodomu.extract.quotes.speakers.speaker import Speaker

_OPENS = uk.load("grammar")["relative_subjects"]
_CASES = ("accs", "gent", "ablt", "datv", "loct", "nomn")
_AND = uk.words("grammar", "and")
# So many tokens before its cue the relative pronoun may stand, and before a cue that «та» joins to another verb.
_REACH, _REACH_JOINED = 6, 14
_LONGEST = 12
"""So many tokens the phrase before the comma has at most."""


def antecedent(names: Names, cue: Cue, first: int) -> Speaker | None:
    """The name or the role before the comma, where the cue is the verb of «який …»; None where it is in no such clause.

    Parameters
    ----------
    names : Names
    cue : Cue
    first : int
        The token that the phrase may not begin before.
    """
    tokens = names.doc.tokens
    joined = tokens[cue.first - 1].norm in _AND  # «яка вимагала слова та заявила»
    reach = _REACH_JOINED if joined else _REACH
    comma = next((i for i in range(cue.first - 1, max(first, cue.first - reach), -1) if tokens[i].text == ","), None)
    pronoun = _OPENS.get(tokens[comma + 1].norm) if comma is not None else None
    if pronoun is None or not joined and names.verb_between(comma, cue.first):
        return None
    gender, number = pronoun
    if not agrees(cue, gender, number):
        return None
    name = names.ending_at(comma)
    if name is not None and number == "sing":
        return Speaker.named(name) if not name.gender or name.gender == gender else None
    state = tokens[comma - 1]
    if state.is_capital and state.norm in state_forms() and number == "sing":
        name = state.text if state.text.isupper() else state_forms()[state.norm].capitalize()
        return Speaker(state.start, state.end, "role", phrase=name, gender=gender)
    end = tokens[comma - 1].end
    found = None
    for at in range(comma - 1, max(first - 1, comma - 1 - _LONGEST), -1):
        for case in _CASES:
            who = noun_phrase(names, at, comma, None, case)
            if who is not None and who.end == end and who.number == number and who.gender in ("", gender):
                found = who
                break
        if found is None and not tokens[at].is_word:
            break
        if found is not None and (who is None or who.start != found.start):
            break
    return found
