"""Direct speech and headlines without quotation marks: dashes, block layout, an attribution on a line of its own."""

from collections.abc import Iterator
from functools import cache

from dodomu import uk
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.marked import inside_marks, part
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.names import NameMention
from dodomu.text.tokens import fold


@cache
def _labels() -> dict[str, str]:
    return {word: kind for kind, words in uk.load("cues")["labels"].items() for word in words}


def label_of(reading: Reading, paragraph: int) -> tuple[str, str, int, int] | None:
    """(kind, label, its end, end of the colon) of a line that begins with a label and a colon."""
    start, end = reading.doc.paragraphs[paragraph]
    text = reading.doc.text
    colon = text.find(":", start, min(end, start + 90))
    if colon < 0:
        return None
    head = fold(" ".join(text[start:colon].split()))
    for label, kind in _labels().items():
        if head == label or head.startswith(label + " "):
            return kind, text[start : start + len(label)], start + len(label), colon + 1
    return None


def source_lines(reading: Reading) -> list[tuple[int, Speaker]]:
    """«Джерело: омбудсман Людмила Денісова у Facebook»: offsets and the person or body that is the source."""
    found = []
    for paragraph in range(len(reading.doc.paragraphs)):
        label = label_of(reading, paragraph)
        if label is None or label[0] != "source":
            continue
        _, end = reading.doc.paragraphs[paragraph]
        names = [
            m
            for m in reading.cast.within(label[3], end)
            if m.kind == "person" and reading.doc.tokens[m.first - 1].norm not in ("імені", "ім")
        ]
        named = next((m for m in names if "nomn" in m.cases), None) or _last_in_row(reading, names)
        if named is not None:
            found.append((label[3], Speaker(named.start, named.end, "name", named, gender=named.gender)))
            continue
        first, last = reading.doc.token_at(label[3]), reading.doc.token_at(end - 1) + 1
        orders = [("nomn", "gent"), *[("gent", "nomn")] * (last - first - 1)]
        who = next(
            (
                w
                for at, cases in zip(range(first, last), orders, strict=False)
                if (w := reading.finder.any_case(at, last, cases))
            ),
            None,
        )
        if who is not None and not reading.is_outlet(who):
            found.append((label[3], who))
    return found


def _last_in_row(reading: Reading, names: list) -> NameMention | None:
    """Of names in the genitive one after the other the last: «сторінка речниці Леоніда Кучми Дарки Оліфер»."""
    named = None
    for mention in names:
        if named is not None and mention.first > named.last:
            break
        named = mention
    return named


def labelled(reading: Reading) -> Iterator[Found]:
    """Пряма мова: …, Дослівно: …, with or without marks, on the line of the label or the next."""
    doc = reading.doc
    sources = source_lines(reading)
    for number, (_, end) in enumerate(doc.paragraphs):
        label = label_of(reading, number)
        if label is None or label[0] != "direct":
            continue
        _, word, word_end, body = label
        named = reading.finder.genitive(doc.token_at(word_end), doc.token_at(body - 1))
        start, stop = reading.trimmed(body, end)
        if start >= stop and number + 1 < len(doc.paragraphs):
            start, stop = doc.paragraphs[number + 1]
        quoted = next(iter(doc.quoted_between(start, start + 3)), None)
        if quoted is not None:
            start, stop = part(reading, *quoted.inner)
        else:
            while doc.text[start] in '"«“„':
                start += 1
            start, stop = part(reading, start, stop)
        if start >= stop:
            continue
        source = next((who for at, who in reversed(sources) if at < body), None)
        place = word_end - len(word), word_end
        yield Found(
            start,
            stop,
            "direct",
            "label",
            named,
            body,
            place,
            fold(word),
            "state",
            follows=named is None,
            fallback=source,
        )


