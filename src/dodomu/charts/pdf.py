"""Words inside a PDF file, so that it knows its source when it travels alone."""

import json
from collections.abc import Mapping
from html import escape
from io import BytesIO
from typing import Any

from dodomu.errors import MissingExtra

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dodomu="urn:dodomu:">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{description}</rdf:li></rdf:Alt></dc:description>
<dc:source>{source}</dc:source>
<dodomu:made-of>{meta}</dodomu:made-of>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def with_info(pdf: bytes, meta: Mapping[str, Any], description: str) -> bytes:
    """Write into a picture its title, its source and the rows that it shows.

    Parameters
    ----------
    pdf
        The picture.
    meta
        What it says of itself.
    description
        The picture in words.
    """
    try:
        from pypdf import PdfReader, PdfWriter
        from pypdf.generic import DecodedStreamObject, NameObject, TextStringObject
    except ImportError as error:
        raise MissingExtra("drawing a picture into a PDF", "export") from error
    [page] = PdfReader(BytesIO(pdf)).pages
    _in_order(page["/Resources"], set())
    writer = PdfWriter()
    writer.add_page(page)
    writer.metadata = {
        "/Title": meta.get("title", ""),
        "/Subject": meta.get("source", ""),
        "/Producer": "dodomu",
    }
    packet = DecodedStreamObject()
    packet.set_data(_packet(meta, description).encode())
    packet.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)
    writer.root_object[NameObject("/Lang")] = TextStringObject(meta.get("lang", "uk"))
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _in_order(value: Any, seen: set[int]) -> None:
    """Sort the entries of all dictionaries: the renderer gives them another order in every process."""
    value = value.get_object()
    if id(value) in seen or not isinstance(value, dict | list):
        return
    seen.add(id(value))
    if isinstance(value, dict):
        entries = sorted(value.items())
        value.clear()
        value.update(entries)
    for inner in value.values() if isinstance(value, dict) else value:
        _in_order(inner, seen)


def _packet(meta: Mapping[str, Any], description: str) -> str:
    return _PACKET.format(
        title=_xml(meta.get("title", "")),
        description=_xml(description),
        source=_xml(meta.get("source", "")),
        meta=_xml(json.dumps(dict(meta), ensure_ascii=False, sort_keys=True)),
    )


def _xml(text: str) -> str:
    return escape("".join(char for char in text if char.isprintable()), quote=False)
