"""The words of Ukrainian as data, TOML files in this folder, and their one loader."""

import tomllib
from functools import cache
from importlib import resources


@cache
def load(name: str) -> dict:
    """The word list ``uk/NAME.toml`` as it stands.

    >>> "state" in load("cues")["say"]
    True
    """
    return tomllib.loads(resources.files(__name__).joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """One list of ``uk/NAME.toml`` as a set: word forms as they stand, compared without a dictionary.

    >>> "та" in words("grammar", "and")
    True
    """
    return frozenset(load(name)[key])
