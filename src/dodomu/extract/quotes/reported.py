"""Indirect speech: what is reported without marks, by a cue in the sentence or by a sentence that points back."""

from collections.abc import Iterator

from dodomu.extract.quotes.according import WHO, According, all_according, referred
from dodomu.extract.quotes.cues import Cue, nominal_nouns
from dodomu.extract.quotes.found import Found, attributed
from dodomu.extract.quotes.reading import DASHES, Reading
from dodomu.text.document import Sentence
from dodomu.text.morphology import finite, forms, infinitive

_THAT = frozenset(("що", "щоб", "аби", "мовляв", "буцім", "буцімто", "ніби", "нібито", "начебто"))
_SO_THAT = frozenset(("щоб", "аби"))
_JOINS = frozenset(("і", "й", "та", "а", "але", "проте", "однак", "також", "водночас"))
_BACKWARD = frozenset(("це", "що"))


def _emit(reading: Reading, start: int, end: int, make) -> Iterator[Found]:
    """A trimmed span of content without a label at its head, if words are left in it."""
    a, b = reading.trimmed(reading.after_label(start), end)
    if a < b and sum(t.is_word for t in reading.doc.span_tokens(a, b)) >= 1:
        yield make(a, b)


def _content_end(reading: Reading, sentence: Sentence, at: int, own: Cue) -> int:
    """Offset where the content that begins at a token ends: with the sentence, before direct speech after a colon,
    before the next report of the same rank, before an attribution after a dash."""
    tokens = reading.doc.tokens
    for i in range(at, sentence.last):
        token = tokens[i]
        quoted = reading.quoted_at(token.start)
        if quoted is not None and token.start > quoted.start:
            continue
        if (
            token.text == ":"
            and i + 1 < sentence.last
            and tokens[i + 1].text in '«"“„'
            and (q := reading.quoted_at(tokens[i + 1].start))
            and q.end >= sentence.end - 3
        ):
            return token.start
        if token.text in DASHES and i + 1 < sentence.last and tokens[i - 1].text == ",":
            cue = next((c for c in reading.cues(sentence) if i < c.first <= i + 2), None)
            if cue is not None and "say" in cue.entry.frames:
                return tokens[i - 1].start
    for cue in reading.cues(sentence):
        if (
            cue.first <= at
            or not reading.outside(cue)
            or cue.gerund
            or not cue.entry.frames & {"say", "predicate", "phrase", "infinitive"}
        ):
            continue
        governs = "infinitive" in cue.entry.frames and _infinitive_after(reading, cue, sentence) is not None
        if not governs and not any(tokens[i].norm in _THAT for i in range(cue.last, min(cue.last + 8, sentence.last))):
            continue
        begin = cue.first
        while (
            begin > at
            and tokens[begin - 1].text not in ",;"
            and tokens[begin - 1].norm not in ("і", "й", "та")
            and cue.first - begin < 8
        ):
            begin -= 1
        joined = tokens[begin].norm in _JOINS or tokens[begin - 1].norm in _JOINS
        if joined and begin > at + 1:
            while tokens[begin - 1].norm in _JOINS or tokens[begin - 1].text == ",":
                begin -= 1
            return tokens[begin].start
    return sentence.end


