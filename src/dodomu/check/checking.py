"""A draft is read as an article is read, and each of its quotes and figures is held to what is known."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from dodomu.charts.dates import date_text
from dodomu.check.alignment import Aligned
from dodomu.check.case import Case, Outcome
from dodomu.check.compare import Figure
from dodomu.check.drafted import by_words, figures_of
from dodomu.check.facts import Fact, facts_of
from dodomu.check.figures import judge
from dodomu.check.finding import Change, Checked, Finding, Source
from dodomu.check.quotes import Match, Said, case_of, judge_quote
from dodomu.check.sayings import Sayings
from dodomu.check.snippets import Snippets
from dodomu.check.speakers import Speakers
from dodomu.check.sums import sums_of
from dodomu.check.unread import Unread, unread_of
from dodomu.check.wording import data_value, draft_value, told, why, words
from dodomu.dataset import Dataset
from dodomu.extract import extract
from dodomu.models import Article, Extraction, Quote

_STANDS_ON = {"status": "type"}
"""A column that has no words of its own, and the one whose words say it."""


class Checker:
    """Holds drafts to a dataset; what it needs of the dataset is made once.

    Parameters
    ----------
    ds
        The dataset.
    """

    def __init__(self, ds: Dataset):
        self._ds = ds
        self._snippets = Snippets(ds)

    def check(self, draft: Article) -> Checked:
        """Judge every quote and every figure of a draft."""
        read = extract(draft)
        findings = [*self._figures(read), *self._quotes(read)]
        findings.sort(key=lambda one: (one.start, -one.end, one.about))
        return Checked(source=draft.source, text=draft.text, data=_named(self._ds), findings=findings)

    @cached_property
    def _facts(self) -> list[Fact]:
        return facts_of(self._ds)

    @cached_property
    def _sums(self) -> list:
        return sums_of(self._facts)

    @cached_property
    def _sayings(self) -> Sayings:
        return Sayings(self._ds)

    @cached_property
    def _speakers(self) -> Speakers:
        return Speakers(self._ds)

    def _figures(self, read: Extraction) -> Iterator[Finding]:
        """Judge each number twice: the second time it is known what else of the draft agrees."""
        figures = figures_of(read)
        beside: dict[int, list[Figure]] = {}
        for one in figures:
            if one.number and one.number.exact is not None:
                beside.setdefault(one.number.exact, []).append(one)
        agreeing: dict[str, list[Figure]] = {}
        groups = [
            [Case(one, self._facts, self._sums, beside, agreeing) for one in group] for group in by_words(figures)
        ]
        for case, outcome, _ in list(map(_judged, groups)):
            for happening in {fact.happening for fact in outcome.facts if outcome.verdict == "agrees"}:
                agreeing.setdefault(happening, []).append(case.figure)
        for group in groups:
            case, outcome, rule = _judged(group)
            if case.figure.number is None and outcome.verdict == "not_known" and not case.figure.is_settled:
                continue  # nobody can know of a day to come
            yield self._of_figure(read, case.figure, outcome, rule)
        for one in unread_of(read, figures):
            yield self._of_unread(read, one)

    def _of_figure(self, read: Extraction, figure: Figure, outcome: Outcome, rule: str) -> Finding:
        about = "count" if figure.number else "date"
        field = outcome.field or about
        start, end = figure.spans.get(_STANDS_ON.get(field, field)) or figure.spans[about]
        return Finding(
            start=start,
            end=end,
            exact=read.article.text[start:end],
            about=about,
            verdict=outcome.verdict,
            field=outcome.field,
            draft_value=draft_value(figure, field, "uk"),
            data_value=data_value(outcome.facts[0], field, "uk") if outcome.facts else None,
            rule=rule,
            why_uk=why(figure, outcome, "uk"),
            why_en=why(figure, outcome, "en"),
            sources=[self._source(fact) for fact in outcome.facts],
        )

    def _of_unread(self, read: Extraction, one: Unread) -> Finding:
        alike = one.like(self._facts)
        key = "unread_alike" if alike else "unread"
        start, end = one.span
        return Finding(
            start=start,
            end=end,
            exact=read.article.text[start:end],
            about="count",
            verdict="not_known",
            draft_value=str(one.number),
            rule="unread",
            why_uk=words("uk")["why"][key].format(all="; ".join(told(fact, "uk") for fact in alike)),
            why_en=words("en")["why"][key].format(all="; ".join(told(fact, "en") for fact in alike)),
            sources=[self._source(fact) for fact in alike],
        )

    def _source(self, fact: Fact) -> Source:
        given: dict[str, Any] = {"record_id": fact.record_id, "table": fact.table}
        given |= {"what_uk": told(fact, "uk"), "what_en": told(fact, "en")}
        if fact.table == "known_releases":
            return Source(**given, addresses=fact.row["source_url"] or [])
        return Source(**given, **self._snippets.of_event(fact.row))

    def _quotes(self, read: Extraction) -> Iterator[Finding]:
        for quote in read.quotes:
            said, rule = judge_quote(case_of(quote, self._sayings, self._speakers))
            yield self._of_quote(quote, said, rule)

    def _of_quote(self, quote: Quote, said: Said, rule: str) -> Finding:
        match = said.match
        values = {lang: _values(quote, said, lang) for lang in ("uk", "en")}
        changes = _changes(quote.text, match) if match and said.why not in ("reported", "no_such_report") else []
        return Finding(
            start=quote.start,
            end=quote.end,
            exact=quote.text,
            about="quote",
            verdict=said.verdict,
            field=said.field,
            draft_value=values["uk"].get("draft") or None,
            data_value=values["uk"].get("known") or None,
            rule=rule,
            why_uk=_why(said, values["uk"], bool(changes), "uk"),
            why_en=_why(said, values["en"], bool(changes), "en"),
            sources=[self._of_saying(match)] if match and said.why != "no_such_report" else [],
            changes=changes,
            shown=said.why == "shortened_marked",
        )

    def _of_saying(self, match: Match) -> Source:
        row = match.saying.row
        what = {f"what_{lang}": _who(row, lang) for lang in ("uk", "en")}
        return Source(record_id=row["quote_id"], table="quotes", **what, **self._snippets.of_quote(match))


def check(draft: Article, ds: Dataset) -> Checked:
    """Judge every quote and every figure of a draft against a dataset and the releases known to it.

    Examples
    --------
    >>> from dodomu.tables import frames
    >>> draft = Article(article_id="draft", source="draft.txt", text="Додому повернулася 31 людина.")
    >>> [(one.exact, one.verdict) for one in check(draft, Dataset(frames(None))).findings]
    [('31', 'not_known')]
    """
    return Checker(ds).check(draft)


def _judged(group: list[Case]) -> tuple[Case, Outcome, str]:
    """Judge a number by the mention it stands nearest to, by another only where nothing is known of that."""
    judged = [(case, *judge(case)) for case in group]
    return next((one for one in judged if one[1].verdict != "not_known"), judged[0])


def _values(quote: Quote, said: Said, lang: str) -> Mapping[str, str]:
    row = said.match.saying.row if said.match else {}
    given = {"speaker": row.get("speaker") or words(lang)["nothing_there"], "draft": quote.speaker or ""}
    if said.field == "date":
        given |= {"draft": date_text(quote.date, lang), "known": date_text(row["date"], lang)}
    elif said.field == "kind":
        from dodomu.charts.labels import words as labels

        given |= {"draft": labels(lang)["kind"][quote.kind], "known": labels(lang)["kind"][row["kind"]]}
    elif said.field == "speaker":
        given["known"] = row.get("speaker") or ""
    else:
        given["draft"] = ""
    return given


def _why(said: Said, values: Mapping[str, str], changed: bool, lang: str) -> str:
    say = words(lang)
    text = say["why"][said.why].format_map(values)
    return f"{text} {say['and_changed']}" if changed and said.verdict in ("wrong_speaker", "wrong_date") else text


def _who(row: Mapping[str, Any], lang: str) -> str:
    text = row["text"] if len(row["text"]) <= 160 else f"{row['text'][:160]}…"
    return words(lang)["said_by"].format(who=row["speaker"] or "?", text=" ".join(text.split()))


def _changes(text: str, match: Match) -> list[Change]:
    one: Aligned = match.aligned
    every = sorted((*one.changed, *one.cut), key=lambda change: (change.draft, change.source))
    return [
        Change(draft=_piece(text, one.draft, change.draft), source=_piece(match.saying.text, one.source, change.source))
        for change in every
    ]


def _piece(text: str, of: Any, span: tuple[int, int]) -> str:
    first, last = span
    return text[of[first].start : of[last - 1].end] if first < last else ""


def _named(ds: Dataset) -> str:
    return f"dodomu {ds.version}" if ds.version else f"dodomu, SHA-256 {ds.content_hash[:12]}"
