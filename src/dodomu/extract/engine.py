"""Reading one article, from its text to an extraction."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from dodomu.confidence import rated
from dodomu.extract.mentions import find_mentions
from dodomu.extract.quotes import Reading, find
from dodomu.extract.quotes.records import record
from dodomu.models import Article, Extraction
from dodomu.text.document import Document
from dodomu.text.names import Cast


def extract(article: Article) -> Extraction:
    """Read the quotes and the mentions of events in one article.

    A pure function: no files, no clock, no network. Every offset counts code points of ``article.text`` as it is.

    Parameters
    ----------
    article : Article
        With its text.

    Returns
    -------
    Extraction
        Quotes and mentions in the order of their place, evidence and gaps for them.

    Examples
    --------
    >>> text = "Додому повернули 31 людину. «Чекаємо на всіх», – сказала Олена Ковтун."
    >>> read = extract(Article(article_id="a", source="a.txt", text=text))
    >>> [(q.speaker, q.text) for q in read.quotes]
    [('Олена Ковтун', 'Чекаємо на всіх')]
    """
    with _undisturbed():
        return _extract(article)


def _extract(article: Article) -> Extraction:
    doc = Document(article.text or "")
    cast = Cast(doc)
    reading = Reading(doc, cast)
    quoted = record(article, reading, find(reading))
    mentions, evidence, gaps = find_mentions(doc, cast, article, quoted.quotes)
    return rated(
        Extraction(
            article=article,
            quotes=quoted.quotes,
            mentions=mentions,
            evidence=[*quoted.evidence, *evidence],
            gaps=[*quoted.gaps, *gaps],
        )
    )


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Keep the garbage collector away: nearly all that is made of an article goes with it, and looking through the
    word lists for what does not would take a sixth of the time.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
