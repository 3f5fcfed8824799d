"""The head of a picture, with its title and its key, and the foot with its sources."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from dodomu.charts import canvas, measure
from dodomu.charts.canvas import Mark, Text
from dodomu.charts.items import Item
from dodomu.charts.labels import words
from dodomu.charts.theme import LANES, LINE, SMALL, TEXT, TITLE, Theme

_GLYPH, _GAP = 30, 18
_POINT = 8
_POINTS = ("day", "doubt")
_KEY_LINE = 22
_FORMS = ("day", "doubt", "box", "bar", "total", "open")


@dataclass(frozen=True)
class _Entry:
    """A word of the key and what is drawn before it."""

    name: str
    label: str
    is_lane: bool

    @property
    def glyph(self) -> int:
        return _POINT + 12 if self.is_lane or self.name in _POINTS else _GLYPH

    @property
    def width(self) -> float:
        return self.glyph + measure.width(self.label, SMALL) + _GAP


def header(
    title: str, summary: str, items: Sequence[Item], lang: str, width: float, theme: Theme, forms: bool = True
) -> alt.LayerChart:
    """Draw title, summary and a key of exactly what is drawn below, the forms of time only where they are."""
    lines, y = [], 0.0
    for text in measure.wrap(title, width, TITLE, bold=True, lines=2):
        lines.append(Text(0, y, text, TITLE, bold=True))
        y += 28
    for text in measure.wrap(summary, width, TEXT, lines=3):
        lines.append(Text(0, y, text, TEXT, muted=True))
        y += LINE
    y += 8 if lines else 0
    if not items:
        lines.append(Text(0, y, words(lang)["chart"]["empty"], TEXT))
        y += LINE
    bullets, marks = [], []
    for entries in (_lanes(items, lang), _forms(items, lang) if forms else []):
        for x, place, entry in _flow(entries, width):
            middle = y + place + _KEY_LINE / 2
            lines.append(Text(x + entry.glyph, middle - LINE / 2, entry.label, SMALL))
            if entry.is_lane:
                bullets.append((x + _POINT, middle, entry.name))
            else:
                marks.append(_sample(entry.name, x, middle))
        y += _height(entries, width)
    height = y + 12
    return _sheet(
        [
            *canvas.bullets(bullets, width, height, theme),
            *canvas.marks(marks, lambda field: _in_pixels(field, width), height, theme),
            *canvas.texts(lines, width, height, theme),
        ],
        width,
        height,
    )


def footer(sentences: Iterable[str], width: float, theme: Theme) -> alt.LayerChart:
    """Draw the lines that say where it comes from and how far to trust it."""
    wrapped = [line for sentence in sentences for line in measure.wrap(sentence, width, SMALL, lines=4)]
    lines = [Text(0, 14 + n * LINE, line, SMALL, muted=True) for n, line in enumerate(wrapped)]
    height = 14 + len(lines) * LINE
    layers = [*canvas.across([2], width, height, theme), *canvas.texts(lines, width, height, theme)]
    return _sheet(layers, width, height)


def _sheet(layers: list[alt.Chart], width: float, height: float) -> alt.LayerChart:
    return alt.layer(*layers).properties(width=width, height=height)


def _lanes(items: Sequence[Item], lang: str) -> list[_Entry]:
    present = {item.lane for item in items}
    return [_Entry(lane, words(lang)["lane"][lane], True) for lane in LANES if lane in present]


def _forms(items: Sequence[Item], lang: str) -> list[_Entry]:
    present = {item.form for item in items} | ({"doubt"} if any(item.doubtful for item in items) else set())
    if any(item.form == "day" and item.doubtful for item in items) and not any(
        item.form == "day" and not item.doubtful for item in items
    ):
        present.discard("day")
    return [_Entry(form, words(lang)["form"][form], False) for form in _FORMS if form in present]


def _flow(entries: Sequence[_Entry], width: float) -> Iterator[tuple[float, float, _Entry]]:
    """Set the entries side by side, and on a new line where there is no more room."""
    x, y = 0.0, 0.0
    for entry in entries:
        if x and x + entry.width - _GAP > width:
            x, y = 0.0, y + _KEY_LINE
        yield x, y, entry
        x += entry.width


def _height(entries: Sequence[_Entry], width: float) -> float:
    return max((y + _KEY_LINE for _, y, _ in _flow(entries, width)), default=0)


def _sample(form: str, x: float, y: float) -> Mark:
    left, right = x + 2, x + _GLYPH - 8
    opens = "start" if form == "open" else None
    drawn = "day" if form == "doubt" else form
    return Mark("key", drawn, form == "doubt", left + 5 * bool(opens), right, x + _POINT, y, opens)


def _in_pixels(field: str, width: float) -> dict:
    return {"shorthand": field, "type": "quantitative", "scale": canvas.pixels(width), "axis": None}
