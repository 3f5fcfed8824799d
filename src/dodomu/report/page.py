"""The page itself: what the template needs, and the policy that lets nothing of an article run or fetch."""

import json
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

_ONE_SHEET = 40
"""So many marks can be read when the timeline is printed on one sheet."""


def report(ds: Any, lang: str = "uk") -> str:
    """Write the report of a dataset as one page.

    The timeline's marks lead to the passages of the articles; tables follow, with the reason of every empty cell.
    The page holds no script, fetches nothing, follows the reader's light or dark mode and prints.

    Parameters
    ----------
    ds
        A dataset, from `dodomu.open`.
    lang
        ``uk`` or ``en``.
    """
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined
    except ImportError as error:
        raise MissingExtra("writing a report", "export") from error
    loader = PackageLoader(__package__, ".")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("page.html").render(_content(ds, lang, environment))


def _content(ds: Any, lang: str, environment: Any) -> dict[str, Any]:
    from markupsafe import Markup

    from dodomu.report.articles import articles
    from dodomu.report.drawing import colours_css, drawing
    from dodomu.report.rows import EVENT_COLUMNS, QUOTE_COLUMNS, Tables

    items = items_of(ds, lang)
    tables = Tables(ds, items, lang)
    anchors = tables.anchors()
    css = environment.get_template("page.css").render(dark_drawing=Markup(colours_css()))
    style = fonts.embedded_css() + css
    mark = stamp(ds, items, lang)
    return {
        "lang": lang,
        "made_of": json.dumps(mark.meta, ensure_ascii=False, sort_keys=True),
        "say": words(lang)["report"],
        "summary": summary(ds, lang),
        "foot": mark.lines,
        "policy": f"default-src 'none'; style-src {content_hash(style)}; font-src data:; "
        "base-uri 'none'; form-action 'none'",
        "style": Markup(style),
        "drawings": [
            drawing(items, anchors, lang, _WIDE, "wide short" if len(items) <= _ONE_SHEET else "wide"),
            drawing(items, anchors, lang, _NARROW, "narrow"),
        ],
        "articles": articles(ds, items, lang),
        "tables": [("events", EVENT_COLUMNS, tables.events()), ("quotes", QUOTE_COLUMNS, tables.quotes())],
        "gaps": tables.gaps(),
        "evidence": tables.evidence(),
    }
