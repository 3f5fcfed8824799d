"""The page of a check: the draft with numbered marks, a card for each beside it; no scripts, nothing fetched."""

from typing import Any

from dodomu.charts import fonts
from dodomu.charts.page import content_hash
from dodomu.charts.theme import THEMES
from dodomu.check.finding import VERDICTS, Checked, Finding, Source
from dodomu.check.told import origin, summary
from dodomu.check.wording import words
from dodomu.errors import MissingExtra

_WEB = ("http://", "https://")


def page(checked: Checked, lang: str = "uk") -> str:
    """Write the page of a check.

    Parameters
    ----------
    checked
        What `check` found.
    lang
        ``uk`` or ``en``.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
        from markupsafe import Markup
    except ImportError as error:
        raise MissingExtra("writing the page of a check", "export") from error
    from dodomu.report.passages import marked

    environment = Environment(
        loader=PackageLoader(__package__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    colours = {name: Markup(_colours(name)) for name in THEMES}
    style = fonts.embedded_css() + environment.get_template("page.css").render(colours | {"verdicts": list(VERDICTS)})
    return environment.get_template("page.html").render(
        lang=lang,
        say=words(lang),
        source=checked.source,
        data=checked.data,
        summary=summary(checked, lang),
        text=marked(checked.text, [_passage(nth, one, lang) for nth, one in enumerate(checked.findings, 1)]),
        cards=[_card(nth, one, lang) for nth, one in enumerate(checked.findings, 1)],
        counts=_counts(checked),
        style=Markup(style),
        policy=f"default-src 'none'; style-src {content_hash(style)}; font-src data:; "
        "base-uri 'none'; form-action 'none'",
    )


def _passage(nth: int, one: Finding, lang: str) -> Any:
    from markupsafe import Markup

    from dodomu.report.passages import Passage

    title = words(lang)["verdict"][one.verdict]
    number = Markup('<a class="n {}" href="#f{}" aria-label="{}. {}">{}</a>').format(one.verdict, nth, nth, title, nth)
    return Passage(f"m{nth}", one.start, one.end, one.verdict, title, number)


def _card(nth: int, one: Finding, lang: str) -> dict[str, Any]:
    return {
        "nth": nth,
        "verdict": one.verdict,
        "about": one.about,
        "exact": one.exact,
        "amiss": one.is_amiss,
        "why": one.why(lang),
        "rule": one.rule,
        "changes": one.changes,
        "sources": [_source(source, lang) for source in one.sources],
    }


def _source(source: Source, lang: str) -> dict[str, Any]:
    web = [address for address in source.addresses if address.startswith(_WEB)]
    return {
        "record": source.record_id,
        "origin": origin(source, lang),
        "what": source.what_uk if lang == "uk" else source.what_en,
        "is_quote": source.table == "quotes",
        "snippet": source.snippet,
        "links": web,
        "plain": [address for address in source.addresses if address not in web],
    }


def _counts(checked: Checked) -> list[tuple[str, int]]:
    """Count each verdict that there is, what is amiss first."""
    found: dict[str, int] = {}
    for one in sorted(checked.findings, key=lambda one: (not one.is_amiss, one.verdict != "agrees")):
        found[one.verdict] = found.get(one.verdict, 0) + 1
    return list(found.items())


def _colours(theme: str) -> str:
    colours = THEMES[theme]
    names = ("paper", "panel", "ink", "muted", "grid", "green", "gold", "red", "release")
    return "".join(f"--{name}:{getattr(colours, name)};" for name in names)