def that_clause(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Х заявив, що …; переконаний, що …; вимагає, щоб …"""
    tokens = reading.doc.tokens
    claimed = -1
    for cue in reading.cues(sentence):
        if (
            not reading.outside(cue)
            or tokens[cue.first].start < claimed
            or tokens[cue.first].start in reading.attributing
            or _of_whoever(reading, cue, sentence)
            or not cue.entry.frames & {"say", "that", "predicate", "phrase", "infinitive"}
        ):
            continue
        place = _that_after(reading, cue, sentence)
        if place is None:
            continue
        if _negated(reading, cue, sentence) and cue.entry.act("say") != "deny":
            continue
        if cue.entry.lemma in ("стати відомо", "повідомлятися"):
            who = reading.finder.place(cue, sentence.first, place)
            if who is None:
                continue
        elif cue.impersonal:
            who = (
                reading.message_speaker(cue.last, place)
                or reading.message_speaker(sentence.first, cue.first)
                or reading.finder.place(cue, sentence.first, place)
            )
        elif cue.gerund:
            who = reading.finder.left(None, sentence.first, cue.first) or reading.finder.right(
                None, sentence.first, cue.first
            )
        else:
            who = reading.finder.subject(
                cue, _clause_start(reading, cue, sentence), place, "left"
            ) or reading.finder.subject(cue, sentence.first, place, "left")
        if who is None and reading.outlet_in(sentence.first, place):
            continue
        if who is not None and reading.is_outlet(who):
            source = referred(reading, sentence.first, place)
            if source is None:
                continue
            who = source[0]
        if (
            who is None
            and not cue.impersonal
            and not cue.gerund
            and not _subject_left_out(reading, cue, sentence, place)
        ):
            continue
        start = tokens[place].end
        end = _content_end(reading, sentence, place + 1, cue)
        claimed = end
        silent = cue.impersonal and who is None
        frame = "infinitive" if tokens[place].norm in _SO_THAT and "infinitive" in cue.entry.frames else "say"
        yield from _emit(
            reading,
            start,
            end,
            lambda a, b, c=cue, w=who, s=silent, f=frame: attributed(
                a, b, "indirect", "that_clause", c, w, tokens, f, silent=s, follows=w is None and not s
            ),
        )


def _of_whoever(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    """A relative clause about nobody in particular: «люди, які вважають, що …»."""
    tokens = reading.doc.tokens
    comma = next((i for i in range(cue.first - 1, sentence.first, -1) if tokens[i].text in ",–—;("), None)
    if comma is None or cue.first - comma > 5 or not WHO.fullmatch(tokens[comma + 1].norm):
        return False
    named = reading.finder.inside.get(comma - 1)
    return named is None


def _subject_left_out(reading: Reading, cue: Cue, sentence: Sentence, place: int) -> bool:
    """Whether the cue has no subject at all («Додав, що …»), rather than one that is no speaker («свідчать навчання»)."""
    tokens = reading.doc.tokens
    for at in range(_clause_start(reading, cue, sentence), place):
        if cue.first <= at < cue.last or not tokens[at].is_word:
            continue
        if (
            any(f.pos == "NOUN" and f.case == "nomn" for f in forms(tokens[at].norm)[:3])
            and forms(tokens[at - 1].norm)[0].pos != "PREP"
        ):
            return False
    return True


def _clause_start(reading: Reading, cue: Cue, sentence: Sentence) -> int:
    """The clause of a cue that is joined to another: «…, але Пристайко впевнений, що»."""
    tokens = reading.doc.tokens
    at = cue.first
    while at > sentence.first and cue.first - at < 10:
        if tokens[at - 1].norm in _JOINS and at - 2 >= sentence.first and tokens[at - 2].text == ",":
            return at
        at -= 1
    return sentence.first


def _that_after(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    """Index of the «що» that opens the content: after a comma, with no other verb between."""
    tokens = reading.doc.tokens
    frames = cue.entry.frames
    for at in range(cue.last, min(cue.last + 30, sentence.last - 1)):
        token = tokens[at]
        if reading.quoted_at(token.start) is not None:
            continue
        if (
            token.norm in _THAT
            and at > cue.first
            and (tokens[at - 1].text in ",–—-" or tokens[at - 1].norm in ("те", "тим", "того", "тому", "і", "й", "та"))
        ):
            if tokens[at - 2].norm in ("умови", "умов", "так", "такий", "такі", "така", "настільки", "причини"):
                return None
            if token.norm in _SO_THAT:
                asks = "infinitive" in frames or cue.entry.act("say") in ("request", "order")
                if not asks or any(infinitive(tokens[i].norm) for i in range(cue.last, at) if tokens[i].is_word):
                    return None
            return at + 1 if tokens[at + 1].text == "," and tokens[at].norm == "мовляв" else at
        if token.text in ":;?!":
            return None
        if token.text == "," and cue.impersonal and tokens[at + 1].norm not in _THAT and at > cue.last:
            return None
        if at >= cue.last and token.is_word and reading.is_verb(at):
            return None
    return None


def _negated(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    return (
        cue.first > sentence.first
        and reading.doc.tokens[cue.first - 1].norm == "не"
        and cue.entry.lemma not in ("приховувати", "приховати", "виключити", "виключати", "заперечити", "заперечувати")
    )


def according(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """За словами Павленка, …; Більшість, за її спостереженнями, …; …, як зазначив Х."""
    tokens = reading.doc.tokens
    reports = [r for r in all_according(reading, sentence)]
    for number, report in enumerate(reports):
        if report.outlet:
            source = referred(reading, report.first, min(report.last + 12, sentence.last))
            if source is None:
                continue
            report = _with_speaker(report, source)
        if report.rule == "as_said" and any(
            tokens[i].norm == "це" and tokens[i - 1].norm == "про" for i in range(max(report.last, 1), sentence.last)
        ):
            continue
        opens_at = reading.doc.token_at(reading.after_label(sentence.start))
        opens = not any(
            t.is_word
            and t.norm not in _JOINS
            and t.norm not in ("також", "водночас", "крім", "того", "при", "цьому", "тим", "часом", "натомість")
            for t in tokens[opens_at : report.first]
        )
        following = next((r for r in reports[number + 1 :] if tokens[r.first - 1].text in ";"), None)
        limit = tokens[following.first].start if following else sentence.end
        if opens:
            at = report.last
            if at < sentence.last and tokens[at].text == ",":
                at += 1
            if at >= sentence.last:
                continue
            start, end = tokens[at].start, _colon_end(reading, sentence, at, limit)
        elif (relative := _relative_before(reading, report.first, sentence)) and report.last < sentence.last:
            # «1000 тіл, що, за твердженням сторони, належать …»: only what the relative clause goes on to say
            start = tokens[report.last].end if tokens[report.last].text == "," else tokens[report.last].start
            end = _colon_end(reading, sentence, report.last, limit)
        else:
            start = _semicolon_before(reading, sentence, report.first)
            if report.last >= sentence.last - 1 or tokens[report.last].text in ".!?…":
                end = tokens[report.first].start
            else:
                end = _colon_end(reading, sentence, report.last, limit)
        if not opens and reading.doc.quoted_between(tokens[report.last - 1].end, tokens[report.last - 1].end + 4):
            continue  # «…, як сама жартує, «цілу валізу ідей»»: only what is in marks is said
        yield from _emit(reading, start, end, lambda a, b, r=report: r.quote(a, b, "indirect", r.rule, tokens))


def _relative_before(reading: Reading, at: int, sentence: Sentence) -> bool:
    tokens = reading.doc.tokens
    if at - 3 < sentence.first or tokens[at - 1].text != "," or tokens[at - 3].text != ",":
        return False
    return tokens[at - 2].norm == "що" or bool(WHO.fullmatch(tokens[at - 2].norm))


def _with_speaker(report: According, source) -> According:
    from dataclasses import replace

    return replace(report, speaker=source[0], outlet=False)


def _semicolon_before(reading: Reading, sentence: Sentence, at: int) -> int:
    tokens = reading.doc.tokens
    for i in range(at - 1, sentence.first, -1):
        if tokens[i].text in ";:" and reading.quoted_at(tokens[i].start) is None:
            return tokens[i].end
    return sentence.start


def _colon_end(reading: Reading, sentence: Sentence, at: int, limit: int) -> int:
    """Before direct speech after a colon, before a semicolon with a report after it, else the limit."""
    tokens = reading.doc.tokens
    for i in range(at, sentence.last):
        if tokens[i].start >= limit:
            break
        if (
            tokens[i].text == ":"
            and i + 1 < sentence.last
            and tokens[i + 1].text in '«"“„'
            and reading.quoted_at(tokens[i].start) is None
        ):
            return tokens[i].start
    return limit


def infinitive_clause(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """доручив службам активізувати …, закликав Росію негайно повернути …"""
    tokens = reading.doc.tokens
    for cue in reading.cues(sentence):
        asks = "phrase" in cue.entry.frames and cue.entry.act("phrase") in ("request", "order", "promise")
        if (
            not asks
            and "infinitive" not in cue.entry.frames
            or not reading.outside(cue)
            or cue.gerund
            or _of_whoever(reading, cue, sentence)
        ):
            continue
        if _negated(reading, cue, sentence):
            continue
        verb = _infinitive_after(reading, cue, sentence)
        if verb is None:
            continue
        start = verb
        while start > cue.last and _adverb(tokens[start - 1].norm):
            start -= 1
            if tokens[start - 1].norm in ("й", "і", "та") and _adverb(tokens[start - 2].norm) and start - 2 >= cue.last:
                start -= 1
        start = _deadline_before(reading, cue.last, start)
        if cue.impersonal:
            who = None
        else:
            who = reading.finder.subject(cue, sentence.first, start, "left")
        if who is not None and reading.is_outlet(who):
            continue
        if who is None and not cue.impersonal and not _subject_left_out(reading, cue, sentence, start):
            continue
        if who is None and cue.grammar.number == "plur" and cue.grammar.tense == "pres" and cue.first > sentence.first:
            continue  # «вкладників обіцяють звільнити від комісії»: nobody in particular
        end = min(
            _content_end(reading, sentence, verb, cue),
            _next_deed(reading, cue, verb, sentence),
            _colon_after(reading, verb, sentence),
        )
        yield from _emit(
            reading,
            tokens[start].start,
            end,
            lambda a, b, c=cue, w=who: attributed(
                a, b, "indirect", "infinitive", c, w, tokens, "infinitive", follows=w is None, silent=c.impersonal
            ),
        )


def _colon_after(reading: Reading, at: int, sentence: Sentence) -> int:
    """A colon after the infinitive opens the reason, not more of the request."""
    tokens = reading.doc.tokens
    colons = (
        tokens[i].start
        for i in range(at, sentence.last)
        if tokens[i].text == ":" and reading.quoted_at(tokens[i].start) is None
    )
    return next(colons, sentence.end)


def nominal(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """оголосив голодування з вимогою звільнити всіх в'язнів"""
    tokens = reading.doc.tokens
    for at in range(sentence.first + 1, sentence.last - 1):
        held = nominal_nouns().get(tokens[at].norm)
        if (
            held is None
            or tokens[at - 1].norm not in ("з", "із", "зі")
            or not infinitive(tokens[at + 1].norm)
            and tokens[at + 1].norm != "не"
            and not _adverb(tokens[at + 1].norm)
        ):
            continue
        verb = next((i for i in range(at + 1, min(at + 4, sentence.last)) if infinitive(tokens[i].norm)), None)
        if verb is None or reading.quoted_at(tokens[at].start) is not None:
            continue
        who = reading.finder.left(None, sentence.first, at)
        place = tokens[at].start, tokens[at].end
        if who is None or any(c.first <= at < c.last for c in reading.cues(sentence)):
            continue
        end = min(_colon_after(reading, verb, sentence), sentence.end)
        yield from _emit(
            reading,
            tokens[at + 1].start,
            end,
            lambda a, b, w=who, p=place, h=held: Found(a, b, "indirect", "nominal", w, p[0], p, *h),
        )


def _next_deed(reading: Reading, cue: Cue, at: int, sentence: Sentence) -> int:
    """Where the subject of the cue does something else: «пообіцяв зібрати сесію й доручив юристам…»."""
    tokens = reading.doc.tokens
    verb = cue.grammar
    for i in range(at + 1, sentence.last - 1):
        if tokens[i].norm not in ("і", "й", "та", "а", "але") or reading.quoted_at(tokens[i].start) is not None:
            continue
        for j in range(i + 1, min(i + 4, sentence.last)):
            form = finite(tokens[j].norm) if tokens[j].is_word else None
            if (
                form is not None
                and verb is not None
                and form.tense == verb.tense
                and form.tense in ("past", "pres")
                and (form.gender, form.number) == (verb.gender, verb.number)
            ):
                return tokens[i - 1].start if tokens[i - 1].text == "," else tokens[i].start
            if not tokens[j].is_word or not _adverb(tokens[j].norm) and tokens[j].norm not in ("також", "водночас"):
                break
    return sentence.end


def _deadline_before(reading: Reading, first: int, at: int) -> int:
    """A term set before the infinitive belongs to the content: «доручив уряду до кінця місяця подати план»."""
    tokens = reading.doc.tokens
    for begin in range(at - 1, max(first, at - 6), -1):
        if (
            tokens[begin].norm in ("до", "упродовж", "протягом", "за", "з", "із", "від", "після")
            and begin > first
            and not any(t.text in ",:;" for t in tokens[begin:at])
        ):
            return begin if tokens[begin].norm in ("до", "упродовж", "протягом") else at
    return at


def _adverb(norm: str) -> bool:
    return norm == "не" or bool(forms(norm)) and forms(norm)[0].pos == "ADVB"


def _infinitive_after(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    tokens = reading.doc.tokens
    relative = False
    for at in range(cue.last, min(cue.last + 30, sentence.last)):
        token = tokens[at]
        if token.text in ':;«"“„':
            return None
        if token.text == ",":
            following = tokens[at + 1].norm if at + 1 < sentence.last else ""
            if following in ("що", "щоб", "аби"):
                return None
            relative = following.startswith(("як", "котр"))
            continue
        if not token.is_word:
            continue
        readings = forms(token.norm)
        if infinitive(token.norm) and readings[0].pos == "VERB":
            return at if not relative else None
        if readings and readings[0].pos == "VERB" and not relative:
            return None
    return None


def colon(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Власники готелів запевняють: цьогоріч до них їдуть…"""
    tokens = reading.doc.tokens
    for at in range(sentence.first + 1, sentence.last - 1):
        if tokens[at].text != ":" or reading.quoted_at(tokens[at].start) is not None:
            continue
        if tokens[at + 1].text in '«"“„':
            return
        cue = next(
            (
                c
                for c in reversed(reading.cues(sentence))
                if c.last <= at
                and reading.outside(c)
                and c.entry.frames & {"say", "predicate", "phrase"}
                and not _of_whoever(reading, c, sentence)
            ),
            None,
        )
        if cue is None:
            continue
        if any(tokens[i].norm in _THAT or tokens[i].text in ";" for i in range(cue.last, at)):
            return
        if any(reading.is_verb(i) for i in range(cue.last, at)) or at - cue.last > 14:
            return
        who = None
        if cue.impersonal:
            who = reading.message_speaker(cue.last, at)
            if who is None:
                return
        else:
            who = reading.finder.subject(cue, sentence.first, at, "left")
        if who is None and reading.outlet_in(sentence.first, at) or who is not None and reading.is_outlet(who):
            return
        if who is None and not _subject_left_out(reading, cue, sentence, at):
            return
        listed = cue.entry.act("say") in ("request", "order") or any(t.norm == "про" for t in tokens[cue.last : at])
        if (
            listed
            and not reading.has_verb(tokens[at].end, sentence.end)
            or sum(t.is_word for t in tokens[at : sentence.last]) < 2
        ):
            return
        yield from _emit(
            reading,
            tokens[at].end,
            sentence.end,
            lambda a, b, c=cue, w=who: attributed(a, b, "indirect", "colon_clause", c, w, tokens, follows=w is None),
        )
        return


def parenthesis(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Усі помилувані, стверджує Ейсмонт, скоїли…; …, пише Марія Попова у «Часописі»."""
    tokens = reading.doc.tokens
    for cue in reading.cues(sentence):
        if not reading.outside(cue) or "say" not in cue.entry.frames or cue.gerund or not cue.finite:
            continue
        left = cue.first
        while left > sentence.first and tokens[left - 1].text not in ",–—-;:" and cue.first - left < 10:
            left -= 1
        if left == sentence.first or left < 1 or tokens[left - 1].text not in ",–—-":
            continue
        if (
            tokens[left].norm
            in _JOINS
            | {
                "який",
                "яка",
                "яке",
                "які",
                "що",
                "як",
                "котрий",
                "котра",
                "де",
                "коли",
                "якщо",
                "бо",
                "щоб",
                "аби",
                "хоча",
            }
            or tokens[left].text == ","
        ):
            continue
        right = _parenthesis_end(reading, cue, sentence)
        if right is None:
            continue
        dashed = tokens[left - 1].text in DASHES
        who = reading.finder.subject(cue, left, right, "right")
        if who is None and cue.impersonal:
            who = reading.message_speaker(left, right)
        outlet = who is not None and reading.is_outlet(who) or who is None and reading.outlet_in(left, right)
        cue_place = None
        who = who or (reading.finder.bare_noun(cue.last, right, cue) if not outlet else None)
        if outlet or who is None:
            source = referred(reading, left, right)
            if source is None:
                continue
            who, cue_place = source
        if any(reading.is_verb(i) for i in range(left, right) if not cue.first <= i < cue.last):
            continue
        # «говорили про мир», «за допомогою яких сторони заявили»: no parenthesis
        if (
            cue.last < sentence.last
            and tokens[cue.last].norm == "про"
            or any(WHO.fullmatch(tokens[i].norm) for i in range(left, cue.first))
        ):
            continue
        start = _semicolon_before(reading, sentence, left)
        first = reading.doc.token_at(start)
        opens = [t.norm for t in tokens[first : first + 2]]
        if (
            opens[0] == "як"
            or opens == ["про", "це"]
            or any(tokens[i].norm == "про" and tokens[i + 1].norm in _BACKWARD for i in range(left, right - 1))
        ):
            continue
        if not reading.has_verb(start, tokens[left - 1].start) and (
            right >= sentence.last - 1 or not reading.has_verb(tokens[right].start, sentence.end)
        ):
            continue
        if left - first < 4 and right >= sentence.last - 1:
            continue
        at_end = (
            right >= sentence.last
            or all(not t.is_word for t in tokens[right : sentence.last])
            or _carried(reading, right, sentence)
        )
        end = tokens[left - 1].start if at_end else sentence.end
        if at_end and dashed and tokens[left - 2].text == ",":
            end = tokens[left - 2].start
        for found in _emit(
            reading,
            start,
            end,
            lambda a, b, c=cue, w=who: attributed(a, b, "indirect", "parenthesis", c, w, tokens, "manner"),
        ):
            if cue_place:
                found.cue, found.cue_lemma = cue_place, "посилання"
            yield found


def _carried(reading: Reading, at: int, sentence: Sentence) -> bool:
    """Whether nothing but an outlet follows: «…, повідомив у четвер штаб, передає УНН»."""
    cue = next((c for c in reading.cues(sentence) if at < c.first <= at + 3), None)
    return (
        cue is not None
        and reading.outlet_in(cue.last, sentence.last) is not None
        and _parenthesis_end(reading, cue, sentence) in (sentence.last, sentence.last - 1)
    )


def _parenthesis_end(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    """Index of the token that closes the parenthesis, or None if the cue governs a clause."""
    tokens = reading.doc.tokens
    at = cue.last
    while at < sentence.last:
        token = tokens[at]
        if token.text in '«"“„':
            quoted = reading.quoted_at(token.start)
            if quoted is None or quoted.end > sentence.end:
                return None
            at = reading.doc.token_at(quoted.end - 1) + 1
            continue
        if token.text in ",":
            if at + 1 < sentence.last and tokens[at + 1].norm in _THAT:
                return None
            if reading.finder._apposition(at + 1, sentence.last) and not any(
                reading.is_verb(i) for i in range(at + 1, min(at + 12, sentence.last))
            ):
                following = next((i for i in range(at + 1, sentence.last) if tokens[i].text in ",;"), sentence.last)
                if not any(reading.is_verb(i) for i in range(at + 1, following)):
                    at = following
                    continue
            return at
        if token.text in ":":
            return None
        if token.text in "–—-;.!?…":
            return at
        at += 1
    return at


def pointing_back(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Про це повідомив Х: the sentences before it in its paragraph, or the paragraph before."""
    doc, tokens = reading.doc, reading.doc.tokens
    for at in range(sentence.first, sentence.last - 1):
        pointer = (
            tokens[at].norm == "про"
            and tokens[at + 1].norm in _BACKWARD
            and (
                at - sentence.first <= 2
                and tokens[at - 1].norm not in ("хоча", "бо", "адже", "щоб")
                or tokens[at - 1].text == ","
                or at > sentence.first
                and reading.is_verb(at - 1)
            )
            or at == sentence.first
            and _points(reading, sentence)
        )
        if not pointer or reading.quoted_at(tokens[at].start) is not None:
            continue
        relative = tokens[at].norm == "про" and (
            tokens[at + 1].norm == "що"
            or at > sentence.first
            and tokens[at - 1].text == ","
            and not _as_carrier(reading, sentence, at)
        )
        if relative and (at == sentence.first or tokens[at - 1].text != ","):
            continue
        cue = next(
            (
                c
                for c in reading.cues(sentence)
                if (c.first > at or not relative)
                and c.entry.frames & {"say", "manner", "phrase"}
                and c.entry.act("say") in ("state", "promise", "deny")
                and reading.outside(c)
                and not _inside_as(reading, c, sentence)
            ),
            None,
        )
        if cue is None or _that_after(reading, cue, sentence) is not None or _negated(reading, cue, sentence):
            return
        who = None
        place = None
        source = referred(reading, sentence.first, sentence.last)
        if cue.impersonal:
            who = reading.message_speaker(at, sentence.last) or reading.finder.place(cue, at, sentence.last)
        else:
            who = reading.finder.subject(cue, at if relative else sentence.first, sentence.last, "right")
        if source is not None and (
            who is None
            or who.start >= source[0].start
            or reading.is_outlet(who)
            or "«" in doc.text[who.start - 1 : who.start]
        ) or (
            source is not None
            and who is not None
            and who.kind == "name"
            and who.mention.kind == "body"
            and reading.is_outlet(who)
        ):
            who, place = source
        if source is not None and place is None and reading.outlet_in(sentence.first, sentence.last):
            who, place = source
        if source is not None and place is None and who is None:
            who, place = source
        if who is None or reading.is_outlet(who):
            return
        span = (sentence.start, tokens[at - 1].start) if relative else _pointed_at(reading, sentence)
        if span is None:
            return
        carrier = reading.outlet_in(sentence.first, sentence.last)
        for found in _emit(
            reading,
            *span,
            lambda a, b, c=cue, w=who: attributed(a, b, "indirect", "pointing_back", c, w, tokens, carrier=carrier),
        ):
            if place is not None:
                found.cue, found.cue_lemma = place, "посилання"
            yield found
        return


_POINTED = frozenset(["інформація", "інформацію", "дані", "думку", "думка", "заяву", "заява", "новину", "рішення", "слова", "словами"])


def _points(reading: Reading, sentence: Sentence) -> bool:
    """«Так сказав …», «Таку думку висловив …», «Відповідні дані оприлюднив …», «Інформацію підтвердили в …»."""
    heads = [t.norm for t in reading.doc.tokens[sentence.first : sentence.first + 4]]
    if heads[:1] == ["так"]:
        return any(c.first <= sentence.first + 2 for c in reading.cues(sentence))
    if heads[:1] in (["інформацію"], ["цю"], ["таку"], ["такі"], ["відповідні"], ["відповідну"], ["такими"], ["ці"]):
        return any(h in _POINTED for h in heads) and any(c.first <= sentence.first + 5 for c in reading.cues(sentence))
    return False


def _as_carrier(reading: Reading, sentence: Sentence, at: int) -> bool:
    """Whether the sentence opens with «Як інформує «Главком»,»: then «про це» points back all the same."""
    return reading.doc.tokens[sentence.first].norm in ("як", "за", "згідно") or not reading.has_verb(
        sentence.start, reading.doc.tokens[at - 1].start
    )


def _inside_as(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    """The cue of «Як інформує «Главком», про це повідомив…» belongs to the carrier."""
    tokens = reading.doc.tokens
    for at in range(max(sentence.first, cue.first - 4), cue.first):
        if tokens[at].norm == "як":
            return True
    return False


def _pointed_at(reading: Reading, sentence: Sentence) -> tuple[int, int] | None:
    doc = reading.doc
    before = [s for s in doc.sentences_of(sentence.paragraph) if s.index < sentence.index]
    if before:
        start = before[0].start
        for s in before:
            # What another attribution already covers is not meant.
            if (
                any(reading.outside(c) and c.entry.frames & {"say"} and not c.gerund for c in reading.cues(s))
                and s is not before[-1]
            ):
                start = doc.sentences[s.index + 1].start
        return start, before[-1].end
    paragraph = sentence.paragraph - 1
    if paragraph < 0:
        return None
    start, end = doc.paragraphs[paragraph]
    return (start, end) if end - start < 2500 else None


def particle(reading: Reading, sentence: Sentence) -> Iterator[Found]:
    """Чиновник відмахнувся: мовляв, гроші вже витрачено."""
    tokens = reading.doc.tokens
    for cue in reading.cues(sentence):
        if (
            "particle" not in cue.entry.frames
            or cue.entry.lemma != "мовляв"
            or not reading.outside(cue)
            or cue.first == sentence.first
        ):
            continue
        if tokens[cue.first - 1].text not in ",:–—-":
            continue
        at = cue.last + 1 if cue.last < sentence.last and tokens[cue.last].text == "," else cue.last
        opened = next((i for i in range(cue.first - 1, sentence.first, -1) if tokens[i].text == ":"), None)
        at = opened + 1 if opened is not None and cue.first > opened + 1 else at
        who = reading.finder.left(None, sentence.first, opened if opened is not None else cue.first)
        if at < sentence.last and (opened is not None or reading.has_verb(tokens[at].start, sentence.end)):
            yield from _emit(
                reading,
                tokens[at].start,
                sentence.end,
                lambda a, b, c=cue, w=who: attributed(a, b, "indirect", "particle", c, w, tokens, follows=w is None),
            )


PER_SENTENCE = (that_clause, according, infinitive_clause, nominal, colon, parenthesis, pointing_back, particle)
__all__ = ["PER_SENTENCE"]
