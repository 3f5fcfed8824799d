"""The gallery: every chart of a dataset in every language, written by one command."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dodomu.charts.family import CHARTS, draw
from dodomu.charts.labels import LANGUAGES
from dodomu.charts.save import save
from dodomu.errors import BadOutput
from dodomu.whole import whole_file

_KNOWN = {"releases-known": ("releases", {"of": "known", "by": "origin"})}
"""Pictures of the curated reference, where a dataset has one."""


def gallery(
    ds: Any,
    folder: str | Path,
    endings: Iterable[str] = (".svg", ".png"),
    theme: str = "light",
    width: int = 800,
) -> Iterator[Path]:
    """Write every chart in Ukrainian and English; give each file when it is there.

    Parameters
    ----------
    ds
        A dataset.
    folder
        Where to; files of the same names are replaced, others left alone.
    endings
        The formats, as `save` knows them.
    theme, width
        As for `timeline`.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadOutput(f"{folder}: no folder can be made there ({error.strerror}); choose another place") from error
    pictures = {name: (name, {}) for name in CHARTS} | (_KNOWN if len(ds.known_releases) else {})
    for lang in LANGUAGES:
        for file, (name, options) in pictures.items():
            chart = draw(name, ds, lang=lang, theme=theme, width=width, **options)
            for ending in endings:
                path = folder / f"{file}.{lang}{ending}"
                with whole_file(path) as part:
                    save(chart, part)
                yield path
