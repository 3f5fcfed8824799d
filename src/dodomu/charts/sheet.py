"""What every picture is: a head with its key, a body, a foot with its sources; what it draws goes with it as data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import altair as alt

from dodomu.charts import fonts
from dodomu.charts.header import footer, header
from dodomu.charts.key import Entry
from dodomu.charts.stamp import Stamp
from dodomu.charts.theme import Theme, named

PAD = 20
"""The free edge around a picture, in pixels."""

NARROWEST = 320

DRAWN = "drawn"
"""The name of the data set in the specification that holds a row for everything that is drawn."""


@dataclass(frozen=True)
class Picture:
    """The parts of a picture before they are set together.

    Attributes
    ----------
    chart
        Its name: ``timeline``, ``releases``, …
    about
        One line under the title.
    entries
        The key, in groups.
    said
        A plain sentence where there is nothing to draw.
    rows
        A row for everything that is drawn: what its CSV holds.
    """

    chart: str
    title: str
    about: str
    body: Sequence[alt.LayerChart]
    stamp: Stamp
    entries: Sequence[Sequence[Entry]] = ()
    said: str = ""
    rows: Sequence[dict[str, Any]] = field(default=())


def inner(width: int, pad: int = PAD) -> int:
    """Give the width inside the edges of a picture."""
    return max(width, NARROWEST) - 2 * pad


def assemble(picture: Picture, lang: str, theme: str, width: int) -> alt.VConcatChart:
    """Set a picture together, with its description and what its files say of it."""
    colours, room = named(theme), inner(width)
    parts = [
        header(picture.title, picture.about, picture.entries, room, colours, picture.said),
        *picture.body,
        footer(picture.stamp.lines, room, colours),
    ]
    meta = {
        "chart": picture.chart,
        "title": picture.title,
        "summary": picture.about,
        "lang": lang,
        "theme": theme,
        **picture.stamp.meta,
    }
    told = [picture.title, picture.about, picture.said]
    description = " ".join(f"{text.rstrip('.')}." for text in told if text) + " " + " ".join(picture.stamp.lines)
    sheet = stacked(parts, colours, PAD).properties(description=description, usermeta={"dodomu": meta})
    sheet.datasets = {DRAWN: [dict(row) for row in picture.rows]}
    return sheet


def stacked(parts: Sequence[alt.LayerChart], colours: Theme, pad: int) -> alt.VConcatChart:
    """Set the parts one below the other, in a font that every way of saving the chart then knows."""
    fonts.register()
    sheet = alt.vconcat(*parts, spacing=0, bounds="flush")
    return sheet.configure(font=fonts.FAMILY, background=colours.paper, padding=pad).configure_view(stroke=None)
