"""The fonts that pictures are drawn with: a font that is not there would erase every text in silence."""

from base64 import b64encode
from functools import cache
from pathlib import Path

FAMILY = "Noto Sans, sans-serif"
"""The shipped font; a viewer that lacks it and cannot embed it falls back to one without serifs, never to nothing."""

FOLDER = Path(__file__).parent


@cache
def register() -> None:
    """Tell the drawing library where the fonts are, once; without the library there is nothing to tell."""
    try:
        import vl_convert
    except ImportError:
        return
    vl_convert.register_font_directory(str(FOLDER))


@cache
def embedded_css() -> str:
    """Give the CSS that carries the fonts inside a page, so that it looks alike without them and without a network."""
    return "\n".join(
        f'@font-face{{font-family:"Noto Sans";font-weight:{weight};'
        f'src:url("data:font/woff2;base64,{b64encode((FOLDER / name).read_bytes()).decode()}")format("woff2")}}'
        for weight, name in ((400, "NotoSans-Regular.woff2"), (700, "NotoSans-Bold.woff2"))
    )
