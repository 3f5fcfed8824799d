"""Texts are set by us, not by the drawing library, which takes milliseconds to measure each.

Every text of a picture stands at a place reckoned in pixels, so nothing has to be measured to draw it: the layers of
texts are taken out of the specification, the rest is drawn, and the texts are put where they belong.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from dodomu.charts import fonts, measure

_GROUP = r'class="mark-group role-scope concat_(\d+)_group"[^>]*>\s*'
_PART = re.compile(_GROUP + r'<g transform="translate\(([-\d.]+),([-\d.]+)\)')
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_END = "</g></svg>"
_EMPTY = {"mark": {"type": "rule", "aria": False}, "data": {"values": []}, "encoding": {}}


def drawn(spec: dict[str, Any], library: Any) -> str:
    """Draw a specification as SVG; one that is not of our making is left to the drawing library."""
    parts = spec.get("vconcat")
    if not parts or not all(_ours(part) for part in parts):
        return library.vegalite_to_svg(spec)
    bare = {**spec, "vconcat": [_without_texts(part) for part in parts]}
    svg = library.vegalite_to_svg(bare)
    places = {int(n): (float(x), float(y)) for n, x, y in _PART.findall(svg)}
    if not svg.endswith(_END) or len(places) != len(parts):
        return library.vegalite_to_svg(spec)
    texts = "".join(text for n, part in enumerate(parts) for text in _texts(part, *places[n], spec.get("datasets", {})))
    family = f'font-family="{fonts.FAMILY}"'
    lettering = f'<g class="lettering" aria-hidden="true" pointer-events="none" stroke="none" {family}>{texts}</g>'
    return f"{svg.removesuffix(_END)}{lettering}{_END}"


def _ours(part: dict[str, Any]) -> bool:
    return all(_is_set(layer) and _rows_of(part, layer) for layer in part.get("layer", ()) if _is_text(layer))


def _is_text(layer: dict[str, Any]) -> bool:
    mark = layer.get("mark")
    return isinstance(mark, dict) and mark.get("type") == "text"


def _is_set(layer: dict[str, Any]) -> bool:
    """Tell whether a layer's scales leave pixels as they are."""
    encoding = layer["encoding"]
    scales = [encoding.get(channel, {}).get("scale") or {} for channel in ("x", "y")]
    return all(scale.get("domain") == scale.get("range") is not None for scale in scales)


def _rows_of(part: dict[str, Any], layer: dict[str, Any]) -> str | None:
    """Name the rows of a layer: where all layers of a part share them, the part names them."""
    return (layer.get("data") or part.get("data") or {}).get("name")


def _without_texts(part: dict[str, Any]) -> dict[str, Any]:
    rest = [layer for layer in part["layer"] if not _is_text(layer)]
    return {**part, "layer": rest or [_EMPTY]}


def _texts(part: dict[str, Any], left: float, top: float, datasets: dict[str, Any]) -> Iterator[str]:
    for layer in part["layer"]:
        if _is_text(layer):
            style = _style(layer["mark"])
            for row in datasets[_rows_of(part, layer)]:
                place = f'transform="translate({_number(left + row["x"])},{_number(top + row["y"])})"'
                yield f"<text {style} {place}>{escape(_printable(row['text']))}</text>"


def _style(mark: dict[str, Any]) -> str:
    weight = f' font-weight="{mark["fontWeight"]}"' if mark["fontWeight"] != 400 else ""
    return f'text-anchor="{_ANCHORS[mark["align"]]}" font-size="{mark["fontSize"]}px"{weight} fill="{mark["fill"]}"'


def _number(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _printable(text: str) -> str:
    """Leave out what XML does not allow; spaces inside numbers stay."""
    return "".join(char for char in text if char.isprintable() or char in measure.BINDING)
