"""Words in quotation marks, as they are set in Ukrainian: «…», and „…“ within."""

import re

_WITHIN = str.maketrans("«»", "„“")
_MARKED = re.compile("«[^«»]*»")


def quoted(words: str) -> str:
    """Set words in marks; those that stand among them become marks of the second kind, none are doubled.

    Examples
    --------
    >>> quoted("«Усі вдома», – сказав він")
    '«„Усі вдома“, – сказав він»'
    >>> quoted("Усі вдома"), quoted("«Усі вдома»")
    ('«Усі вдома»', '«Усі вдома»')
    """
    return words if _MARKED.fullmatch(words) else f"«{words.translate(_WITHIN)}»"
