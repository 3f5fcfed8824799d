"""The notebooks that come with the package, and how they get into a folder of whoever reads them."""

from pathlib import Path

from dodomu.errors import BadOutput
from dodomu.whole import whole_file

_PACKAGE = Path(__file__).resolve().parent
# In a wheel they lie inside the package; in a working copy they lie where people read them.
_HOMES = (_PACKAGE / "_notebooks", _PACKAGE.parents[1] / "notebooks")


def notebooks() -> list[Path]:
    """Find the notebooks, in the order in which they are meant to be read.

    Examples
    --------
    >>> [path.stem for path in notebooks()]
    ['01_explore', '02_timelines', '03_your_articles', '04_promises_and_claims']
    """
    home = next((home for home in _HOMES if home.is_dir()), None)
    return sorted(home.glob("*.ipynb")) if home else []


def copy_notebooks(folder: str | Path) -> list[Path]:
    """Copy the notebooks into a folder, all or none; a file that is there stays as it is.

    Parameters
    ----------
    folder
        Where to; it is made if need be.

    Returns
    -------
    list of Path
        The copies.

    Raises
    ------
    BadOutput
        When a notebook of that name is there and reads otherwise, or the folder cannot be made.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadOutput(f"{folder}: no folder can be made there ({error.strerror}); choose another place") from error
    copies = {folder / path.name: path.read_bytes() for path in notebooks()}
    for copy, text in copies.items():
        if copy.exists() and not (copy.is_file() and copy.read_bytes() == text):
            raise BadOutput(f"{copy}: is there already and reads otherwise; rename it or choose another folder")
    for copy, text in copies.items():
        if not copy.exists():
            with whole_file(copy) as part:
                part.write_bytes(text)
    return list(copies)
