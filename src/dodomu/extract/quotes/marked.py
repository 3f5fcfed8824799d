"""Quotations in marks: direct speech and words quoted inside a report."""

from collections.abc import Callable, Iterator
from functools import cache

from dodomu import uk
from dodomu.extract.quotes.according import according_at
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.marks import Quoted
from dodomu.text.morphology import forms, lexeme

SHORT = 3


@cache
def _named_things() -> frozenset[str]:
    return frozenset(form for noun in uk.load("labels")["named"] for form in lexeme(noun))


def _words(reading: Reading, start: int, end: int) -> list:
    return [t for t in reading.doc.span_tokens(start, end) if t.is_word]


def is_label(reading: Reading, quoted: Quoted) -> bool:
    """A name, a title or a formula in marks, no speech: «Азовсталь», «6000 на 6000», справа «Хізб ут-Тахрір»."""
    start, end = quoted.inner
    words = _words(reading, start, end)
    if not words:
        return True
    verb = reading.has_verb(start, end)
    before = reading.doc.token_at(quoted.start) - 1
    if before >= 0 and reading.doc.tokens[before].norm in (
        "нібито",
        "званий",
        "звану",
        "звані",
        "званої",
        "званого",
        "званих",
        "звана",
        "званою",
    ):
        return True
    nominal = any(f.pos in ("NOUN", "ADJF", "NUMR") for f in forms(words[0].norm)[:1])
    if not verb and nominal and before >= 0 and reading.doc.tokens[before].norm in _named_things() and len(words) <= 8:
        return True
    if not verb and len(words) <= 6 and words[0].is_capital and reading.doc.tokens[reading.doc.token_at(start)].is_word:
        return True
    if verb or len(words) > 4:
        return False
    if any(t.is_number for t in reading.doc.span_tokens(start, end)):
        return True
    # «справи Хізб ут-Тахрір», «нормандської четвірки»: what a thing is called, though it begins with a small letter.
    if not nominal:
        return False
    return any(t.is_capital for t in words[1:]) or words[-1].norm in _named_things() or words[0].norm in _named_things()


def after_marks(reading: Reading, quoted: Quoted) -> tuple[Cue | None, object] | None:
    """«…», – зазначила вона: the attribution that follows the closing mark."""
    doc = reading.doc
    sentence = doc.sentence_at(quoted.end - 1)
    first = doc.token_at(quoted.end)
    at = reading.skip_punctuation(first, sentence.last)
    if at >= sentence.last:
        return _next_line(reading, quoted, sentence) if at == sentence.last else None
    punctuated = at > first
    if punctuated and doc.tokens[first].text in ".!?…" and not any(t.text in DASHES for t in doc.tokens[first:at]):
        return None
    if punctuated and doc.tokens[at - 1].text == ":":
        return None
    for cue in reading.cues(sentence):
        if cue.first < at or not reading.outside(cue):
            continue
        if cue.first - at > 9 or any(doc.tokens[i].text in ",:;" for i in range(at, cue.first)):
            break
        if not punctuated and cue.first != at:
            break
        if any(reading.is_verb(i) for i in range(at, cue.first)):
            break
        if not cue.entry.frames & {"say", "manner", "infinitive", "phrase", "naming", "predicate"}:
            continue
        if (
            doc.tokens[cue.last : cue.last + 2]
            and cue.last + 1 < sentence.last
            and doc.tokens[cue.last].text == ","
            and doc.tokens[cue.last + 1].norm == "що"
            and cue.first != at
        ):
            break
        zone_end = _zone_end(reading, cue.last, sentence.last)
        who = reading.message_speaker(cue.last, zone_end) if cue.impersonal else None
        who = who or reading.finder.subject(cue, at, zone_end, "right")
        who = who or (reading.finder.bare_noun(cue.last, sentence.last, cue) if punctuated else None)
        if who is None and cue.impersonal and reading.message_in(cue.last, zone_end):
            place = doc.tokens[cue.first]
            who = Speaker(place.start, place.end, "there", phrase="там", number="plur")
        if who is None and not punctuated:
            break
        return cue, who
    if punctuated and any(t.text in DASHES for t in doc.tokens[first:at]):
        who = reading.finder.phrase_at(at, sentence.last, None)
        titled = reading.title is not None and sentence.paragraph == reading.title
        if (
            who is not None
            and (who.kind == "name" or titled and who.kind == "role")
            and not reading.has_verb(who.end, sentence.end)
        ):
            return None, who
    return None