def dialogue(reading: Reading) -> Iterator[Found]:
    """— Нам сказали чекати, — згадує вона. — Потім…: a paragraph that opens with a dash and holds an attribution."""
    doc = reading.doc
    for start, end in doc.paragraphs:
        if doc.text[start] not in DASHES or not doc.text[start + 1 : start + 2].isspace():
            continue
        inner = start + 1
        cuts = inside_marks(reading, inner, end)
        if not cuts or not any(t.is_word for t in doc.span_tokens(inner, cuts[0][0])):
            continue
        place = inner
        for cut_start, cut_end, cue, who in cuts:
            a, b = _without_marks(reading, *part(reading, place, cut_start))
            if a < b:
                yield attributed(a, b, "direct", "dash_dialogue", cue, who, doc.tokens, "manner")
            place = cut_end
        a, b = _without_marks(reading, *part(reading, place, end))
        if a < b and any(c.isalpha() for c in doc.text[a:b]) and doc.text[place - 1] in DASHES:
            yield attributed(a, b, "direct", "dash_dialogue", cuts[-1][2], cuts[-1][3], doc.tokens, "manner")


def interview(reading: Reading) -> Iterator[Found]:
    """– Чому? – Тому, що…: questions and answers in lines that open with a dash; the answers are those of whom it is with."""
    doc = reading.doc
    dashed = [
        n for n, (a, _) in enumerate(doc.paragraphs) if doc.text[a] in DASHES and doc.text[a + 1 : a + 2].isspace()
    ]
    questions = {n for n in dashed if doc.text[doc.paragraphs[n][1] - 1] == "?"}
    if len(dashed) < 6 or len(questions) < 3:
        return
    guest = next((m for m in reading.cast.persons if not m.loose and m.end <= doc.paragraphs[dashed[0]][0]), None)
    for number in dashed:
        if number in questions or number - 1 not in questions:
            continue
        a, b = part(reading, doc.paragraphs[number][0] + 1, doc.paragraphs[number][1])
        if a < b:
            who = Speaker(guest.start, guest.end, "name", guest, gender=guest.gender) if guest is not None else None
            yield Found(a, b, "direct", "interview", None, a, follows=True, fallback=who)


def dash_alone(reading: Reading) -> Iterator[Found]:
    """— Одинадцятеро в камері на чотирьох. A line of dialogue without an attribution, in a text that has some with one."""
    doc = reading.doc
    dashed = {
        n for n, (a, _) in enumerate(doc.paragraphs) if doc.text[a] in DASHES and doc.text[a + 1 : a + 2].isspace()
    }
    attributed_lines = [n for n in dashed if inside_marks(reading, doc.paragraphs[n][0] + 1, doc.paragraphs[n][1])]
    for number in sorted(dashed):
        start, end = doc.paragraphs[number]
        if (
            number in attributed_lines
            or not attributed_lines
            or {number - 1, number + 1} & dashed - set(attributed_lines)
        ):
            continue
        a, b = part(reading, start + 1, end)
        if doc.text[a].isupper() and doc.text[b - 1] in ".!…" and reading.has_verb(a, b):
            yield Found(a, b, "direct", "dash_alone", None, a, follows=True)


def _without_marks(reading: Reading, start: int, end: int) -> tuple[int, int]:
    text = reading.doc.text
    while start < end and text[start] in '«"“„':
        start += 1
    while end > start and text[end - 1] in '»"”':
        end -= 1
    return start, end


