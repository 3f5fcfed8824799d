"""A picture with all that a newsroom needs to publish it: data, source, citation, alternative text, in one zip."""

import json
from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import Any

import altair as alt

from dodomu.charts.archive import zipped
from dodomu.charts.labels import LANGUAGES
from dodomu.charts.save import render
from dodomu.dataset import about
from dodomu.errors import BadOutput


def bundle(draw: Callable[[str], alt.TopLevelMixin], path: str | PathLike[str], lang: str = "uk") -> Path:
    """Write a zip with a picture as SVG and PNG, its data as CSV, its metadata, its citation and its alternative text.

    The same picture gives the same bytes.

    Parameters
    ----------
    draw
        What draws the picture in the language that it is given; the alternative text is there in both.
    path
        The .zip to write.
    lang
        The language of the picture.
    """
    target = Path(path)
    content = zipped(_files(draw, lang))
    try:
        target.write_bytes(content)
    except OSError as error:
        raise BadOutput(f"{target}: cannot be written ({error.strerror}): choose another place") from error
    return target


def _files(draw: Callable[[str], alt.TopLevelMixin], lang: str) -> dict[str, bytes]:
    drawn = {one: draw(one) for one in LANGUAGES}
    specs = {one: chart.to_dict() for one, chart in drawn.items()}
    meta = specs[lang].get("usermeta", {}).get("dodomu", {})
    name = meta.get("chart", "picture")
    texts = {
        "metadata.json": json.dumps(meta, ensure_ascii=False, indent=1, sort_keys=True),
        "CITATION.txt": about.citation(meta.get("version"), meta.get("content_hash", "")),
        "citation.bib": bibtex(meta.get("version"), meta.get("content_hash", "")),
        **{f"alt.{one}.txt": spec.get("description", "") for one, spec in specs.items()},
    }
    pictures = {f"{name}{ending}": render(drawn[lang], ending) for ending in (".svg", ".png", ".csv")}
    return pictures | {file: f"{text}\n".encode() for file, text in texts.items()}


def bibtex(version: str | None, content_hash: str) -> str:
    """Write the citation of a version for a list of references.

    Examples
    --------
    >>> print(bibtex("0.1.0", "ab" * 32))
    @misc{dodomu-0.1.0,
      author = {{The dodomu authors}},
      title = {{Додому: releases from captivity in Ukrainian news}},
      version = {0.1.0},
      note = {Data set. SHA-256 of the content: abababababababababababababababababababababababababababababababab}
    }
    """
    entries: dict[str, Any] = {
        "author": f"{{{about.AUTHORS}}}",
        "title": f"{{{about.TITLE}}}",
        "version": version or "not released",
        "note": f"Data set. SHA-256 of the content: {content_hash}",
    }
    lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in entries.items())
    return f"@misc{{dodomu-{version or 'unreleased'},\n{lines}\n}}"
