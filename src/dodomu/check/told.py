"""What a check found, for a terminal: no words of a draft or an article can move its cursor or break its lines."""

from collections.abc import Iterator

from dodomu.charts.dates import date_text
from dodomu.check.finding import Checked, Finding, Source
from dodomu.check.wording import words
from dodomu.errors import one_line

_SHOWN = 90
_SNIPPET = 240


def told(checked: Checked, lang: str = "uk") -> str:
    """Say what was found: first what is amiss, then what is confirmed, then what is not known."""
    say = words(lang)
    if not checked.findings:
        return f"{one_line(checked.source)}: {say['nothing_found']}"
    lines = [f"{one_line(checked.source)}: {summary(checked, lang)}", say["held_to"].format(data=checked.data)]
    for nth, one in sorted(enumerate(checked.findings, 1), key=lambda pair: (_order(pair[1]), pair[0])):
        lines += ["", *_finding(checked, nth, one, lang)]
    return "\n".join([*lines, "", say["honest"]])


def summary(checked: Checked, lang: str) -> str:
    """Count the findings."""
    verdicts = [one.verdict for one in checked.findings]
    return words(lang)["summary"].format(
        n=len(verdicts),
        amiss=len(checked.amiss),
        agrees=verdicts.count("agrees") + sum(one.shown for one in checked.findings),
        unknown=verdicts.count("not_known"),
    )


def origin(source: Source, lang: str) -> str:
    """Say where a record comes from: who published it and when, else the file; or that it is of the reference."""
    if source.table == "known_releases":
        return words(lang)["reference"]
    day = date_text(source.published, lang, "span") if source.published else None
    return ", ".join(part for part in (source.publisher or source.article_id, day) if part)


def _order(one: Finding) -> int:
    return 0 if one.is_amiss else 2 if one.verdict == "not_known" else 1


def _finding(checked: Checked, nth: int, one: Finding, lang: str) -> Iterator[str]:
    say = words(lang)
    verdict, about = say["verdict"][one.verdict].upper(), say["about"][one.about]
    line = say["line"].format(n=checked.text.count("\n", 0, one.start) + 1)
    yield f"{nth:>3}. {verdict}  {line}, {about}: «{_cut(one.exact, _SHOWN)}»"
    yield f"     {one_line(one.why(lang))}"
    for change in one.changes:
        draft, source = (_cut(text, _SHOWN) or "–" for text in (change.draft, change.source))
        yield f"     {say['in_draft']}: {draft}  |  {say['in_source']}: {source}"
    if one.verdict == "not_known":
        return
    for source in one.sources:
        yield f"     {one_line(origin(source, lang))} [{source.record_id}]"
        if source.snippet:
            yield f"       «{_cut(source.snippet, _SNIPPET)}»"
        for address in source.addresses[:2]:
            yield f"       {one_line(address)}"


def _cut(text: str, most: int) -> str:
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most]}…"
