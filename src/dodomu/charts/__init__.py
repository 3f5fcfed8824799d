"""Pictures of a dataset in Ukrainian and English, light and dark, for phone and page, as safe and stable files."""

from dodomu.charts.bundle import bundle
from dodomu.charts.claims import claims
from dodomu.charts.context import context
from dodomu.charts.family import CHARTS, draw
from dodomu.charts.gallery import gallery
from dodomu.charts.labels import LANGUAGES, UnknownOption
from dodomu.charts.notebook import show_as_svg
from dodomu.charts.promises import promises
from dodomu.charts.releases import releases
from dodomu.charts.save import FORMATS, save
from dodomu.charts.statements import statements
from dodomu.charts.theme import THEMES
from dodomu.charts.timeline import timeline

__all__ = [
    "CHARTS",
    "FORMATS",
    "LANGUAGES",
    "THEMES",
    "UnknownOption",
    "bundle",
    "claims",
    "context",
    "draw",
    "gallery",
    "promises",
    "releases",
    "save",
    "show_as_svg",
    "statements",
    "timeline",
]
