"""Quotations in marks: direct speech, and words quoted inside a report."""

from dodomu.extract.quotes.marked.direct import direct
from dodomu.extract.quotes.marked.mixed import mixed
from dodomu.extract.quotes.marked.unclosed import unclosed

__all__ = ["direct", "mixed", "unclosed"]