def block(reading: Reading) -> Iterator[Found]:
    """A paragraph without marks, then «– зазначив Х.» on a line of its own."""
    doc = reading.doc
    for number in range(1, len(doc.paragraphs)):
        start, end = doc.paragraphs[number]
        if doc.text[start] not in DASHES or end - start > 200:
            continue
        line = doc.sentence_at(start)
        cues = [c for c in reading.cues(line) if reading.outside(c)]
        if not cues or not cues[0].entry.frames & {"say", "manner"}:
            continue
        between = doc.tokens[line.first + 1 : cues[0].first]
        if len(between) > 2 or any(t.norm not in ("він", "вона", "вони", "про", "це", "так") for t in between):
            continue
        before = doc.paragraphs[number - 1]
        whole = doc.quoted_at(before[0]) or doc.quoted_at(before[0] + 1)
        if whole is not None and whole.end >= before[1] - 2:
            continue
        who = reading.finder.subject(cues[0], line.first + 1, line.last, "right")
        if cues[0].impersonal:
            who = reading.message_speaker(cues[0].last, line.last)
            if who is None and reading.message_in(cues[0].last, line.last):
                cue = doc.tokens[cues[0].first]
                who = Speaker(cue.start, cue.end, "there", phrase="там", number="plur")
        if who is None:
            continue
        a, b = part(reading, *before)
        yield attributed(a, b, "direct", "line_below", cues[0], who, doc.tokens, "manner")


def _acronym(reading: Reading, first: int, last: int) -> Speaker | None:
    """«… – ДТЕК»: an abbreviation that no list knows."""
    token = reading.doc.tokens[first]
    if last - first == 1 and token.text.isupper() and 2 <= len(token.text) <= 7 and token.text.isalpha():
        return Speaker(token.start, token.end, "role", phrase=token.text)
    return None


def headline(reading: Reading) -> Iterator[Found]:
    """«Умєров: сторони домовилися» and «Сторони домовилися – Умєров»: a report in the title."""
    if reading.title is None:
        return
    doc = reading.doc
    start, end = doc.paragraphs[reading.title]
    if label_of(reading, reading.title) is not None:
        return
    first, last = doc.token_at(start), doc.token_at(end - 1) + 1
    tokens = doc.tokens
    for at in range(first + 1, last - 1):
        if reading.quoted_at(tokens[at].start) is not None:
            continue
        if tokens[at].text == ":" and at - first <= 12:
            who = _speaker_of(reading, first, at)
            if who is not None and not doc.quoted_between(tokens[at].end, tokens[at].end + 3):
                a, b = reading.trimmed(tokens[at].end, end)
                if reading.has_verb(a, b) or who.kind == "name" and b - a > 15:
                    yield Found(a, b, "indirect", "headline_colon", who, who.start)
                return
    for at in range(last - 2, first + 2, -1):
        if (
            (tokens[at].text in DASHES or tokens[at].text == ":")
            and reading.quoted_at(tokens[at].start) is None
            and last - at <= 9
        ):
            who = _speaker_of(reading, at + 1, last)
            if who is None:
                continue
            a, b = reading.trimmed(start, tokens[at].start)
            quoted = doc.quoted_at(a) or doc.quoted_at(a + 1)
            quoted = quoted if quoted is not None and quoted.end >= b - 1 else None
            if quoted is not None:
                yield Found(*part(reading, *quoted.inner), "direct", "headline_dash", who, who.start)
            elif reading.has_verb(a, b):
                yield Found(a, b, "indirect", "headline_dash", who, who.start)
            return


def _speaker_of(reading: Reading, first: int, last: int) -> Speaker | None:
    """The speaker, if the tokens name one and nothing else."""
    who = (
        reading.finder.phrase_at(first, last, None)
        or reading.finder.left(None, first, last)
        or _acronym(reading, first, last)
    )
    if who is None or who.kind == "pronoun" or reading.is_outlet(who):
        return None
    tokens = reading.doc.tokens
    begin = tokens[first].start
    if who.kind == "role" and (who.number == "plur" and not tokens[first].is_capital):
        return None
    if who.start > begin and not who.role:
        return None
    rest = [t for t in reading.doc.span_tokens(who.end, tokens[last - 1].end) if t.is_word]
    return (
        who
        if not rest
        or rest[0].norm in ("в", "у", "на", "про", "під", "після")
        and not reading.has_verb(who.end, tokens[last - 1].end)
        else None
    )


RULES = (labelled, interview, dialogue, block, dash_alone, headline)
