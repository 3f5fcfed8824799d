"""When something was said: a date in the attribution («Про це 4 грудня повідомив …», «Учора міністр заявив, що …»)."""

from dodomu import uk
from dodomu.extract.mentions.dates import DateHit, find_dates
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.reading import Reading

_LATER = uk.words("reports", "later")
_THAN = uk.words("reports", "than")


def said_on(reading: Reading, found: Found, published: str | None) -> DateHit | None:
    """The date of the statement: outside what is said, with no other verb between it and the cue."""
    if found.cue is None:
        return None
    doc = reading.doc
    sentence = doc.sentence_at(found.anchor)
    cue = doc.token_at(found.cue[0])
    if not sentence.first <= cue < sentence.last or not reading.is_verb(cue):
        return None
    for hit in find_dates(doc, sentence.first, sentence.last, published):
        start = doc.tokens[hit.first].start
        if found.start <= start < found.end or reading.quoted_at(start) is not None or hit.past is None:
            continue
        if _is_deadline(reading, hit) or _beside_the_deed(reading, hit, found, cue):
            continue
        between = range(hit.last, cue) if hit.first < cue else range(cue + 1, hit.first)
        if any(reading.is_verb(at) or doc.tokens[at].text in ":;" for at in between) or len(between) > 16:
            continue
        if hit.first > cue and any(doc.tokens[at].text == "," for at in between):
            continue
        return hit
    return None


def _is_deadline(reading: Reading, hit: DateHit) -> bool:
    """Tell by when something shall be done: «до 10 липня», «не пізніше 10 липня»; nobody speaks until a day."""
    before = [token.norm for token in reading.doc.tokens[max(hit.first - 3, 0) : hit.first]]
    if before and before[-1] in _THAN:
        before.pop()
    return hit.rule == "deadline" or before[-2:-1] == ["не"] and before[-1] in _LATER


def _beside_the_deed(reading: Reading, hit: DateHit, found: Found, cue: int) -> bool:
    """Tell whether a day stands between the order and its infinitive: «доручив 10 липня повернути» may be either's."""
    return found.rule == "infinitive" and cue < hit.first and hit.last == reading.doc.token_at(found.start)
