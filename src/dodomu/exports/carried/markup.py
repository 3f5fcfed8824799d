"""What is written in SVG, HTML and PDF: found by its mark, so that no markup of a stranger is parsed."""

import json
import re
from html import unescape
from typing import Any

from dodomu.exports.carried.origin import DAMAGED, NOTHING, Unreadable

_SVG = re.compile(rb"<metadata[^<>]{0,200}>\s*(\{[^<]*)</metadata>")
_SCRIPT = re.compile(rb'<script type="application/json" id="dodomu">([^<]*)</script>')
_META = re.compile(rb'<meta name="dodomu" content="([^"<>]*)"')
_PDF = re.compile(rb"<dodomu:made-of>([^<]*)</dodomu:made-of>")


def svg(data: bytes) -> Any:
    """Read the metadata of an SVG."""
    return _parsed(_SVG.search(data), escaped=True)


def html(data: bytes) -> Any:
    """Read the data block of a page, or its meta element where it has no scripts, or that of the SVG in it."""
    if found := _SCRIPT.search(data):
        return _parsed(found, escaped=False)
    return _parsed(_META.search(data) or _SVG.search(data), escaped=True)


def pdf(data: bytes) -> Any:
    """Read the newest XMP packet of a PDF."""
    found = None
    for found in _PDF.finditer(data):  # noqa: B007  (the last one counts)
        pass
    return _parsed(found, escaped=True)


def _parsed(found: re.Match[bytes] | None, *, escaped: bool) -> Any:
    if found is None:
        raise Unreadable(NOTHING)
    return parsed_json(found[1], escaped=escaped)


def parsed_json(data: bytes, *, escaped: bool = False) -> Any:
    """Parse JSON of a stranger."""
    try:
        text = data.decode("utf-8-sig")
        return json.loads(unescape(text) if escaped else text)
    except (ValueError, RecursionError):
        raise Unreadable(DAMAGED) from None
