"""Keys that stay when the article is edited elsewhere or a rule gets better."""

from hashlib import sha256

_LETTER = {"quotes": "q", "mentions": "m", "events": "e"}
_DIGITS = 12


def record_id(table: str, article_id: str, sentence: str, nth: int) -> str:
    """Make the key of a quote or a mention from the sentence it stands in.

    Parameters
    ----------
    table
        ``quotes`` or ``mentions``.
    article_id
        The key of the article.
    sentence
        The words of the sentence in which it begins. Differences of white space do not count.
    nth
        Its place among the records of the table that begin in this sentence, or in one of the same words, from 0.

    Examples
    --------
    >>> record_id("mentions", "a", "Додому повернули 31 людину.", 0)
    'm-f158781e00a3'
    >>> record_id("mentions", "a", "Додому  повернули 31 людину.", 0)
    'm-f158781e00a3'
    """
    words = " ".join(sentence.split())
    digest = sha256("\x1f".join((article_id, table, words, str(nth))).encode()).hexdigest()
    return f"{_LETTER[table]}-{digest[:_DIGITS]}"


def event_id(mention_id: str) -> str:
    """Make the key of an event from that of its first mention: the same but for the letter of the table.

    Examples
    --------
    >>> event_id("m-f158781e00a3")
    'e-f158781e00a3'
    """
    return f"{_LETTER['events']}-{mention_id.partition('-')[2]}"
