"""Who speaks in a headline, told by the article below it."""

from dataclasses import replace

from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity.directory import Directory
from dodomu.extract.quotes.identity.named import by_name
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.speakers import phrase_at

# The share of its words that a headline, and a line set apart, must have from the quotation that it repeats.
SHARED, NEARLY_ALL = 0.5, 0.8
# So many letters tell a word whatever its ending, and shorter words tell nothing.
_STEM, _SHORT = 5, 3


def by_repetition(
    found: Found, directory: Directory, quotes: list[Found], identities: dict[int, Identity], shared: float = SHARED
) -> Identity | None:
    """A headline or a line set apart quotes what the article quotes in full: the speaker of the words most like it.

    Parameters
    ----------
    found : Found
        The headline's quotation.
    directory : Directory
    quotes : list of Found
        All of the article.
    identities : dict
        Speakers told so far, by the ``id()`` of the quotation.
    shared : float
        More than this share of its words must stand in the quotation that it repeats.
    """
    doc = directory.doc
    words = [t.norm for t in doc.span_tokens(found.start, found.end) if t.is_word]
    mine = {norm[:_STEM] for norm in words if len(norm) > _SHORT}
    best, share = None, shared
    for other in quotes:
        if not mine or other is found or other.kind == "indirect" or id(other) not in identities:
            continue
        theirs = {t.norm[:_STEM] for t in doc.span_tokens(other.start, other.end) if t.is_word}
        overlap = len(mine & theirs) / len(mine)
        if overlap > share and identities[id(other)].name:
            best, share = identities[id(other)], overlap
    return replace(best, rule="repetition") if best else None


def by_headline_role(found: Found, directory: Directory) -> Identity | None:
    """«…». Військова медикиня – про полон: the role after the marks is whom the article then names with that gender."""
    doc = directory.doc
    at = doc.token_at(found.end) + 1
    last = doc.token_at(doc.paragraphs[doc.paragraph_at(found.start)][1] - 1) + 1
    while at < last and not doc.tokens[at].is_word:
        at += 1
    who = phrase_at(directory.names, at, last, None) if at < last else None
    if who is None or who.number == "plur":
        return None
    if who.kind == "name":
        return by_name(found, who, directory)
    for mention in directory.cast.persons:
        if mention.start <= found.end or mention.loose or directory.is_byline(doc.paragraph_at(mention.start)):
            continue
        if mention.gender == who.gender and "nomn" in mention.cases:
            return directory.person(mention.actor, "headline_role", mention.gender)
    return None
