"""Commands on what leaves the house: export, recall, notebooks."""

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Literal

from dodomu.cli.app import Data, Json, Lang, Out, app
from dodomu.cli.streams import dataset_at, put, say
from dodomu.exports.registry import FORMATS

_EXPORT = """Write a dataset in the format of another tool.

{formats}

Parameters
----------
format_
    Which format.
output
    The file to write.
data
    A folder that build or release wrote; without it, the newest released version.
lang
    The language of what people read in it.
"""


def export(format_: Literal[tuple(FORMATS)], *, output: Out, data: Data = None, lang: Lang = "uk") -> None:
    from dodomu.exports import export as write

    write(dataset_at(data), format_, output, lang=lang)


export.__doc__ = _EXPORT.format(formats="\n\n".join(f"{one.name}: {one.what}." for one in FORMATS.values()))
app.command(
    export,
    help_epilogue="Example: dodomu export xlsx --data build -o dodomu.xlsx\n"
    "Example: dodomu export timelinejs -o timeline.json --lang en",
)


@app.command(help_epilogue="Example: dodomu recall timeline.png\nExample: dodomu recall timeline.png --against build")
def recall(file: Path, *, against: str | None = None, as_json: Json = False) -> int:
    """Tell which rows of a picture, a page or an export have since been revised, merged, withdrawn or removed.

    The exit status is 0 when nothing changed and 1 when something did.

    Parameters
    ----------
    file
        A file that chart, report or export wrote.
    against
        A released version, or the path of a dataset; without it, the newest released version.
    as_json
        Print JSON.
    """
    from dodomu.exports import recall as compare

    found = compare(file, against=against)
    put(json.dumps(found.to_dict(), ensure_ascii=False, default=str) if as_json else found.told())
    return 1 if found else 0


@app.command(help_epilogue="Example: dodomu notebooks my-notebooks && jupyter lab my-notebooks")
def notebooks(folder: Path) -> None:
    """Copy the notebooks that come with the package into a folder of yours.

    They explore the data, draw every chart, build a dataset of own articles, and weigh promises and claims.

    Parameters
    ----------
    folder
        Where to. A notebook of the same name that you have changed is never written over.
    """
    from dodomu.notebooks import copy_notebooks

    names = [path.name for path in copy_notebooks(folder)]
    say(f"{len(names)} notebooks are in {folder}: {', '.join(names)}")
    say(f"open them with: jupyter lab {folder}")
    if find_spec("jupyterlab") is None:
        say('JupyterLab is not installed yet; install it with: pip install "dodomu[all]"')
