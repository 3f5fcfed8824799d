"""What a file that left the house says of the data in it: found by what the file is, not by what it is called.

Nothing in a file is trusted: lengths are checked before they are believed, nothing is unpacked beyond a limit, markup
is searched and not parsed where it can be, and a document type, which XML bombs need, is refused.
"""

from collections.abc import Callable
from pathlib import Path

from dodomu.errors import BadInput
from dodomu.exports.carried.markup import html, pdf, svg
from dodomu.exports.carried.origin import NOTHING, Origin, Unreadable, origin_of
from dodomu.exports.carried.png import png
from dodomu.exports.carried.tables import csv_rows, json_text
from dodomu.exports.carried.zipped import zipped

__all__ = ["Origin", "carried_by"]

LARGEST = 1 << 28
"""A file with more bytes is not read."""


def carried_by(path: str | Path) -> Origin:
    """Read what a file says of its rows and of the data that they are from.

    Examples
    --------
    >>> carried_by("gone.png")
    Traceback (most recent call last):
    dodomu.errors.BadInput: gone.png: cannot be read (No such file or directory): name a file that dodomu wrote
    """
    try:
        if not Path(path).is_file() and Path(path).exists():
            raise BadInput(path, "is no file: name a picture, a page or an export")
        with open(path, "rb") as stream:
            data = stream.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, BadInput):
            raise
        reason = getattr(error, "strerror", None) or error
        raise BadInput(path, f"cannot be read ({reason}): name a file that dodomu wrote") from None
    if len(data) > LARGEST:
        raise BadInput(path, f"is larger than {LARGEST >> 20} MB: no file of dodomu is")
    try:
        return origin_of(_reader(data)(data))
    except Unreadable as error:
        raise BadInput(path, str(error)) from None


def _reader(data: bytes) -> Callable[[bytes], object]:
    start = data[:1024].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for signs, reader in _KINDS:
        if start.startswith(signs):
            return reader
    raise Unreadable(NOTHING)


_KINDS: tuple[tuple[tuple[bytes, ...], Callable[[bytes], object]], ...] = (
    ((b"\x89png",), png),
    ((b"%pdf",), pdf),
    ((b"pk\x03\x04",), zipped),
    ((b"<svg", b"<?xml"), svg),
    ((b"<!doctype html", b"<html"), html),
    ((b"{", b"["), json_text),
    ((b"",), csv_rows),
)
