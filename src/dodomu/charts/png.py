"""Words inside a PNG file: without them a picture that travels alone would not know its source."""

from collections.abc import Mapping
from struct import pack
from zlib import crc32

_HEAD = 33
"""The signature and the first chunk, after which others may stand."""


def with_texts(png: bytes, texts: Mapping[str, str]) -> bytes:
    """Write texts into a picture as ``iTXt`` chunks, one for each keyword.

    Examples
    --------
    >>> tiny = bytes(8) + pack(">I", 13) + b"IHDR" + bytes(13 + 4)
    >>> b"Title" in with_texts(tiny, {"Title": "Додому"})
    True
    """
    chunks = b"".join(_chunk(keyword, text) for keyword, text in texts.items())
    return png[:_HEAD] + chunks + png[_HEAD:]


def _chunk(keyword: str, text: str) -> bytes:
    # Uncompressed, without a language tag or a translated keyword.
    body = b"iTXt" + keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode()
    return pack(">I", len(body) - 4) + body + pack(">I", crc32(body))
