"""Colours, shapes and sizes. Each lane has a colour and a shape of its own, so that grey print tells them apart."""

from dataclasses import dataclass

from dodomu.charts.labels import UnknownOption
from dodomu.errors import did_you_mean

LANES = ("release", "context", "statement")
SHAPES = {"release": "circle", "context": "square", "statement": "diamond"}

TEXT, SMALL, TITLE = 13, 12, 20
"""Font sizes, in pixels."""

LINE = 17
"""From one line of text to the next."""


@dataclass(frozen=True)
class Theme:
    """A set of colours; every text colour stands at least 4.5 to 1 off what it is drawn on."""

    paper: str
    panel: str
    ink: str
    muted: str
    grid: str
    release: str
    context: str
    statement: str

    def lane(self, name: str) -> str:
        """Give the colour of a lane."""
        return getattr(self, name)


THEMES = {
    "light": Theme(
        paper="#ffffff",
        panel="#f3f1ec",
        ink="#1b1b1b",
        muted="#5c5a55",
        grid="#d9d6cf",
        release="#0057b8",
        context="#6b6357",
        statement="#b1480a",
    ),
    "dark": Theme(
        paper="#16181c",
        panel="#22252b",
        ink="#f0eee9",
        muted="#b3afa6",
        grid="#3c4048",
        release="#6db3ff",
        context="#b9b0a1",
        statement="#ff9f5a",
    ),
}


def named(name: str) -> Theme:
    """Give a theme by its name.

    Examples
    --------
    >>> named("light").paper
    '#ffffff'
    """
    if name not in THEMES:
        raise UnknownOption(f"no theme «{name}»: {did_you_mean(name, THEMES)}")
    return THEMES[name]
