"""«Умєров: сторони домовилися» and «Сторони домовилися – Умєров»: a report in the title or in a heading below it."""

import re
from collections.abc import Iterator

from dodomu import uk
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.marked.span import part
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.speakers import Speaker, left, phrase_at
from dodomu.extract.quotes.unmarked.labelled import label_of
from dodomu.text.marks import OPENING
from dodomu.text.tokens import fold

_LONGEST = 140
"""A longer line is no heading."""
_NAMES = re.compile(r": |[–—-] ")
_GOES_ON = uk.words("reports", "headline_goes_on")
# So many tokens of a headline may name the speaker, before a colon and after a dash.
_BEFORE_COLON, _AFTER_DASH = 12, 9
_SHORTEST = 15
"""So many characters after a name and a colon are a report even without a verb."""
# Letters of an abbreviation.
_ACRONYM = range(2, 8)


def headline(reading: Reading) -> Iterator[Found]:
    """A report in the title or in a heading between paragraphs: its speaker before a colon, else after a dash."""
    if reading.title is not None:
        yield from _in_line(reading, reading.title)
    for paragraph in range(1, len(reading.doc.paragraphs) - 1):
        if _is_heading(reading, paragraph):
            yield from (found for found in _in_line(reading, paragraph) if _is_person_with_verb(reading, found))


def _is_heading(reading: Reading, paragraph: int) -> bool:
    """A short line that ends without a mark of punctuation, and points nowhere else."""
    start, end = reading.doc.paragraphs[paragraph]
    line = reading.doc.text[start:end]
    if len(line) > _LONGEST or not line[-1].isalnum() or not _NAMES.search(line):
        return False
    return not {paragraph, paragraph - 1} & reading.links  # links come in rows


def _is_person_with_verb(reading: Reading, found: Found) -> bool:
    who = found.speaker
    return who is not None and who.kind == "name" and reading.has_verb(found.start, found.end)


def _in_line(reading: Reading, paragraph: int) -> Iterator[Found]:
    if label_of(reading, paragraph) is not None:
        return
    start, end = reading.doc.paragraphs[paragraph]
    first, last = reading.doc.token_at(start), reading.doc.token_at(end - 1) + 1
    tokens = reading.doc.tokens
    for at in range(first + 1, min(last - 1, first + _BEFORE_COLON + 1)):
        if tokens[at].text == ":" and reading.quoted_at(tokens[at].start) is None:
            yield from _after_colon(reading, first, at, end)
            return
    for at in range(last - 2, max(first + 2, last - _AFTER_DASH - 1), -1):
        if (tokens[at].text in DASHES or tokens[at].text == ":") and reading.quoted_at(tokens[at].start) is None:
            who = _speaker_of(reading, at + 1, last)
            if who is not None:
                yield from _before_dash(reading, who, start, tokens[at].start)
                return


def _after_colon(reading: Reading, first: int, at: int, end: int) -> Iterator[Found]:
    """«Умєров: сторони домовилися»."""
    who = _speaker_of(reading, first, at)
    colon = reading.doc.tokens[at]
    if who is None or reading.doc.quoted_between(colon.end, colon.end + 3):
        return
    a, b = reading.trimmed(colon.end, end)
    if reading.has_verb(a, b) or who.kind == "name" and b - a > _SHORTEST:
        yield Found(a, b, "indirect", "headline_colon", who, who.start)


def _before_dash(reading: Reading, who: Speaker, start: int, end: int) -> Iterator[Found]:
    """«Сторони домовилися – Умєров»."""
    a, b = reading.trimmed(start, end)
    quoted = reading.quoted_at(a) or reading.quoted_at(a + 1)
    if quoted is not None and quoted.end >= b - 1:
        yield Found(*part(reading, *quoted.inner), "direct", "headline_dash", who, who.start)
    elif reading.has_verb(a, b):
        yield Found(a, b, "indirect", "headline_dash", who, who.start)


def _speaker_of(reading: Reading, first: int, last: int) -> Speaker | None:
    """The speaker, if the tokens name one and nothing else."""
    doc, names = reading.doc, reading.names
    who = phrase_at(names, first, last, None) or left(names, None, first, last) or _acronym(reading, first, last)
    if who is None and (body := _in_marks(reading, first, last)) is not None:
        return None if is_outlet(doc, body) else body
    if who is None or who.kind == "pronoun" or is_outlet(doc, who):
        return None
    opening, end = doc.tokens[first], doc.tokens[last - 1].end
    if who.kind == "role" and who.number == "plur" and not opening.is_capital:
        return None
    if who.start > opening.start and not who.role:
        return None
    rest = [t for t in doc.span_tokens(who.end, end) if t.is_word]
    if rest and (rest[0].norm not in _GOES_ON or reading.has_verb(who.end, end)):
        return None
    return who


def _acronym(reading: Reading, first: int, last: int) -> Speaker | None:
    """«… – ДТЕК»: an abbreviation that no list knows."""
    token = reading.doc.tokens[first]
    if last - first == 1 and token.text.isupper() and token.text.isalpha() and len(token.text) in _ACRONYM:
        return Speaker(token.start, token.end, "role", phrase=token.text)
    return None


def _in_marks(reading: Reading, first: int, last: int) -> Speaker | None:
    """«Криниця»: …: a body by its name in marks alone, if the article tells that it is one: «фракція «Криниця»»."""
    tokens = reading.doc.tokens
    quoted = reading.doc.quoted_at(tokens[first].start) if tokens[first].text in OPENING else None
    if quoted is None or reading.doc.token_at(quoted.end - 1) != last - 1 or reading.has_verb(*quoted.inner):
        return None
    start, end = quoted.inner
    name = fold(reading.doc.text[start:end])
    body = next((b for b in reading.cast.bodies if name in fold(b.name) and not start <= b.start < end), None)
    return Speaker(start, end, "name", body, number="sing") if body is not None else None
