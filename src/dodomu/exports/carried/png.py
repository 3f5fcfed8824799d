"""What is written in a PNG: the text chunk of our name."""

from collections.abc import Iterator
from struct import unpack_from
from typing import Any
from zlib import decompressobj, error

from dodomu.exports.carried.markup import parsed_json
from dodomu.exports.carried.origin import DAMAGED, NOTHING, Unreadable

_SIGNATURE = 8
_LARGEST = 1 << 26
_KEYWORD = b"dodomu\0"


def png(data: bytes) -> Any:
    """Read the text of a picture; other programs may have compressed it."""
    for kind, body in _chunks(data):
        if kind == b"iTXt" and body.startswith(_KEYWORD):
            packed, rest = body[7:8], body[9:]
            text = rest.split(b"\0", 2)[-1]
            return parsed_json(_unpacked(text) if packed == b"\x01" else text)
    raise Unreadable(NOTHING)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = _SIGNATURE
    while at < len(data):
        if at + 12 > len(data):
            raise Unreadable(DAMAGED)
        length, kind = unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            raise Unreadable(DAMAGED)
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind == b"IEND":
            return


def _unpacked(text: bytes) -> bytes:
    unpacker = decompressobj()
    try:
        whole = unpacker.decompress(text, _LARGEST)
    except error:
        raise Unreadable(DAMAGED) from None
    if not unpacker.eof:
        raise Unreadable(DAMAGED)
    return whole
