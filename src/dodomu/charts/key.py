"""The key of a picture: a word beside a sample of exactly what is drawn, set in lines."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import altair as alt

from dodomu.charts import canvas, measure, pixels
from dodomu.charts.canvas import Mark, Text
from dodomu.charts.items import Item
from dodomu.charts.labels import words
from dodomu.charts.theme import LINE, SHAPES, SMALL, Theme

_GLYPH, _GAP = 30, 18
_POINT = 8
_POINTS = ("day", "doubt")
_KEY_LINE = 22
_FORMS = ("day", "doubt", "box", "bar", "total", "open")


@dataclass(frozen=True)
class Entry:
    """A word of the key and what is drawn before it: a lane's bullet, a form of time, or a sketch of its own."""

    name: str
    label: str
    is_lane: bool = False
    sketch: Callable[[float, float], Sequence[pixels.Shape]] | None = None
    wide: bool = False

    @property
    def glyph(self) -> int:
        """The room of what is drawn."""
        if self.sketch:
            return _GLYPH if self.wide else _POINT + 12
        return _POINT + 12 if self.is_lane or self.name in _POINTS else _GLYPH

    @property
    def width(self) -> float:
        """The room of the whole entry."""
        return self.glyph + measure.width(self.label, SMALL) + _GAP


def lanes(items: Sequence[Item], lang: str) -> list[Entry]:
    """Give an entry for each lane that is there."""
    present = {item.lane for item in items}
    return [Entry(lane, words(lang)["lane"][lane], is_lane=True) for lane in SHAPES if lane in present]


def forms(items: Sequence[Item], lang: str) -> list[Entry]:
    """Give an entry for each form of time that is there."""
    present = {item.form for item in items} | ({"doubt"} if any(item.doubtful for item in items) else set())
    if any(item.form == "day" and item.doubtful for item in items) and not any(
        item.form == "day" and not item.doubtful for item in items
    ):
        present.discard("day")
    return [Entry(form, words(lang)["form"][form]) for form in _FORMS if form in present]


def layers(
    groups: Iterable[Sequence[Entry]], y: float, width: float, theme: Theme
) -> tuple[float, list[Text], Callable[[float], list[alt.Chart]]]:
    """Set groups of entries below each other; give the height used, the texts, and what draws the samples."""
    lines, bullets, marks, shapes, top = [], [], [], [], y
    for entries in groups:
        for x, place, entry in _flow(entries, width):
            middle = y + place + _KEY_LINE / 2
            label = measure.wrap(entry.label, width - entry.glyph, SMALL, lines=2)
            lines += [Text(x + entry.glyph, middle - LINE / 2 + n * LINE, line, SMALL) for n, line in enumerate(label)]
            if entry.sketch:
                shapes += entry.sketch(x + 2 * entry.wide, middle)  # a stroke at the very edge would widen it
            elif entry.is_lane:
                bullets.append((x + _POINT, middle, entry.name))
            else:
                marks.append(_sample(entry.name, x, middle))
        y += _height(entries, width)

    def drawn(height: float) -> list[alt.Chart]:
        return [
            *canvas.bullets(bullets, width, height, theme),
            *canvas.marks(marks, lambda field: _in_pixels(field, width), height, theme),
            *pixels.draw(shapes, width, height),
        ]

    return y - top, lines, drawn


def _flow(entries: Sequence[Entry], width: float) -> Iterator[tuple[float, float, Entry]]:
    """Set the entries side by side, and on a new line where there is no more room."""
    x, y = 0.0, 0.0
    for entry in entries:
        if x and x + entry.width - _GAP > width:
            x, y = 0.0, y + _KEY_LINE
        yield x, y, entry
        x += entry.width
        if entry.width - _GAP > width:  # its words take a second line
            x, y = 0.0, y + _KEY_LINE + LINE


def _height(entries: Sequence[Entry], width: float) -> float:
    return max(
        (y + _KEY_LINE + (LINE if entry.width - _GAP > width else 0) for _, y, entry in _flow(entries, width)),
        default=0,
    )


def _sample(form: str, x: float, y: float) -> Mark:
    left, right = x + 2, x + _GLYPH - 8
    opens = "start" if form == "open" else None
    drawn = "day" if form == "doubt" else form
    return Mark("key", drawn, form == "doubt", left + 5 * bool(opens), right, x + _POINT, y, opens)


def _in_pixels(field: str, width: float) -> dict:
    return {"shorthand": field, "type": "quantitative", "scale": canvas.pixels(width), "axis": None}
