"""A dataset in the formats of other tools, and what became of the rows in a file that left the house."""

from typing import TYPE_CHECKING, Any

from dodomu.exports.export import export
from dodomu.exports.registry import FORMATS, Format

if TYPE_CHECKING:
    from dodomu.exports.recalled import Recall, recall

__all__ = ["FORMATS", "Format", "Recall", "export", "recall"]


def __getattr__(name: str) -> Any:
    # loaded on first use, so that the command's help needs no library
    if name not in ("Recall", "recall"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from dodomu.exports import recalled

    return getattr(recalled, name)
