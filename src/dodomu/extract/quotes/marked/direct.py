"""Direct speech in marks, with its attribution inside, after, before, or none of its own."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Attribution, Found, attributed
from dodomu.extract.quotes.marked.after import after_marks, told_next
from dodomu.extract.quotes.marked.before import before_marks, cited
from dodomu.extract.quotes.marked.inside import Cut, inside_marks
from dodomu.extract.quotes.marked.labels import is_label
from dodomu.extract.quotes.marked.span import part, words_between
from dodomu.extract.quotes.outlets import is_outlet, outlet_in
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.reported.governed import THAT
from dodomu.extract.quotes.reported.nouns import Told
from dodomu.extract.quotes.reported.setoff import According
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.marks import OPENING, Quoted

_ROW = uk.words("grammar", "and") | {","}
_ANSWERING = uk.words("reports", "answering")
SHORT = 3
"""Fewer words without a verb are no speech, unless the attribution leaves no doubt."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A pair of marks: how many words it holds, whether they have a verb and whether they are a label."""

    quoted: Quoted
    words: int
    verb: bool
    label: bool


def direct(reading: Reading) -> Iterator[Found]:
    """Direct speech in marks; of `RULES` the first that fits decides."""
    for quoted in reading.doc.outermost:
        words = len(words_between(reading, *quoted.inner))
        if not words:
            continue
        if cuts := inside_marks(reading, *quoted.inner):
            yield from _parts(reading, quoted, cuts)
            continue
        speech = Speech(quoted, words, reading.has_verb(*quoted.inner), is_label(reading, quoted))
        for rule in RULES:
            found = rule(reading, speech)
            if found is not None:
                yield from found
                break


def _parts(reading: Reading, quoted: Quoted, cuts: list[Cut]) -> Iterator[Found]:
    """«А, – сказав Х. – Б»: each part is a quotation of its own."""
    tokens = reading.doc.tokens
    place, end = quoted.inner
    for cut in cuts:
        a, b = part(reading, place, cut.start)
        if a < b:
            yield attributed(a, b, "direct", "marks_cut", cut.cue, cut.speaker, tokens, "manner")
        place = cut.end
    a, b = part(reading, place, end)
    if a < b and reading.doc.text[a:b].strip(" .,!?"):
        own = after_marks(reading, quoted)
        if own is None or own.speaker is None:
            own = Attribution(cuts[-1].cue, cuts[-1].speaker)
        yield attributed(a, b, "direct", "marks_cut", own.cue, own.speaker, tokens, "manner")


def _after(reading: Reading, speech: Speech) -> list[Found] | None:
    """«…», – зазначила вона. An outlet that says so itself leaves no quotation."""
    quoted = speech.quoted
    found = after_marks(reading, quoted)
    if found is None or not _opens_utterance(reading, quoted):
        return None
    cue, who = found
    doubtful = speech.label or not speech.verb and speech.words < SHORT
    if speech.label and cue is None or doubtful and not _dash_follows(reading, quoted):
        return None
    if cue is not None:
        who = cited(reading, cue) or who
        if not cue.impersonal and _only_an_outlet(reading, cue, who):
            return []
    a, b = part(reading, *quoted.inner)
    rule = "marks_then_cue" if cue else "marks_then_name"
    silent = bool(cue and cue.impersonal and who is None)
    return [attributed(a, b, "direct", rule, cue, who, reading.doc.tokens, "manner", silent=silent)]


def _opens_utterance(reading: Reading, quoted: Quoted) -> bool:
    """Whether the marks hold a whole utterance rather than a phrase of the sentence around them."""
    before = reading.doc.token_at(quoted.start) - 1
    sentence = reading.doc.sentence_at(quoted.start)
    if before < sentence.first:
        return True
    text = reading.doc.tokens[before].text
    return text in ":.!?…" or text in DASHES and before == sentence.first


def _dash_follows(reading: Reading, quoted: Quoted) -> bool:
    at = reading.doc.token_at(quoted.end)
    return any(t.text in DASHES for t in reading.doc.tokens[at : at + 2])


