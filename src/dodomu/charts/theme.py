"""Colours, shapes and sizes. Whatever has a colour has a shape too, so that grey print tells it apart."""

from dataclasses import dataclass

from dodomu.charts.labels import UnknownOption
from dodomu.errors import did_you_mean

LANES = ("release", "context", "statement")
ACTS = ("state", "order", "promise", "request", "accuse", "thank", "deny", "ask", "unsaid")
OUTCOMES = ("kept", "late", "overdue", "undecidable", "open")

_X = "M-1,-0.6L-0.6,-1L0,-0.4L0.6,-1L1,-0.6L0.4,0L1,0.6L0.6,1L0,0.4L-0.6,1L-1,0.6L-0.4,0Z"
_DASH = "M-1,-0.35H1V0.35H-1Z"

SHAPES = {
    "release": "circle",
    "context": "square",
    "statement": "diamond",
    "state": "circle",
    "order": "square",
    "promise": "triangle-up",
    "request": "triangle-right",
    "accuse": _X,
    "thank": "diamond",
    "deny": "cross",
    "ask": "triangle-down",
    "unsaid": _DASH,
    "kept": "circle",
    "late": "triangle-right",
    "overdue": "square",
    "undecidable": "triangle-down",
    "open": "diamond",
}
"""The shape of everything that has a colour; the order is that of a key."""

_COLOURS = {
    "state": "context",
    "order": "release",
    "promise": "green",
    "request": "gold",
    "accuse": "red",
    "thank": "pink",
    "deny": "purple",
    "ask": "teal",
    "unsaid": "muted",
    "kept": "green",
    "late": "gold",
    "overdue": "red",
    "undecidable": "purple",
    "open": "release",
}

SERIES = (
    ("release", "circle"),
    ("statement", "diamond"),
    ("green", "triangle-up"),
    ("purple", "square"),
    ("red", _X),
    ("teal", "triangle-down"),
    ("context", "cross"),
    ("pink", "triangle-right"),
)
"""Colours and shapes of categories that have none of their own, the largest first."""

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
    green: str
    gold: str
    red: str
    pink: str
    purple: str
    teal: str

    def lane(self, name: str) -> str:
        """Give the colour of a lane, an act, an outcome."""
        return getattr(self, _COLOURS.get(name, name))


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
        green="#2b7436",
        gold="#8a6a00",
        red="#b3202c",
        pink="#b02f7e",
        purple="#71409a",
        teal="#00707a",
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
        green="#7dce86",
        gold="#e2c24f",
        red="#ff8a85",
        pink="#ff96cb",
        purple="#c9a4ff",
        teal="#5fd0d4",
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
