"""What was read in an article, by which rule, what was rejected and why: for who doubts a number or mends a rule."""

from collections.abc import Iterator

from dodomu.confidence import Made, made_by, package
from dodomu.extract.engine import extract
from dodomu.extract.mentions import rejected_triggers
from dodomu.extract.quotes import Reading
from dodomu.extract.quotes.marked.labels import is_label
from dodomu.models import Article, Evidence, Extraction, Mention, Quote
from dodomu.text.document import Document
from dodomu.text.marks import Quoted
from dodomu.text.names import Cast

_SLOTS = (
    "status",
    "date",
    "count",
    "count_qualifier",
    "group",
    "nationality",
    "origin",
    "destination",
    "place",
    "agents",
    "mediators",
)


def explain(article: Article) -> str:
    """Tell how an article was read.

    Parameters
    ----------
    article : Article
        With its text.

    Returns
    -------
    str
        Lines of plain text: paragraph by paragraph the quotes and mentions that begin in it, with the rule of each and
        the words that every cell stands on; then what was rejected, with the reason. Offsets count code points. Behind
        a rule stands its confidence.

    Examples
    --------
    >>> text = "«Чекаємо на всіх», – сказала Олена Ковтун про «Азовсталь»."
    >>> print(explain(Article(article_id="a", source="a.txt", text=text)))  # doctest: +ELLIPSIS
    paragraph 1 [0:58]
      direct quote [1:16] «Чекаємо на всіх» by marks_then_cue (0.9...)
        cue: сказала (сказати, state)
        speaker: Олена Ковтун, from «Олена Ковтун» by name (0.9...)
        null: date, for not said
    rejected
      [46:57] «Азовсталь»: a name or a label in marks
    """
    found = extract(article)
    doc = Document(article.text or "")
    lines = []
    for number, (start, end) in enumerate(doc.paragraphs, 1):
        told = [*_quotes(found, start, end), *_mentions(found, start, end)]
        if told:
            lines += [f"paragraph {number} [{start}:{end}]", *told]
    rejected = sorted(_rejected(article, doc, found))
    if rejected:
        lines += ["rejected", *(f"  [{a}:{b}] {_short(doc.text[a:b])}: {why}" for a, b, why in rejected)]
    return "\n".join(lines) or "nothing was found"


def _short(words: str) -> str:
    words = " ".join(words.split())
    marked = words if words[:1] in '«"“„' else f"«{words}»"
    return marked if len(words) <= 90 else f"«{words[:60]} … {words[-24:]}»"


def _evidence(found: Extraction, key: str, field: str) -> list[Evidence]:
    return [row for row in found.evidence if row.record_id == key and row.field == field]


def _nulls(found: Extraction, key: str) -> Iterator[str]:
    for gap in found.gaps:
        if gap.record_id == key:
            yield f"    null: {gap.field}, for {gap.reason}"


def _sure(made: Made) -> str:
    sure = package().rule(made).confidence
    return made.rule if sure is None else f"{made.rule} ({sure:.2f})"


def _cell(found: Extraction, row: Quote | Mention, field: str, value: object) -> str:
    key = row.quote_id if isinstance(row, Quote) else row.mention_id
    rows = _evidence(found, key, field)
    words = ", ".join(dict.fromkeys(_short(one.exact) for one in rows))
    rules = ", ".join(dict.fromkeys(_sure(Made(made_by(row).record, field, one.rule)) for one in rows))
    shown = ", ".join(map(str, value)) if isinstance(value, list) else value
    return f"    {field}: {shown}" + (f", from {words} by {rules}" if rows else "")


def _quotes(found: Extraction, start: int, end: int) -> Iterator[str]:
    for quote in found.quotes:
        if start <= quote.start < end:
            yield f"  {quote.kind} quote [{quote.start}:{quote.end}] {_short(quote.text)} by {_sure(made_by(quote))}"
            if quote.cue:
                yield f"    cue: {quote.cue} ({quote.cue_lemma}, {quote.act})"
            yield from (
                _cell(found, quote, field, value)
                for field in ("speaker", "carrier", "occasion", "date")
                if (value := getattr(quote, field))
            )
            yield from _nulls(found, quote.quote_id)


def _mentions(found: Extraction, start: int, end: int) -> Iterator[str]:
    for mention in found.mentions:
        if start <= mention.trigger_start < end:
            place = f"[{mention.trigger_start}:{mention.trigger_end}]"
            yield f"  {mention.type} {place} {_short(mention.trigger)} by {_sure(made_by(mention))}"
            yield from (
                _cell(found, mention, field, value)
                for field in _SLOTS
                if (value := getattr(mention, field)) not in (None, [])
            )
            if mention.asserted_by:
                yield f"    asserted by: {mention.asserted_by}, in {mention.quote_id}"
            yield from _nulls(found, mention.mention_id)


def _rejected(article: Article, doc: Document, found: Extraction) -> Iterator[tuple[int, int, str]]:
    cast = Cast(doc)
    yield from rejected_triggers(doc, cast, article)
    reading = Reading(doc, cast)
    used = {row.start for row in found.evidence if row.field == "cue"}
    for quoted in doc.outermost:
        if not any(q.start < quoted.end and quoted.start < q.end for q in found.quotes):
            yield quoted.start, quoted.end, _no_quote(reading, quoted)
    for at in doc.marks.unbalanced:
        yield at, at + 1, "a quotation mark without its partner"
    for sentence in doc.sentences:
        for cue in reading.cues(sentence):
            start, end = doc.tokens[cue.first].start, doc.tokens[cue.last - 1].end
            if (
                reading.outside(cue)
                and not any(start <= place < end for place in used)
                and cue.entry.frames & {"say", "infinitive", "phrase"}
            ):
                yield start, end, "a reporting word with nothing reported by it"


def _no_quote(reading: Reading, quoted: Quoted) -> str:
    words = [t for t in reading.doc.span_tokens(*quoted.inner) if t.is_word]
    if is_label(reading, quoted):
        return "a name or a label in marks"
    if len(words) < 2:
        return "one word in marks"
    if not any(reading.outside(cue) for cue in reading.cues(reading.doc.sentence_at(quoted.start))):
        return "no reporting word in its sentence"
    return "nobody in its sentence says it"
