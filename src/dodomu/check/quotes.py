"""What becomes of a quote of the draft: small rules in an ordered list, of which the first that fires judges."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from dodomu.check.alignment import Aligned, Change, Word, align, is_turning, words_of
from dodomu.check.finding import Verdict
from dodomu.check.sayings import LONGEST, Saying, Sayings
from dodomu.check.speakers import Speakers
from dodomu.models import Quote
from dodomu.resolve.rules import decide

_RECOGNISED = 0.6
"""So many of a quote's words must be a source's to tell that it is meant."""

_PARAPHRASE = 0.7

_SIMILAR = 0.5
"""So many of its longer words, and the same speaker: it may be that quote, but nobody can be sure."""

_TELLING = 5
"""So many words in a row, and a report is told after the source."""

_FEW = 3
"""Fewer words than that are anybody's."""

_CUT = 3
"""A source of which the draft leaves out so many times what it keeps is hardly meant."""


@dataclass(frozen=True, eq=False)
class Match:
    """A quote of the dataset that the draft's may be, laid beside it; `speaker`: whether the draft names the one."""

    saying: Saying
    aligned: Aligned
    speaker: bool | None

    @property
    def is_verbatim(self) -> bool:
        return not self.aligned.changed and not self.aligned.cut

    @property
    def rank(self) -> tuple:
        """What is best comes first."""
        one = self.aligned
        off = sum(max(change.draft[1] - change.draft[0], _source(change)) for change in (*one.changed, *one.cut))
        return not self.is_verbatim, self.speaker is False, not self.saying.is_direct, off, -one.share


class Said(NamedTuple):
    """A verdict, the sentence that says why, and the match it rests on."""

    verdict: Verdict
    why: str
    match: Match | None = None
    field: str | None = None


@dataclass(frozen=True)
class QuoteCase:
    """A quote of the draft with its matches in the dataset, and with what the same speaker said like it; best first."""

    quote: Quote
    words: Sequence[Word]
    matches: Sequence[Match]
    similar: Sequence[Match] = ()

    @cached_property
    def best(self) -> Match | None:
        return self.matches[0] if self.matches else None

    @property
    def is_direct(self) -> bool:
        return self.quote.kind != "indirect"


def case_of(quote: Quote, sayings: Sayings, speakers: Speakers) -> QuoteCase:
    """Find what a quote of the draft may be."""
    words = words_of(quote.text, bracketed=False)[:LONGEST]
    found = []
    for saying in sayings.like(words):
        aligned = align(words, saying.words, part=quote.kind != "direct")
        found.append(Match(saying, aligned, speakers.is_one(quote.speaker, saying.row)))
    found.sort(key=lambda match: match.rank)
    meant = [match for match in found if _is_meant(match, quote.kind != "indirect")]
    like = [match for match in found if match.speaker and match.saying.is_direct]
    return QuoteCase(quote, words, meant, [match for match in like if match.aligned.content >= _SIMILAR])


def _is_meant(match: Match, direct: bool) -> bool:
    one = match.aligned
    left_out = sum(map(_source, one.cut))
    if len(one.draft) <= _FEW:
        own = match.speaker and not one.changed and left_out < one.same
        return bool(own) or (match.is_verbatim and (len(one.draft) == _FEW or match.speaker is not False))
    if not direct:
        return one.longest >= _TELLING and min(one.share, one.content) >= _PARAPHRASE
    inside = sum(_source(cut) for cut in one.cut if 0 < cut.draft[0] < len(one.draft))
    return min(one.share, one.content) >= _RECOGNISED and one.same >= _FEW and inside <= _CUT * one.same


def _source(change: Change) -> int:
    return change.source[1] - change.source[0]


def somebody_else(case: QuoteCase) -> Said | None:
    """The words, or most of them, are those of somebody else."""
    return Said("wrong_speaker", "wrong_speaker", case.best, "speaker") if case.best.speaker is False else None


def of_other_numbers(case: QuoteCase) -> Said | None:
    """A report like it, but with other numbers, may be of something else; the numbers are judged by themselves."""
    if case.is_direct:
        return None
    return Said("not_known", "no_such_report") if any(norm[0].isdigit() for norm in _put_in(case)) else None


def reported_otherwise(case: QuoteCase) -> Said | None:
    """A report has, or lacks, a word without which it says something else."""
    turns = case.best.aligned.turned or any(map(is_turning, _put_in(case)))
    return Said("differs", "reported_otherwise", case.best, "text") if turns and not case.is_direct else None


def _put_in(case: QuoteCase) -> list[str]:
    one = case.best.aligned
    return [word.norm for change in one.changed for word in one.draft[slice(*change.draft)]]


def reported(case: QuoteCase) -> Said | None:
    """A report in the draft's own words has what the source says."""
    return None if case.is_direct else Said("agrees", "reported", case.best)


def marks_around_a_report(case: QuoteCase) -> Said | None:
    """The draft puts marks around words that the source gives as a report, not as said letter for letter."""
    literal = any(match.saying.is_direct for match in case.matches)
    return None if literal else Said("differs", "marks_around_a_report", case.best, "kind")


def changed(case: QuoteCase) -> Said | None:
    """The draft has words that the source does not have there."""
    return Said("misquoted", "misquoted", case.best) if case.best.aligned.changed else None


def turned(case: QuoteCase) -> Said | None:
    """The draft leaves out a word without which it says something else."""
    return Said("misquoted", "turned", case.best) if case.best.aligned.turned else None


def shortened(case: QuoteCase) -> Said | None:
    """The draft leaves words out."""
    if not case.best.aligned.cut:
        return None
    return Said("shortened", "shortened_marked" if case.best.aligned.marked else "shortened", case.best)


def on_another_day(case: QuoteCase) -> Said | None:
    """It was said on another day than the draft says."""
    row, quote = case.best.saying.row, case.quote
    bounds = (row["date_earliest"], row["date_latest"], quote.date_earliest, quote.date_latest)
    if None in bounds:
        return None
    apart = quote.date_latest < row["date_earliest"] or row["date_latest"] < quote.date_earliest
    return Said("wrong_date", "said_another_day", case.best, "date") if apart else None


def verbatim(case: QuoteCase) -> Said | None:
    """Word for word, and the draft names the speaker or nobody."""
    return Said("agrees", "verbatim" if case.best.speaker else "verbatim_speaker_unsure", case.best)


def similar(case: QuoteCase) -> Said | None:
    """The same speaker said something like it."""
    return Said("not_known", "similar_quote", case.similar[0]) if case.is_direct and case.similar else None


def not_here(case: QuoteCase) -> Said:
    """No article here has such words."""
    return Said("not_known", "no_such_quote" if case.is_direct else "no_such_report")


_OF_A_MATCH = (
    of_other_numbers,
    somebody_else,
    reported_otherwise,
    on_another_day,
    reported,
    marks_around_a_report,
    changed,
    turned,
    shortened,
    verbatim,
)


def judge_quote(case: QuoteCase) -> tuple[Said, str]:
    """Judge a quote, and name the rule that did."""
    rules = _OF_A_MATCH if case.best else (similar, not_here)
    decided = decide(rules, case)
    return decided.value, decided.rule
