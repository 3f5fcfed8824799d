"""Finding quotations: the rules one after the other, none over what another took."""

from collections.abc import Iterable, Iterator

from dodomu.extract.quotes.around_marks import around_marks
from dodomu.extract.quotes.cues import according_nouns, reporting_nouns
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.rules import DIRECT, HEADLINE, MIXED, REPORTED
from dodomu.extract.quotes.taken import Taken
from dodomu.extract.quotes.unmarked.labelled import source_lines
from dodomu.text.document import Document

ATTRIBUTING = frozenset(("marks_cut", "dash_dialogue", "line_below"))
"""Rules whose cue sets off direct speech around it, and governs nothing else."""


def find(reading: Reading) -> list[Found]:
    """Quotations of an article in the order of their place, speakers not yet identified.

    Parameters
    ----------
    reading : Reading
        The article as the rules read it.

    Returns
    -------
    list of Found
        None over another.
    """
    taken = Taken()
    found = [*_free(taken, (quote for rule in DIRECT for quote in rule(reading)))]
    reading.attributing = {quote.cue[0] for quote in found if quote.cue and quote.rule in ATTRIBUTING}
    found += _free(taken, MIXED(reading, taken))
    found += _free(taken, (part for quote in _reported(reading) for part in around_marks(reading, quote, taken)))
    found += _free(taken, HEADLINE(reading))
    _fall_back(reading, found)
    return sorted(found, key=lambda quote: (quote.start, quote.end))


def _free(taken: Taken, quotes: Iterable[Found]) -> Iterator[Found]:
    """Quotes that hold a word and lie over nothing that is taken; they are taken in turn."""
    for quote in quotes:
        if quote.start < quote.end and not taken(quote.start, quote.end):
            taken.add(quote.start, quote.end)
            yield quote


def _reported(reading: Reading) -> Iterator[Found]:
    nouns = _sentences_with_nouns(reading.doc)
    sentences = [s for s in reading.doc.sentences if s.index in nouns or reading.cues(s)]
    for rule in REPORTED:
        for sentence in sentences:
            yield from rule(reading, sentence)


def _fall_back(reading: Reading, found: list[Found]) -> None:
    """«Згідно з повідомленням, …»: whose message it is a line of its own may tell («Джерело: …»)."""
    ownerless = [quote for quote in found if quote.rule == "according" and quote.speaker is None]
    lines = list(source_lines(reading)) if ownerless else []
    for quote in ownerless:
        quote.fallback = next((line.speaker for line in reversed(lines) if line.at < quote.start), None)


def _sentences_with_nouns(doc: Document) -> set[int]:
    """Sentences with a noun of «за словами» or «з вимогою», which report without a cue."""
    places = (*doc.where(according_nouns()), *doc.where(reporting_nouns()))
    return {doc.sentence_at(doc.tokens[at].start).index for at in places}
