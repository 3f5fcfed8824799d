"""Direct speech and headlines without quotation marks: labels, dashes, an attribution on a line of its own."""

from dodomu.extract.quotes.unmarked.dialogue import dash_after_colon, dash_alone, dialogue, interview
from dodomu.extract.quotes.unmarked.embedded import embedded
from dodomu.extract.quotes.unmarked.headline import headline
from dodomu.extract.quotes.unmarked.labelled import labelled
from dodomu.extract.quotes.unmarked.line_below import line_below

__all__ = ["dash_after_colon", "dash_alone", "dialogue", "embedded", "headline", "interview", "labelled", "line_below"]
