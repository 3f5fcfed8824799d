"""Bytes to text, strictly: what is not plain UTF-8 is refused with a guess at what it is."""

import codecs

from dodomu.errors import BadInput

_WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}


def decode(data: bytes, source: str) -> str:
    r"""Decode an article's bytes without changing anything in them.

    Raises
    ------
    BadInput
        when the bytes are not UTF-8, hold NUL, or hold no text.

    Examples
    --------
    >>> decode("\ufeffДодому\r\n".encode(), "seed.txt")
    '\ufeffДодому\r\n'
    >>> decode("Додому з Білорусі".encode("cp1251"), "seed.txt")
    Traceback (most recent call last):
    ...
    dodomu.errors.BadInput: seed.txt: not UTF-8 but, it seems, CP1251; convert it: iconv -f CP1251 -t UTF-8
    """
    if not data:
        raise BadInput(source, "is empty; put an article in it or delete it")
    for mark, encoding in _WIDE_MARKS.items():
        if data.startswith(mark):
            raise _wrong_encoding(source, encoding)
    if b"\0" in data:
        raise _holds_nul(source, data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _looks_cyrillic(data):
            raise _wrong_encoding(source, "CP1251") from None
        raise BadInput(
            source, f"not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}); convert it or leave it out"
        ) from None
    require_text(text, source)
    return text


def require_text(text: str, source: str) -> None:
    """Refuse a text that holds nothing but white space, or that no UTF-8 file could hold."""
    if "\0" in text:
        raise BadInput(source, "holds NUL characters; remove them")
    if not text.lstrip("\ufeff").strip():
        raise BadInput(source, "holds no text; put an article in it or delete it")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise BadInput(source, f"holds half a surrogate pair at {error.start}; repair its encoding") from None


def _wrong_encoding(source: str, encoding: str) -> BadInput:
    return BadInput(source, f"not UTF-8 but, it seems, {encoding}; convert it: iconv -f {encoding} -t UTF-8")


def _holds_nul(source: str, data: bytes) -> BadInput:
    """Every second byte or so of a UTF-16 text without its mark is NUL or 4, the page of Cyrillic."""
    for start, encoding in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        pages = data[start : start + 4000 : 2]
        if sum(byte in (0, 4) for byte in pages) > 0.9 * len(pages):
            return _wrong_encoding(source, encoding)
    return BadInput(source, f"holds NUL bytes (the first at {data.index(0)}), so it is not text; leave it out")


def _looks_cyrillic(data: bytes) -> bool:
    """Whether most letters of the text, read as CP1251, are small Ukrainian ones: random bytes are not."""
    sample = data[:4000].decode("cp1251", errors="replace")
    small = sum(character in "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя" for character in sample)
    return small > 0.5 * len(sample)
