"""A picture as a page of its own: works offline, runs no text of an article, fetches nothing."""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from dodomu.charts import fonts
from dodomu.charts.theme import named

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}

_OPTIONS = {"mode": "vega-lite", "actions": False, "ast": True, "renderer": "svg", "defaultStyle": False}

_RUN = """
const [spec, options] = JSON.parse(document.getElementById("picture-data").textContent);
Promise.all(["400 13px 'Noto Sans'", "700 13px 'Noto Sans'"].map((font) => document.fonts.load(font, "Ддʼ")))
  .finally(() => vegaEmbed("#picture", spec, {...options, tooltip: {disableDefaultStyle: true}}));
"""


def html(spec: dict[str, Any], meta: dict[str, Any], library: str, drawn: str) -> str:
    """Write the page.

    Parameters
    ----------
    spec
        The Vega-Lite specification.
    meta
        Title, language and theme of the picture.
    library
        The drawing library's JavaScript.
    drawn
        The same picture as SVG, for readers without JavaScript.
    """
    theme = named(meta.get("theme", "light"))
    style = fonts.embedded_css() + _text("page.css") + f"body{{background:{theme.paper};color:{theme.ink}}}"
    return Template(_text("page.html")).substitute(
        lang=escape(meta.get("lang", "uk")),
        title=escape(meta.get("title", "dodomu")),
        description=escape(spec.get("description", "")),
        policy=_policy([library, _RUN], [style]),
        style=style,
        data=safe_json([spec, _OPTIONS]),
        meta=safe_json(meta),
        library=library,
        run=_RUN,
        drawn=drawn,
    )


def safe_json(value: Any) -> str:
    """Write JSON that can stand inside a script element: nothing in it can end the element or open a comment.

    Examples
    --------
    >>> safe_json("</script>")
    '"\\\\u003c/script\\\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return "".join(_UNSAFE.get(char, char) for char in text)


def _policy(scripts: list[str], styles: list[str]) -> str:
    """Allow exactly these scripts and styles, the fonts inside the page, and nothing from anywhere."""
    allowed = {"script-src": scripts, "style-src": styles}
    hashes = (f"{kind} {' '.join(content_hash(text) for text in texts)}" for kind, texts in allowed.items())
    return "; ".join(["default-src 'none'", *hashes, "font-src data:", "base-uri 'none'", "form-action 'none'"])


def content_hash(text: str) -> str:
    """Name a script or a style by its hash, as a Content-Security-Policy does."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _text(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")
