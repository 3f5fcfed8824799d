"""What people decided: corrections are read, applied to what a machine read, and written down; the queue for review."""

from dodomu.corrections.curate import Curated, curate, with_public
from dodomu.corrections.entry import Anchor, Correction
from dodomu.corrections.making import Author
from dodomu.corrections.read import NAME, parse, read
from dodomu.corrections.write import append

__all__ = ["NAME", "Anchor", "Author", "Correction", "Curated", "append", "curate", "parse", "read", "with_public"]
