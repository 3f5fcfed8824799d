"""The head of a picture, with its title and its key, and the foot with its sources."""

from collections.abc import Iterable, Sequence

import altair as alt

from dodomu.charts import canvas, key, measure
from dodomu.charts.canvas import Text
from dodomu.charts.theme import LINE, SMALL, TEXT, TITLE, Theme


def header(
    title: str, summary: str, entries: Iterable[Sequence[key.Entry]], width: float, theme: Theme, said: str = ""
) -> alt.LayerChart:
    """Draw title, summary and a key of exactly what is drawn below.

    Parameters
    ----------
    entries
        The key, in groups that stand below each other.
    said
        A sentence in place of the key, where there is nothing to draw.
    """
    lines, y = [], 0.0
    for text in measure.wrap(title, width, TITLE, bold=True, lines=3):
        lines.append(Text(0, y, text, TITLE, bold=True))
        y += 28
    for text in measure.wrap(summary, width, TEXT, lines=4):
        lines.append(Text(0, y, text, TEXT, muted=True))
        y += LINE
    y += 8 if lines else 0
    for text in measure.wrap(said, width, TEXT, lines=4):
        lines.append(Text(0, y, text, TEXT))
        y += LINE
    used, words, samples = key.layers(entries, y, width, theme)
    height = y + used + 12
    return _sheet([*samples(height), *canvas.texts([*lines, *words], width, height, theme)], width, height)


def footer(sentences: Iterable[str], width: float, theme: Theme) -> alt.LayerChart:
    """Draw the lines that say where it comes from and how far to trust it."""
    wrapped = [line for sentence in sentences for line in measure.wrap(sentence, width, SMALL, lines=4)]
    lines = [Text(0, 14 + n * LINE, line, SMALL, muted=True) for n, line in enumerate(wrapped)]
    height = 14 + len(lines) * LINE
    layers = [*canvas.across([2], width, height, theme), *canvas.texts(lines, width, height, theme)]
    return _sheet(layers, width, height)


def _sheet(layers: list[alt.Chart], width: float, height: float) -> alt.LayerChart:
    return alt.layer(*layers).properties(width=width, height=height)
