"""What a drawing holds: its rows of data, its texts, and the boxes of its texts as the shipped font measures them."""

import re
from xml.etree import ElementTree

from dodomu.charts import measure
from dodomu.charts.save import svg

SVG = "{http://www.w3.org/2000/svg}"


def rows(spec):
    """Every row of data in a chart, with its layer."""
    for part in spec["vconcat"]:
        for layer in part["layer"]:
            yield from ((layer, row) for row in spec["datasets"][layer["data"]["name"]])


def said(spec):
    """The texts of a picture; where a line must not break is no part of what is said."""
    return [row["text"].replace("\u00a0", " ") for _, row in rows(spec) if "text" in row]


def key_texts(spec):
    """The texts of the head of a picture, where the key stands."""
    head = spec["vconcat"][0]
    return [row["text"] for layer in head["layer"] for row in spec["datasets"][layer["data"]["name"]] if "text" in row]


def root_of(spec):
    return ElementTree.fromstring(svg(spec))


def text_boxes(element, x=0.0, y=0.0):
    """Every text of a drawing with its box."""
    if moved := re.match(r"translate\(([-\d.]+),([-\d.]+)\)", element.get("transform", "")):
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{SVG}text":
        size = float(element.get("font-size").removesuffix("px"))
        wide = measure.width(element.text, size, bold=element.get("font-weight") in ("700", "bold"))
        left = x - {"middle": wide / 2, "end": wide}.get(element.get("text-anchor"), 0)
        yield element.text, (left, y - size * 0.75, left + wide, y + size * 0.2)
    for child in element:
        yield from text_boxes(child, x, y)


def overlap(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def faults_of(spec, width):
    """Say which texts are clipped or lie on another, and whether the picture is as wide as asked for."""
    root = root_of(spec)
    faults = [] if int(float(root.get("width"))) == width else [f"{root.get('width')} wide"]
    boxes = sorted(text_boxes(root), key=lambda pair: pair[1][1])
    for n, (text, box) in enumerate(boxes):
        left, top, right, bottom = box
        if not (0 <= left < right <= width + 0.5 and 0 <= top < bottom <= float(root.get("height"))):
            faults.append(f"clipped: {text}")
        for other, that in boxes[n + 1 :]:
            if that[1] > bottom:
                break
            if overlap(box, that):
                faults.append(f"«{text}» on «{other}»")
    return faults
