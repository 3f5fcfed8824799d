"""The page itself: what the template needs, and the policy that lets nothing of an article run or fetch."""

import json
from importlib.resources import files
from typing import Any

from dodomu.charts import fonts
from dodomu.charts.items import items_of
from dodomu.charts.labels import words
from dodomu.charts.page import content_hash
from dodomu.charts.stamp import stamp
from dodomu.charts.timeline import summary
from dodomu.errors import MissingExtra

_WIDE, _NARROW = 640, 336
"""How wide the timeline is drawn for a page and for a phone."""

UNSURE = ("record", "field", "why", "said")
GAPS = ("record", "field", "reason")
EVIDENCE = ("record", "exact")
"""The columns of the tables below the data."""

_ONE_SHEET = 40
"""So many marks can be read when the timeline is printed on one sheet."""


def report(ds: Any, lang: str = "uk", other: str | None = None) -> str:
    """Write the report of a dataset as one page.

    The timeline's marks lead to the passages of the articles; tables follow, where each value leads to the words it
    stands on and each empty cell says why. All of it, the choice of what to show and of light or dark included, works
    without scripts; the one script of the page adds a search. The page fetches nothing and prints.

    Parameters
    ----------
    ds
        A dataset, from `dodomu.open`.
    lang
        ``uk`` or ``en``.
    other
        The file name of the same report in the other language, where it lies beside this one: the page links to it.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtra("writing a report", "export") from error
    loader = PackageLoader(__package__, ".")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html").render(_content(ds, lang, other, environment))


def _content(ds: Any, lang: str, other: str | None, environment: Any) -> dict[str, Any]:
    from markupsafe import Markup

    from dodomu.report.articles import articles
    from dodomu.report.drawing import colours_css, drawing, palette_css
    from dodomu.report.rows import EVENT_COLUMNS, QUOTE_COLUMNS, Tables
    from dodomu.report.withdrawn import withdrawn

    items = items_of(ds, lang)
    tables = Tables(ds, items, lang)
    anchors = tables.anchors()
    say = words(lang)["report"]
    columns = {"events": EVENT_COLUMNS, "quotes": QUOTE_COLUMNS, "unsure": UNSURE, "gaps": GAPS, "evidence": EVIDENCE}
    labels = "".join(
        f"#{table} td:nth-child({n})::before{{content:{json.dumps(say[name] + ': ', ensure_ascii=False)}}}"
        for table, names in columns.items()
        for n, name in enumerate(names, 1)
    )
    css = environment.get_template("page.css").render(
        drawing=Markup(colours_css()),
        light=Markup(palette_css("light")),
        dark=Markup(palette_css("dark")),
        labels=Markup(labels),
    )
    style = fonts.embedded_css() + css
    script = (files(__package__) / "page.js").read_text(encoding="utf-8")
    mark = stamp(ds, items, lang)
    return {
        "lang": lang,
        "made_of": json.dumps(mark.meta, ensure_ascii=False, sort_keys=True),
        "say": say,
        "other": other,
        "columns": columns,
        "summary": summary(ds, lang),
        "foot": mark.lines,
        "policy": f"default-src 'none'; style-src {content_hash(style)}; "
        f"script-src {content_hash(script)}; font-src data:; "
        "base-uri 'none'; form-action 'none'",
        "style": Markup(style),
        "script": Markup(script),
        "drawings": [
            drawing(items, anchors, lang, _WIDE, "wide short" if len(items) <= _ONE_SHEET else "wide"),
            drawing(items, anchors, lang, _NARROW, "narrow"),
        ],
        "articles": articles(ds, items, tables.words.passages(), lang),
        "tables": [("events", tables.events()), ("quotes", tables.quotes())],
        "doubts": tables.doubts,
        "withdrawn": withdrawn(ds, lang),
        "gaps": tables.gaps(),
        "evidence": tables.evidence(),
    }
