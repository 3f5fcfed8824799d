"""Claims: for one event, what each source says of when, how many, who and where, and on what they differ."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from dodomu.charts.claimed import Claim, Slot, Value, claims_of, event_of, slots_of
from dodomu.charts.claims_table import body, columns_of
from dodomu.charts.dates import date_text
from dodomu.charts.given import dataset_of
from dodomu.charts.items import event_head
from dodomu.charts.key import Entry
from dodomu.charts.labels import form, number, words
from dodomu.charts.pixels import Dot
from dodomu.charts.sheet import Picture, assemble, inner
from dodomu.charts.stamp import stamp
from dodomu.charts.theme import Theme, named


def claims(
    ds: Any, event_id: str | None = None, lang: str = "uk", theme: str = "light", width: int = 800
) -> alt.VConcatChart:
    """Draw what each source claims of one event: every value of every slot with who says so.

    Where claims differ all of them are shown, marked and counted; what a source does not say is counted as such. Where
    the curated reference has the same release, it stands beside them as a source of its own.

    Parameters
    ----------
    ds
        A dataset.
    event_id
        Which event; without it the one with most contradictions, and of those the one with most claims.
    lang, theme, width
        As for `timeline`.
    """
    ds = dataset_of(ds)
    say, colours = words(lang)["claims"], named(theme)
    event = event_of(ds, event_id)
    found = list(claims_of(ds, event, lang)) if event else []
    told, known = [one for one in found if not one.known], [one for one in found if one.known]
    slots = slots_of(event, found, lang) if event else []
    picture = Picture(
        "claims",
        say["title"].format(event=event_head(event, lang)) if event else say["title_empty"],
        _about(event, found, slots, lang) if event else "",
        [body(slots, *columns_of(found, inner(width)), lang, inner(width), colours)] if event else [],
        stamp(ds, told, lang, beside=known, articles={claim.article_id for claim in told} if event else None),
        [_key(slots, lang, colours)] if event else (),
        "" if event else say["empty"],
        [_row(slot, value, claim) for slot in slots for value in slot.values for claim in value.claims],
    )
    return assemble(picture, lang, theme, width)


def _about(event: dict[str, Any], found: Sequence[Claim], slots: Sequence[Slot], lang: str) -> str:
    say = words(lang)
    told = [claim for claim in found if not claim.known]
    when = date_text(event["date"], lang, event["date_extent"]) if event["date"] else say["chart"]["n_undated"]
    articles = f"{number(event['n_articles'])} {form(event['n_articles'], say['chart']['articles'], lang)}"
    parts = [when, f"{number(len(told))} {form(len(told), say['claims']['claims'], lang)}", articles]
    differ = ", ".join(slot.label for slot in slots if slot.differs)
    parts.append(say["claims"]["differ"].format(fields=differ) if differ else say["claims"]["agree"])
    return " · ".join(parts)


def _key(slots: Sequence[Slot], lang: str, theme: Theme) -> list[Entry]:
    say = words(lang)["claims"]
    found = [
        Entry("differs", say["key_differs"], sketch=lambda x, y: [Dot(x + 8, y, "diamond", theme.statement)])
        if any(slot.differs for slot in slots)
        else None,
        Entry("agrees", say["key_agrees"], sketch=lambda x, y: [Dot(x + 8, y, "circle", theme.release)])
        if any(not slot.differs for slot in slots)
        else None,
        Entry("silent", say["key_silent"], sketch=lambda x, y: [Dot(x + 8, y, "circle", theme.muted, 40, False)])
        if any(slot.silent for slot in slots)
        else None,
    ]
    return [entry for entry in found if entry]


def _row(slot: Slot, value: Value, claim: Claim) -> dict[str, Any]:
    return {
        "field": slot.name,
        "value": value.text,
        "id": claim.id,
        "source": claim.source,
        "differs": slot.differs,
        "review": claim.review,
    }
