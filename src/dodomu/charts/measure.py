"""How wide a text is in the shipped fonts, and how to wrap and cut it: the drawing library measures too late."""

from array import array
from functools import cache
from math import fsum
from struct import unpack_from
from sys import byteorder
from unicodedata import category

from dodomu.charts.fonts import FOLDER

_ELLIPSIS = "…"
_SAFE = 0.98
"""How much of the room is filled: a viewer that sets the letters a little wider must not clip them."""

BINDING = "\u00a0\u202f"
"""Spaces at which no line is broken: they stand inside numbers."""

_INVISIBLE = {"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"}


def clean(text: str) -> str:
    """Make any text fit to be drawn on one line: no control or direction marks, single spaces, bound ones kept.

    Examples
    --------
    >>> clean("a\\u202eb\\n c")
    'ab c'
    """
    spaced = "".join(" " if char.isspace() and char not in BINDING else char for char in text)
    shown = "".join(char for char in spaced if category(char) not in _INVISIBLE)
    return " ".join(part for part in shown.split(" ") if part)


def width(text: str, size: float, bold: bool = False) -> float:
    """Measure a text, in pixels.

    Examples
    --------
    >>> width("щодня", 12) < width("щодня", 12, bold=True) < width("щодня", 14, bold=True)
    True
    """
    advances, missing = _advances(bold)
    # plain sums of fractions differ in their last digit between versions of Python
    return fsum(advances.get(ord(char), missing) for char in text) * size


def wrap(text: str, room: float, size: float, bold: bool = False, lines: int = 2) -> list[str]:
    """Break a text into at most so many lines; what does not fit is cut with an ellipsis.

    Examples
    --------
    >>> wrap("Координаційний штаб повернув їх", 120, 12)
    ['Координаційний', 'штаб повернув їх']
    >>> wrap("Координаційний штаб повернув їх", 120, 12, lines=1)
    ['Координаційний…']
    """
    rest, broken, room = clean(text).split(" "), [], room * _SAFE
    while rest and len(broken) < lines:
        line, rest = _line(rest, room, size, bold)
        broken.append(line)
    if rest:
        broken[-1] = _cut(broken[-1], room, size, bold)
    return [line for line in broken if line]


def _line(rest: list[str], room: float, size: float, bold: bool) -> tuple[str, list[str]]:
    taken, used, space = 0, 0.0, width(" ", size, bold)
    for word in rest:
        needed = width(word, size, bold) + (space if taken else 0)
        if used + needed > room:
            break
        used, taken = used + needed, taken + 1
    if taken:
        return " ".join(rest[:taken]), rest[taken:]
    # One word wider than the line: break it where the line ends.
    part = _fitting(rest[0], room, size, bold) or rest[0][:1]
    left = rest[0][len(part) :]
    return part, ([left] if left else []) + rest[1:]


def _cut(line: str, room: float, size: float, bold: bool) -> str:
    return _fitting(line, room - width(_ELLIPSIS, size, bold), size, bold).rstrip(" ,.:;–—-·«„(") + _ELLIPSIS


def _fitting(text: str, room: float, size: float, bold: bool) -> str:
    used = 0.0
    for place, char in enumerate(text):
        used += width(char, size, bold)
        if used > room:
            return text[:place]
    return text


@cache
def _advances(bold: bool) -> tuple[dict[int, float], float]:
    """Read the width of every character from the font file, in ems; and that of a missing one."""
    data = (FOLDER / f"NotoSans-{'Bold' if bold else 'Regular'}.ttf").read_bytes()
    tables = {data[at : at + 4]: unpack_from(">I", data, at + 8)[0] for at in _table_records(data)}
    em = unpack_from(">H", data, tables[b"head"] + 18)[0]
    n_metrics = unpack_from(">H", data, tables[b"hhea"] + 34)[0]
    metrics = _shorts(data, tables[b"hmtx"], n_metrics * 2)[::2]
    glyphs = _characters(data, tables[b"cmap"])
    return {code: metrics[min(glyph, n_metrics - 1)] / em for code, glyph in glyphs.items()}, metrics[0] / em


def _table_records(data: bytes) -> range:
    return range(12, 12 + 16 * unpack_from(">H", data, 4)[0], 16)


def _shorts(data: bytes, at: int, count: int) -> array:
    values = array("H", data[at : at + 2 * count])
    if byteorder == "little":
        values.byteswap()
    return values


def _characters(data: bytes, cmap: int) -> dict[int, int]:
    """Read the format 4 table: segments of codes, each with a shift or a list of glyphs."""
    at = cmap + unpack_from(">I", data, cmap + 8)[0]
    n = unpack_from(">H", data, at + 6)[0] // 2
    columns = (at + 14, at + 16 + 2 * n, at + 16 + 4 * n, at + 16 + 6 * n)
    ends, starts, deltas, offsets = (_shorts(data, column, n) for column in columns)
    found = {}
    for segment in range(n):
        for code in range(starts[segment], ends[segment] + 1):
            glyph = code
            if offsets[segment]:
                place = columns[3] + 2 * segment + offsets[segment] + 2 * (code - starts[segment])
                glyph = unpack_from(">H", data, place)[0]
                if not glyph:
                    continue
            found[code] = (glyph + deltas[segment]) & 0xFFFF
    found.pop(0xFFFF, None)
    return found