def _zone_end(reading: Reading, at: int, last: int) -> int:
    """The attribution ends where a colon opens something new."""
    return next((i for i in range(at, last) if reading.doc.tokens[i].text == ":"), last)


def _next_line(reading: Reading, quoted: Quoted, sentence) -> tuple[Cue | None, object] | None:
    """The attribution on a line of its own: a dash, then the cue."""
    doc = reading.doc
    nxt = sentence.paragraph + 1
    if nxt >= len(doc.paragraphs):
        return None
    start, end = doc.paragraphs[nxt]
    if doc.text[start] not in "-–—":
        return None
    line = doc.sentence_at(start)
    cues = [c for c in reading.cues(line) if reading.outside(c)]
    if not cues or cues[0].first - line.first > 6 or end - start > 300:
        return None
    return cues[0], reading.finder.subject(cues[0], line.first + 1, line.last, "right")


def inside_marks(reading: Reading, start: int, end: int) -> list[tuple[int, int, Cue, object]]:
    """«А, – сказав Х. – Б»: the attributions that cut a quotation, with their bounds."""
    doc = reading.doc
    tokens = doc.tokens
    cuts = []
    first, last = doc.token_at(start), doc.token_at(end - 1) + 1
    at = first + 1
    while at < last - 1:
        if tokens[at].text in DASHES and tokens[at - 1].text in ",.!?…" and tokens[at + 1].is_word:
            sentence = doc.sentence_at(tokens[at + 1].start)
            cue = next((c for c in reading.cues(sentence) if at < c.first <= at + 8), None)
            if (
                cue is not None
                and cue.entry.frames & {"say", "manner", "phrase"}
                and not any(tokens[i].text in ",:;" or reading.is_verb(i) for i in range(at + 1, cue.first))
            ):
                close = next(
                    (
                        i
                        for i in range(cue.last, min(last, cue.last + 25))
                        if tokens[i].text in DASHES and tokens[i - 1].text in ".,!?…"
                    ),
                    None,
                )
                limit = close if close is not None else min(last, sentence.last)
                who = reading.finder.subject(cue, at + 1, limit, "right")
                if who is not None or cue.first == at + 1:
                    stop = tokens[close].end if close is not None else (end if limit >= last else tokens[limit - 1].end)
                    cuts.append((tokens[at - 1].start, stop, cue, who))
                    at = close if close is not None else limit
        at += 1
    return cuts


def before_marks(reading: Reading, quoted: Quoted) -> tuple[Cue | None, object, str] | None:
    """Х заявив: «…»: the attribution that ends with a colon before the opening mark, on the line or the line before."""
    doc = reading.doc
    at = doc.token_at(quoted.start) - 1
    if at > 0 and doc.tokens[at].norm in ("та", "і", "й", ",") and doc.tokens[at - 1].text in '»"”':
        # «…: «А» та «Б»»: one attribution for both
        first = doc.quoted_at(doc.tokens[at - 1].start)
        return before_marks(reading, first) if first is not None else None
    if at < 0 or doc.tokens[at].text != ":":
        return None
    sentence = doc.sentence_at(doc.tokens[at].start)
    zone = [c for c in reading.cues(sentence) if c.last <= at and reading.outside(c)]
    for cue in reversed(zone):
        if cue.entry.frames & {"say", "manner", "infinitive", "phrase", "predicate", "naming"}:
            who = _cited(reading, cue) if cue.entry.lemma in ("цитувати", "процитувати") else None
            who = who or reading.finder.subject(cue, sentence.first, at, "left")
            return cue, who, "colon"
    first = reading.skip_punctuation(sentence.first, at)
    if (report := according_at(reading, sentence)) is not None and report.first <= at:
        return None if report.outlet else (report, report.speaker, "according")
    who = reading.finder.left(None, first, at)
    if who is not None and who.kind in ("name", "pronoun", "role"):
        return None, who, "colon_name"
    return None


