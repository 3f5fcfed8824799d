"""From what the rules found to records: ids, evidence for every cell that stands on words, a reason for every null."""

from collections import Counter

from dodomu.extract.quotes.dating import said_on
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identifying import identify
from dodomu.extract.quotes.identity import Identity
from dodomu.extract.quotes.occasion import occasion_at
from dodomu.extract.quotes.outlets import outlet_in
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.speakers.roles import plain_role
from dodomu.models import Article, Evidence, Gap, Quote, record_id
from dodomu.text.document import Sentence

_PLACES = 20
"""So many marks without a partner are named at most."""


class Recorder:
    """Collects the records of one article."""

    def __init__(self, article: Article, reading: Reading):
        self.article, self.reading = article, reading
        self.quotes: list[Quote] = []
        self.evidence: list[Evidence] = []
        self.gaps: list[Gap] = []
        self._in_sentence: Counter[str] = Counter()

    def add(self, found: Found, identity: Identity) -> None:
        """Record one quotation with its speaker."""
        text = self.reading.doc.text
        sentence = self.reading.doc.sentence_at(found.start)
        words = " ".join(text[sentence.start : sentence.end].split())  # as the key is made: white space does not count
        key = record_id("quotes", self.article.article_id, words, self._in_sentence[words])
        self._in_sentence[words] += 1
        home = self.reading.doc.sentence_at(found.anchor)
        carrier = found.carrier or self._carrier(found, home)
        occasion = occasion_at(self.reading, home, (found.start, found.end))
        said = said_on(self.reading, found, self.article.published)
        who = found.speaker
        named = who is not None and who.kind != "there"
        self.quotes.append(
            Quote(
                quote_id=key,
                article_id=self.article.article_id,
                kind=found.kind,
                text=text[found.start : found.end],
                start=found.start,
                end=found.end,
                speaker=identity.name,
                speaker_text=text[who.start : who.end] if named else None,
                speaker_role=plain_role(identity.role) if identity.role and identity.actor else identity.role,
                cue=text[found.cue[0] : found.cue[1]] if found.cue else None,
                cue_lemma=found.cue_lemma,
                act=self._act(found),
                carrier=carrier,
                occasion=occasion.name if occasion else None,
                date=said.past if said else None,
                date_basis=said.basis if said else "none",
                rule=found.rule,
                note=identity.note,
            )
        )
        self._stands_on(key, "text", found.start, found.end, found.rule)
        if who is not None:
            self._stands_on(key, "speaker", who.start, who.end, identity.rule)
        if identity.actor is not None and identity.name:
            full = next((m for m in identity.actor.mentions if m.end - m.start >= len(identity.name) - 3), None)
            if full is not None and (who is None or full.start != who.start):
                self._stands_on(key, "speaker", full.start, full.end, identity.rule)
        if found.cue:
            self._stands_on(key, "cue", *found.cue, found.rule)
        if carrier and (at := text.find(carrier, home.start, home.end)) >= 0:
            self._stands_on(key, "carrier", at, at + len(carrier), "outlet")
        if occasion:
            self._stands_on(key, "occasion", occasion.start, occasion.end, "occasion")
        if identity.name is None:
            self.gaps.append(Gap(record_id=key, field="speaker", reason=identity.reason or "nobody is named"))
        if said:
            tokens = self.reading.doc.tokens
            self._stands_on(key, "date", tokens[said.first].start, tokens[said.last - 1].end, said.rule)
        else:
            self.gaps.append(Gap(record_id=key, field="date", reason="not said"))

    def unpaired(self) -> None:
        """Say which marks have no partner: what they might enclose is not read as a quote."""
        marks = self.reading.doc.marks.unbalanced
        if marks:
            places = ", ".join(map(str, marks[:_PLACES])) + (", …" if len(marks) > _PLACES else "")
            reason = f"quotation marks without a partner at {places}: what they might enclose is not read as a quote"
            self.gaps.append(Gap(record_id=self.article.article_id, field="text", reason=reason))

    def _carrier(self, found: Found, home: Sentence) -> str | None:
        doc = self.reading.doc
        first, last = home.first, home.last
        outside = [at for at in range(first, last) if not found.start <= doc.tokens[at].start < found.end]
        if not outside:
            return None
        carrier = outlet_in(doc, outside[0], outside[-1] + 1)
        if carrier and found.start <= doc.text.find(carrier, home.start, home.end) < found.end:
            return None
        return carrier

    def _act(self, found: Found) -> str:
        """«не заперечив», «не виключив» deny nothing."""
        if found.act == "deny" and found.cue:
            at = self.reading.doc.token_at(found.cue[0])
            if at and self.reading.doc.tokens[at - 1].norm == "не":
                return "state"
        return found.act or "state"

    def _stands_on(self, key: str, field: str, start: int, end: int, rule: str) -> None:
        exact = self.reading.doc.text[start:end]
        self.evidence.append(
            Evidence(
                record_id=key,
                field=field,
                article_id=self.article.article_id,
                start=start,
                end=end,
                exact=exact,
                rule=rule,
            )
        )


def record(article: Article, reading: Reading, found: list[Found]) -> Recorder:
    """Identify the speakers in the order in which they speak, and record every quotation in the order of its place."""
    # An article that may be of two days does not tell who held an office.
    on = article.published_earliest if article.published_earliest == article.published_latest else None
    recorder = Recorder(article, reading)
    recorder.unpaired()
    for one, identity in zip(found, identify(reading, found, on), strict=True):
        recorder.add(one, identity)
    return recorder
