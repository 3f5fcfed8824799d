"""Write a dataset in the format of another tool."""

from os import PathLike
from pathlib import Path
from typing import Any

from dodomu.errors import BadInput, did_you_mean
from dodomu.exports.registry import FORMATS


def export(ds: Any, name: str, path: str | PathLike[str], *, lang: str = "uk") -> Path:
    """Write a dataset in the format of another tool; the same dataset gives the same bytes.

    Every file says which version of the data it was made from, how much of it only a machine has read, and which
    rows are in it: `dodomu.recall` tells what became of them since. What was not released yet goes through the rule
    on persons first, as a release does.

    Parameters
    ----------
    ds
        A dataset, from `dodomu.open`.
    name
        ``timelinejs``, ``annotations``, ``xlsx``, ``datawrapper``, ``datawrapper-cumulative`` or ``jsonl``.
    path
        The file to write.
    lang
        The language of what people read in it: ``uk`` or ``en``.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> export(Dataset({}), "xls", "a.xls")
    Traceback (most recent call last):
    dodomu.errors.BadInput: xls: is no format of export: did you mean «xlsx»? There are: timelinejs, ...
    """
    if name not in FORMATS:
        raise BadInput(name, f"is no format of export: {did_you_mean(name, FORMATS)}")
    from dodomu.exports.material import Material
    from dodomu.whole import whole_file

    content = FORMATS[name].render(Material.of(ds, lang))
    with whole_file(path) as part:
        part.write_bytes(content)
    return Path(path)
