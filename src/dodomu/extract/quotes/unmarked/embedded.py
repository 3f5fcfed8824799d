"""A post shown whole, its author on the line below: «— Oksana Lytvyn (@oklytvyn) November 8, 2019»."""

import re
from collections.abc import Iterator

from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.marked.span import part
from dodomu.extract.quotes.outlets import is_outlet
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.tokens import fold
from dodomu.uk.latin import latin

_HANDLE = "(@"
_AUTHOR = re.compile(r"[-–—]\s*([^\s()@][^()@\n]{1,60}?)\s*\(@\w+\)")
_ADDRESSES = re.compile(r"(?:\s*(?:https?://|pic\.twitter\.com/)\S+)+$")


def embedded(reading: Reading) -> Iterator[Found]:
    """A paragraph, then a line with a dash, the name of its author and the account in brackets."""
    doc = reading.doc
    if _HANDLE not in doc.text:
        return
    for before, (start, end) in zip(doc.paragraphs, doc.paragraphs[1:], strict=False):
        author = _AUTHOR.match(doc.text, start, end)
        if author is None or _AUTHOR.match(doc.text, *before):
            continue
        a, b = part(reading, before[0], before[0] + len(_ADDRESSES.sub("", doc.text[slice(*before)])))
        who = _speaker(reading, *author.span(1))
        if any(t.is_word for t in doc.span_tokens(a, b)) and not is_outlet(doc, who):
            yield Found(a, b, "direct", "embedded", who, who.start)


def _speaker(reading: Reading, start: int, end: int) -> Speaker:
    """Whom the article calls by that name, in whatever letters, else the name as it stands."""
    name = reading.doc.text[start:end]
    first, last = fold(name).split()[0], fold(name).split()[-1]
    for mention in reading.cast.persons:
        words = [latin(word) for word in mention.actor.words]
        if latin(last) in words[1:] and not mention.loose and words[0][:1] == latin(first)[:1]:
            return Speaker(start, end, "name", mention, gender=mention.gender)
    return Speaker(start, end, "role", phrase=name)
