"""How pictures are shown in a notebook: as SVG that carries its fonts, so that they look alike everywhere."""

from typing import Any

import altair as alt

from dodomu.charts import fonts
from dodomu.charts.save import svg


def show_as_svg() -> None:
    """Show charts in notebooks as SVG with the fonts inside: the same in JupyterLab, on a forge and offline.

    The description stands beside the picture, for whatever shows no pictures.

    Examples
    --------
    >>> import altair as alt
    >>> with alt.renderers.enable("default"):
    ...     show_as_svg()
    ...     alt.renderers.active
    'dodomu'
    """
    alt.renderers.register("dodomu", _shown)
    alt.renderers.enable("dodomu")


def _shown(spec: dict[str, Any], **_: Any) -> dict[str, str]:
    return {"image/svg+xml": svg(spec, fonts.embedded_css()), "text/plain": spec.get("description", "")}
