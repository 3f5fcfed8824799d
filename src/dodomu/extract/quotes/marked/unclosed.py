"""«Нас було п'ятеро, – згадує Коваль: speech whose closing mark was forgotten ends with its attribution."""

from collections.abc import Iterator

from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.marked.inside import inside_marks
from dodomu.extract.quotes.marked.span import part, words_between
from dodomu.extract.quotes.reading import Reading
from dodomu.text.marks import OPENING


def unclosed(reading: Reading) -> Iterator[Found]:
    """Speech after a mark without a partner that opens its paragraph, if an attribution stands in that paragraph.

    What other marks without a partner might hold is not read: the article's row in ``gaps`` says so.
    """
    doc = reading.doc
    for at in doc.marks.unbalanced:
        start, end = doc.paragraphs[doc.paragraph_at(at)]
        if at != start or doc.text[at] not in OPENING or not words_between(reading, start, end):
            continue
        cuts = inside_marks(reading, start + 1, end)
        if cuts:
            a, b = part(reading, start + 1, cuts[0].start)
            yield attributed(a, b, "direct", "marks_unclosed", cuts[0].cue, cuts[0].speaker, doc.tokens, "manner")