def _only_an_outlet(reading: Reading, cue: Cue, who: Speaker | None) -> bool:
    """«…», – пише The Guardian: nobody but the outlet, on the list or in Latin letters."""
    doc = reading.doc
    if who is not None:
        return is_outlet(doc, who)
    last = doc.sentence_at(doc.tokens[cue.first].start).last
    following = doc.tokens[cue.last] if cue.last < last else None
    latin = following is not None and following.is_capital and not "а" <= following.norm[0] <= "ґ"
    return latin or outlet_in(doc, cue.last, min(cue.last + 4, last)) is not None


def _before(reading: Reading, speech: Speech) -> list[Found] | None:
    """Х заявив: «…»."""
    quoted, tokens = speech.quoted, reading.doc.tokens
    found = before_marks(reading, quoted)
    if found is None:
        return None
    cue, who, rule = found
    row = speech.label and _in_row(reading, quoted)
    label = row or speech.label and not _answers(reading, cue, quoted)
    if speech.words < SHORT and not speech.verb and (label or not _ends_sentence(reading, quoted)):
        return None
    if label and (cue is None and who is not None or row):
        return None
    a, b = part(reading, *quoted.inner)
    if isinstance(cue, According | Told):
        return [cue.quote(a, b, "direct", rule, tokens)]
    return [attributed(a, b, "direct", rule, cue, who, tokens, "manner", follows=who is None)]


def _answers(reading: Reading, cue: Cue | According | Told | None, quoted: Quoted) -> bool:
    """Whether what follows the colon is spoken, however short: «відповів: «Так»»."""
    if not isinstance(cue, Cue) or cue.entry.lemma not in _ANSWERING or cue.impersonal:
        return False
    between = reading.doc.tokens[cue.last : reading.doc.token_at(quoted.start)]
    return not any(t.norm in THAT for t in between)


def _in_row(reading: Reading, quoted: Quoted) -> bool:
    """Whether more marks stand before or after, with a comma or «та» between: a list of names."""
    tokens = reading.doc.tokens
    before, after = reading.doc.token_at(quoted.start) - 1, reading.doc.token_at(quoted.end)
    if before > 0 and tokens[before].norm in _ROW and tokens[before - 1].text in '»"”':
        return True
    return after + 1 < len(tokens) and tokens[after].norm in _ROW and tokens[after + 1].text in OPENING


def _ends_sentence(reading: Reading, quoted: Quoted) -> bool:
    return not words_between(reading, quoted.end, reading.doc.sentence_at(quoted.end - 1).end)


def _alone(reading: Reading, speech: Speech) -> list[Found] | None:
    """A quotation that is a sentence of its own: it goes on from the speaker before it."""
    doc, quoted = reading.doc, speech.quoted
    sentence, last = doc.sentence_at(quoted.start), doc.sentence_at(quoted.end - 1)
    at = doc.token_at(quoted.start)
    dashed = at > sentence.first
    if speech.label or dashed and not (at == sentence.first + 1 and doc.tokens[sentence.first].text in DASHES):
        return None
    tail = doc.text[quoted.end : last.end].strip(" .,!?…")
    goes_on = not tail and _after_quotation(reading, quoted)
    if not dashed and (speech.words < SHORT or not goes_on and not speech.verb):
        return None
    title = reading.title is not None and sentence.paragraph == reading.title
    if tail and not (title and doc.text[quoted.end : quoted.end + 1] in ":."):
        return None
    a, b = part(reading, *quoted.inner)
    told = None if title else told_next(reading, last)
    if told is not None:
        return [attributed(a, b, "direct", "marks_then_sentence", told.cue, told.speaker, doc.tokens, "manner")]
    return [Found(a, b, "direct", "headline_marks" if title else "marks_alone", None, a, follows=True)]


def _after_quotation(reading: Reading, quoted: Quoted) -> bool:
    """Whether the marks open their paragraph, and the paragraph before is a quotation too."""
    doc = reading.doc
    paragraph = doc.sentence_at(quoted.start).paragraph
    if not paragraph or doc.paragraphs[paragraph][0] < quoted.start - 1:
        return False
    start, end = doc.paragraphs[paragraph - 1]
    return doc.text[start] in OPENING and doc.text[end - 1] in '»"”.'


RULES: tuple[Callable[[Reading, Speech], list[Found] | None], ...] = (_after, _before, _alone)
