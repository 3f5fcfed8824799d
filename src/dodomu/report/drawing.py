"""The timeline inside a page: drawn once, its marks are links within the page, its colours follow the reader's."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import quote
from xml.etree import ElementTree

from markupsafe import Markup

from dodomu.charts.items import Item
from dodomu.charts.save import svg
from dodomu.charts.theme import THEMES
from dodomu.charts.timeline import plain_timeline

LINKED = 300
"""So many marks are drawn one by one with links; above that they are gathered."""

_HERE = "https://here.invalid/"
"""The drawing library makes another site's address of a bare fragment, so links carry this until the end."""

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_FORBIDDEN = {"style", f"{{{_XLINK}}}href", "target"}
_UNSAFE_IN_XML = re.compile(r"[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def drawing(items: Sequence[Item], anchors: dict[str, str], lang: str, width: int, css_class: str) -> Markup:
    """Draw items as an SVG element whose marks lead to the anchors of their records."""
    linked = [replace(item, url=_address(anchors.get(item.id))) for item in items]
    drawn = svg(plain_timeline(linked, lang, "light", width, LINKED).to_dict())
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(_UNSAFE_IN_XML.sub("", drawn))
    for name in ("title", "desc", "metadata"):
        for child in root.findall(f"{{{_SVG}}}{name}"):
            root.remove(child)
    for element in root.iter():
        _clean(element)
    root.set("class", css_class)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def colours_css() -> str:
    """Give the rules that make the colours of the drawing, which is of the light theme, follow those of the page."""
    light = THEMES["light"]
    return "".join(
        f'svg [{channel}="{getattr(light, name)}"]{{{channel}:var(--d-{name})}}'
        for name in light.__dataclass_fields__
        for channel in ("fill", "stroke")
    )


def palette_css(theme: str) -> str:
    """Give the colours of a theme as the variables that `colours_css` asks for."""
    colours = THEMES[theme]
    return "".join(f"--d-{name}:{getattr(colours, name)};" for name in colours.__dataclass_fields__)


def _address(anchor: str | None) -> str | None:
    return f"{_HERE}#{quote(anchor)}" if anchor else None


def _clean(element: ElementTree.Element) -> None:
    """Make a link one of this page, named by what it leads to; leave nothing that a strict page refuses."""
    address = element.get(f"{{{_XLINK}}}href") or ""
    for name in _FORBIDDEN & set(element.attrib):
        del element.attrib[name]
    if address.startswith(_HERE):
        element.set("href", address.removeprefix(_HERE))
        for child in element:
            element.set("aria-label", child.attrib.pop("aria-label", ""))
            child.attrib.pop("role", None)
            child.attrib.pop("aria-roledescription", None)
            child.set("class", "target")