def part(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """The words of a quotation without the punctuation that belongs to the attribution."""
    text = reading.doc.text
    while start < end and (text[start].isspace() or text[start] in "–—-,"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",–—-"):
        end -= 1
    return start, end


def direct(reading: Reading) -> Iterator[Found]:
    """Direct speech in marks, with its attribution inside, after, before, or none of its own."""
    doc = reading.doc
    tokens = doc.tokens
    for quoted in reading.top:
        start, end = quoted.inner
        words = _words(reading, start, end)
        if not words:
            continue
        cuts = inside_marks(reading, start, end)
        if cuts:
            place = start
            for cut_start, cut_end, cue, who in cuts:
                a, b = part(reading, place, cut_start)
                if a < b:
                    yield attributed(a, b, "direct", "marks_cut", cue, who, tokens, "manner")
                place = cut_end
            a, b = part(reading, place, end)
            if a < b and doc.text[a:b].strip(" .,!?"):
                own = after_marks(reading, quoted)
                cue, who = own if own is not None and own[1] is not None else cuts[-1][2:]
                yield attributed(a, b, "direct", "marks_cut", cue, who, tokens, "manner")
            continue
        label = is_label(reading, quoted)
        for rule in (_after, _before, _alone):
            found = rule(reading, quoted, words, label)
            if found is not None:
                yield from found
                break


def _told_next(reading: Reading, sentence):
    """«…». Про це заявила Х; «…». Так Х розповідає про перший день: the attribution is the next sentence of the paragraph."""
    doc = reading.doc
    if sentence.index + 1 >= len(doc.sentences) or doc.sentences[sentence.index + 1].paragraph != sentence.paragraph:
        return None
    following = doc.sentences[sentence.index + 1]
    heads = [t.norm for t in doc.tokens[following.first : following.first + 2]]
    if heads[:2] not in (["про", "це"], ["такими", "словами"]) and heads[:1] not in (["так"], ["це"]):
        return None
    cue = next((c for c in reading.cues(following) if c.entry.frames & {"say", "manner"} and not c.impersonal), None)
    who = reading.finder.subject(cue, following.first, following.last, "right") if cue else None
    return (cue, who) if who is not None and not reading.is_outlet(who) else None


def _speech(reading: Reading, quoted: Quoted, words: list) -> bool:
    """Whether the marks hold a whole utterance rather than a phrase of the sentence around them."""
    before = reading.doc.token_at(quoted.start) - 1
    sentence = reading.doc.sentence_at(quoted.start)
    opens = (
        before < sentence.first
        or reading.doc.tokens[before].text in ":.!?…"
        or (reading.doc.tokens[before].text in DASHES and before == sentence.first)
    )
    return opens


def _after(reading: Reading, quoted: Quoted, words: list, label: bool):
    found = after_marks(reading, quoted)
    if found is None or not _speech(reading, quoted, words):
        return None
    cue, who = found
    if (
        (label and cue is None)
        or (label or not reading.has_verb(*quoted.inner) and len(words) < SHORT)
        and not _dash_follows(reading, quoted)
    ):
        return None
    if cue is not None and cue.entry.lemma in ("цитувати", "процитувати"):
        who = _cited(reading, cue) or who
    if cue is not None and not cue.impersonal and _only_an_outlet(reading, cue, who):
        return []
    a, b = part(reading, *quoted.inner)
    return [
        attributed(
            a,
            b,
            "direct",
            "marks_then_cue" if cue else "marks_then_name",
            cue,
            who,
            reading.doc.tokens,
            "manner",
            silent=bool(cue and cue.impersonal and who is None),
        )
    ]


def _cited(reading: Reading, cue: Cue):
    """«…», – цитує БелТА Лукашенка: the person in the accusative speaks."""
    last = reading.doc.sentence_at(reading.doc.tokens[cue.first].start).last
    for at in range(cue.last, last):
        mention = reading.finder.name_at.get(at)
        if (
            mention is not None
            and mention.kind == "person"
            and mention.cases & {"accs", "gent"}
            and "nomn" not in mention.cases
        ):
            return Speaker(mention.start, mention.end, "name", mention, gender=mention.gender)
    return None


def _only_an_outlet(reading: Reading, cue: Cue, who) -> bool:
    if who is not None:
        return reading.is_outlet(who)
    sentence = reading.doc.sentence_at(reading.doc.tokens[cue.first].start)
    following = reading.doc.tokens[cue.last] if cue.last < sentence.last else None
    latin = following is not None and following.is_capital and not "а" <= following.norm[0] <= "ґ"
    return latin or reading.outlet_in(cue.last, min(cue.last + 4, sentence.last)) is not None


def _dash_follows(reading: Reading, quoted: Quoted) -> bool:
    at = reading.doc.token_at(quoted.end)
    return any(t.text in DASHES for t in reading.doc.tokens[at : at + 2])


def _before(reading: Reading, quoted: Quoted, words: list, label: bool):
    found = before_marks(reading, quoted)
    if found is None:
        return None
    ends = not any(t.is_word for t in reading.doc.span_tokens(quoted.end, reading.doc.sentence_at(quoted.end - 1).end))
    if len(words) < 3 and not reading.has_verb(*quoted.inner) and (label or not ends):
        return None
    cue, who, rule = found
    if cue is None and who is not None and label:
        return None
    a, b = part(reading, *quoted.inner)
    if not isinstance(cue, Cue) and cue is not None:
        return [cue.quote(a, b, "direct", "according_then_marks", reading.doc.tokens)]
    return [
        attributed(a, b, "direct", f"{rule}_then_marks", cue, who, reading.doc.tokens, "manner", follows=who is None)
    ]


def _alone(reading: Reading, quoted: Quoted, words: list, label: bool):
    """A quotation that is a sentence of its own: it goes on from the speaker before it."""
    doc = reading.doc
    sentence = doc.sentence_at(quoted.start)
    last = doc.sentence_at(quoted.end - 1)
    at = doc.token_at(quoted.start)
    opens = at == sentence.first or at == sentence.first + 1 and doc.tokens[sentence.first].text in DASHES
    tail = doc.text[quoted.end : last.end].strip(" .,!?…")
    whole = doc.paragraphs[sentence.paragraph][0] >= quoted.start - 1 and not tail
    after_quote = (
        whole
        and sentence.paragraph
        and doc.text[doc.paragraphs[sentence.paragraph - 1][1] - 1] in '»"”.'
        and doc.text[doc.paragraphs[sentence.paragraph - 1][0]] in '«"“„'
    )
    dashed = at > sentence.first
    if (
        not opens
        or label
        or not dashed
        and (len(words) < SHORT or not (after_quote or reading.has_verb(*quoted.inner)))
    ):
        return None
    title = reading.title is not None and sentence.paragraph == reading.title
    if tail and not (title and doc.text[quoted.end : quoted.end + 1] in ":."):
        return None
    a, b = part(reading, *quoted.inner)
    told = _told_next(reading, last)
    if told is not None and not title:
        return [attributed(a, b, "direct", "marks_then_sentence", told[0], told[1], doc.tokens, "manner")]
    return [Found(a, b, "direct", "headline_marks" if title else "marks_alone", None, a, follows=True)]


def mixed(reading: Reading, taken: Callable[[int, int], bool]) -> Iterator[Found]:
    """Words in marks inside a sentence that reports the rest: назвав це «історичним кроком»."""
    doc = reading.doc
    tokens = doc.tokens
    for quoted in reading.top:
        start, end = quoted.inner
        if taken(start, end) or quoted.end - quoted.start > 1500:
            continue
        words = _words(reading, start, end)
        if (
            len(words) < 2
            or is_label(reading, quoted)
            and not (_after_naming(reading, quoted) and not words[0].is_capital)
        ):
            continue
        sentence = doc.sentence_at(quoted.start)
        if doc.sentence_at(quoted.end - 1).paragraph != sentence.paragraph:
            continue
        found = _reporting_cue(reading, quoted, sentence)
        if found is None:
            continue
        cue, who, rule = found
        a, b = part(reading, start, end)
        yield (
            attributed(a, b, "mixed", rule, cue, who, tokens, "naming")
            if isinstance(cue, Cue)
            else cue.quote(a, b, "mixed", rule, tokens)
        )


def _after_naming(reading: Reading, quoted: Quoted) -> bool:
    at = reading.doc.token_at(quoted.start)
    return any(
        c.last <= at and at - c.last <= 3 and "naming" in c.entry.frames
        for c in reading.cues(reading.doc.sentence_at(quoted.start))
    )


def _reporting_cue(reading: Reading, quoted: Quoted, sentence):
    """The cue of the sentence under which the quoted words stand: the nearest before them, else a parenthesis after."""
    doc = reading.doc
    at = doc.token_at(quoted.start)
    cues = [c for c in reading.cues(sentence) if reading.outside(c)]
    report = according_at(reading, sentence)
    before = [c for c in cues if c.last <= at]
    for cue in reversed(before):
        frames = cue.entry.frames
        between = doc.tokens[cue.last : at]
        if _by_people_at_large(reading, cue, sentence):
            continue
        if (
            frames & {"naming"}
            or frames & {"say", "phrase", "predicate", "infinitive", "particle"}
            and _leads(between, cue)
        ):
            if "particle" in frames:
                who = reading.finder.left(None, sentence.first, cue.first)
            else:
                who = reading.finder.subject(cue, sentence.first, at, "left")
            if who is not None and reading.is_outlet(who):
                return None
            if (
                who is None
                and report is None
                and cue.grammar is not None
                and not cue.gerund
                and cue.grammar.number == "plur"
            ):
                continue
            return cue, who, "marks_in_report"
    if report is not None:
        return None if report.outlet else (report, report.speaker, "marks_in_according")
    parenthesis = next(
        (c for c in cues if c.first > at and "say" in c.entry.frames and doc.tokens[c.first - 1].text in ",–—-"), None
    )
    if parenthesis is not None:
        who = reading.finder.right(parenthesis, parenthesis.last, sentence.last)
        if who is not None:
            return parenthesis, who, "marks_in_parenthesis"
    return None


def _by_people_at_large(reading: Reading, cue: Cue, sentence) -> bool:
    """«У народі їх називають «…»»: everybody says so, nobody is quoted."""
    verb = cue.grammar
    if verb is None or verb.number != "plur" or verb.tense != "pres" or "naming" not in cue.entry.frames:
        return False
    return reading.finder.left(cue, sentence.first, cue.first) is None


def _leads(between: list, cue: Cue) -> bool:
    """Whether what stands between a cue and the marks is its content: a clause after «що», an infinitive, or nothing much."""
    if "infinitive" in cue.entry.frames or "particle" in cue.entry.frames:
        return True
    if any(t.norm in ("що", "щоб", "аби", "ніби", "мовляв", "як", "чому") for t in between):
        return True
    return len(between) <= 4 and not any(
        f.case and f.pos == "NOUN" for t in between if t.is_word for f in forms(t.norm)[:1]
    )
