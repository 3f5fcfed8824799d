"""Save a picture: SVG, PNG, PDF, a page that works offline, its Vega-Lite specification, or the data it draws."""

import json
from collections.abc import Callable
from html import escape
from os import PathLike
from pathlib import Path
from typing import Any

import altair as alt
import polars as pl
import polars.selectors as cs

from dodomu.charts import fonts, lettering, measure, page
from dodomu.charts.labels import UnknownOption
from dodomu.charts.pdf import with_info
from dodomu.charts.png import with_texts
from dodomu.charts.sheet import DRAWN
from dodomu.dataset.formats import csv_text
from dodomu.errors import BadOutput, MissingExtra, did_you_mean

PNG_SCALE = 2

_KEPT = "\n" + measure.BINDING


def save(chart: alt.TopLevelMixin, path: str | PathLike[str]) -> Path:
    """Save a picture in the format that the file's ending names.

    Every format but PDF has the same bytes at every run, in any time zone. Each says in itself which rows of which
    data it shows: `dodomu.recall` tells what became of them since.

    Parameters
    ----------
    path
        A file ending in .svg, .png (twice the size, for sharp screens), .pdf, .html or .json, or in .csv:
        a row for everything that is drawn.

    Examples
    --------
    >>> save(alt.Chart(), "picture.gif")
    Traceback (most recent call last):
    dodomu.charts.labels.UnknownOption: picture.gif: no picture format «.gif»: there are: .svg, .png, ...
    """
    target = Path(path)
    ending = target.suffix.lower()
    if ending not in _WRITERS:
        raise UnknownOption(f"{target}: no picture format «{ending}»: {did_you_mean(ending, FORMATS)}")
    content = render(chart, ending)
    try:
        target.write_bytes(content)
    except OSError as error:
        raise BadOutput(f"{target}: cannot be written ({error.strerror}): choose another place") from error
    return target


def render(chart: alt.TopLevelMixin, ending: str) -> bytes:
    """Give the bytes of a picture in one of the formats."""
    return _WRITERS[ending](chart.to_dict())


def svg(spec: dict[str, Any], style: str = "") -> str:
    """Draw a specification as SVG, with its title and its source inside, and a style where one is given."""
    meta = _meta(spec)
    head = f"<title>{_xml(meta.get('title', ''))}</title><desc>{_xml(spec.get('description', ''))}</desc>"
    head += f'<metadata id="dodomu">{_xml(_compact(meta))}</metadata>'
    head += f"<style>{style}</style>" if style else ""
    drawn = lettering.drawn(spec, _library())
    opening, bracket, rest = drawn.partition(">")
    return f"{opening}{bracket}{head}{rest}"


def _svg(spec: dict[str, Any]) -> bytes:
    return svg(spec, fonts.embedded_css()).encode()


def _png(spec: dict[str, Any]) -> bytes:
    meta = _meta(spec)
    texts = {
        "Title": meta.get("title", ""),
        "Description": spec.get("description", ""),
        "Source": meta.get("source", ""),
        "Software": "dodomu",
        "dodomu": _compact(meta),
    }
    return with_texts(_library().svg_to_png(lettering.drawn(spec, _library()), scale=PNG_SCALE), texts)


def _pdf(spec: dict[str, Any]) -> bytes:
    meta = _meta(spec)
    pdf = _library().svg_to_pdf(lettering.drawn(spec, _library()))
    return with_info(pdf, meta, spec.get("description", ""))


def _html(spec: dict[str, Any]) -> bytes:
    return page.html(spec, _meta(spec), _library().javascript_bundle(), lettering.drawn(spec, _library())).encode()


def _json(spec: dict[str, Any]) -> bytes:
    return (json.dumps(spec, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _csv(spec: dict[str, Any]) -> bytes:
    meta = _meta(spec)
    made_of = {"data_version": meta.get("version"), "data_sha256": meta.get("content_hash")}
    rows = [{**row, **made_of} for row in spec.get("datasets", {}).get(DRAWN, [])]
    frame = pl.DataFrame(rows, infer_schema_length=None)
    return csv_text(frame.with_columns(cs.boolean().cast(pl.String))).encode()


_WRITERS: dict[str, Callable[[dict[str, Any]], bytes]] = {
    ".svg": _svg,
    ".png": _png,
    ".pdf": _pdf,
    ".html": _html,
    ".json": _json,
    ".csv": _csv,
}

FORMATS = tuple(_WRITERS)


def _library() -> Any:
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtra("drawing a picture into a file", "export") from error
    fonts.register()
    return vl_convert


def _meta(spec: dict[str, Any]) -> dict[str, Any]:
    return spec.get("usermeta", {}).get("dodomu", {})


def _compact(meta: dict[str, Any]) -> str:
    return json.dumps(meta, ensure_ascii=False, sort_keys=True)


def _xml(text: str) -> str:
    return escape("".join(char for char in text if char.isprintable() or char in _KEPT), quote=False)
