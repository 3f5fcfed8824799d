"""From the words at a cue to a speaker, quotation by quotation in the order in which they speak."""

from dataclasses import replace
from datetime import date

from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity import NEARLY_ALL, Directory, Identity, by_headline_role, by_left_out, by_repetition
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.rules import IDENTITY
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.morphology import finite, forms

_HEADLINE, _ALONE, _LABEL = "headline_marks", "marks_alone", "label"
_MARKS = 4
"""So many characters beside its words a line of marks has at most."""
_ME, _NOT = "я", "не"


def identify(reading: Reading, quotes: list[Found], on: date | None) -> list[Identity]:
    """The speakers of quotations, each told by what stands before it; a headline by the article below.

    Parameters
    ----------
    reading : Reading
    quotes : list of Found
    on : date or None
        The day of the article, for offices.

    Returns
    -------
    list of Identity
        One for each quotation, in their order.
    """
    if not quotes:
        return []
    reported = [(one.start, one.end) for one in quotes if one.kind == "indirect" and _apart(one)]
    directory = Directory(reading.names, on, reading.links, reported)
    told: dict[int, Identity] = {}
    apart = {id(q) for q in quotes if q.rule == _ALONE and _set_apart(q, directory)}
    for one in sorted(quotes, key=lambda q: (q.rule == _HEADLINE or id(q) in apart, max(q.anchor, q.start), q.start)):
        if one.rule == _HEADLINE:
            below = by_repetition(one, directory, quotes, told) or by_headline_role(one, directory)
            if below is not None:
                told[id(one)] = below
                continue
        repeated = by_repetition(one, directory, quotes, told, NEARLY_ALL) if id(one) in apart else None
        identity = repeated or _identity(one, directory)
        if identity.name:
            directory.remember(max(one.anchor, one.start), identity)
        told[id(one)] = identity
    return [told[id(one)] for one in quotes]


def _set_apart(found: Found, directory: Directory) -> bool:
    """Whether a quotation is a line of its own: «Треба бути готовими» above a section."""
    start, end = directory.doc.paragraphs[directory.doc.paragraph_at(found.start)]
    return end - start <= found.end - found.start + _MARKS


def _apart(found: Found) -> bool:
    """Whether what is reported stands apart from its attribution: no sentence around it, nor one that is pointed to."""
    return found.rule != "pointing_back" and not found.start <= found.anchor < found.end


def _identity(found: Found, directory: Directory) -> Identity:
    if found.speaker is not None and _of_one_of_them(found, directory):
        person = directory.last_speaker(found.start, kind="person")
        return replace(person.identity, rule="continued") if person else _nobody("one of them speaks, nobody says who")
    if found.speaker is not None:
        who = found.speaker
        words = directory.doc.text[who.start : who.end]
        return _by_rules(found, who, directory) or _nobody(f"«{words}» fits nobody named before")
    if found.silent:
        return Identity(None, "passive", reason="the sentence names nobody")
    source = found.fallback
    firm = found.rule == "interview"
    if source is not None and (firm or not any(source.start < spoke.at <= found.anchor for spoke in directory.spoke)):
        identity = _by_rules(found, source, directory)
        if identity is None:
            return _nobody("the source line names nobody")
        return replace(identity, rule="guest" if firm else "source_line")
    return by_left_out(found, directory) or _continued(found, directory)


def _of_one_of_them(found: Found, directory: Directory) -> bool:
    """«Земляки утисків не відчували: «Я тут двадцять років»»: several who do not report are not who says «я»."""
    if found.kind != "direct" or found.speaker.number != "plur":
        return False
    tokens = directory.doc.tokens
    if found.cue is not None and tokens[directory.doc.token_at(found.cue[0]) - 1].norm != _NOT:
        return False
    return any(t.norm == _ME for t in directory.doc.span_tokens(found.start, found.end))


def _by_rules(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    for rule in IDENTITY:
        if identity := rule(found, who, directory):
            return identity
    return None


def _continued(found: Found, directory: Directory) -> Identity:
    """Without an attribution of its own a quotation goes on from the speaker before; speech from a person first."""
    here = max(found.anchor, found.start)
    last = directory.last_speaker(here)
    before = directory.last_speaker(here, kind="person") if found.kind == "direct" else None
    if found.rule == _LABEL and last is not None and last.identity.kind == "body":
        paragraph_of = directory.doc.paragraph_at
        before = last if paragraph_of(here) - paragraph_of(last.at) <= 1 else before
    before = before or last
    if before is None or not _goes_on(found, before.identity, directory):
        return _nobody("nobody is named who could have said it")
    return replace(before.identity, rule="continued")


def _goes_on(found: Found, identity: Identity, directory: Directory) -> bool:
    """Whether the verb of a quotation may be of whoever spoke before: «запитують» is not of one person."""
    if found.cue is None or found.rule == _LABEL:
        return True
    norm = directory.doc.tokens[directory.doc.token_at(found.cue[0])].norm
    verb = finite(norm) or next((f for f in forms(norm) if f.pos == "ADJF" and f.case == "nomn"), None)
    if verb is None or "Impe" in verb.tags:
        return True
    if verb.number == "plur":
        return identity.number == "plur" or identity.kind == "body"
    return identity.number != "plur" and (not verb.gender or identity.gender in ("", verb.gender))


def _nobody(reason: str) -> Identity:
    return Identity(None, "nobody", reason=reason)
