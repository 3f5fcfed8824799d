"""Quotes: who said what.

`find` finds quotations by the rules of ``rules``;
`identify` tells each speaker, from the start of the article to its end.
"""

from dodomu.extract.quotes.finding import find
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identifying import identify
from dodomu.extract.quotes.identity import Identity
from dodomu.extract.quotes.reading import Reading

__all__ = ["Found", "Identity", "Reading", "find", "identify"]
