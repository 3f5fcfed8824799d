"""When something was said: a date in the attribution («Про це 4 грудня повідомив …», «Учора міністр заявив, що …»)."""

from dodomu.extract.mentions.dates import DateHit, find_dates
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.reading import Reading


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
        between = range(hit.last, cue) if hit.first < cue else range(cue + 1, hit.first)
        if any(reading.is_verb(at) or doc.tokens[at].text in ":;" for at in between) or len(between) > 16:
            continue
        if hit.first > cue and any(doc.tokens[at].text == "," for at in between):
            continue
        return hit
    return None
