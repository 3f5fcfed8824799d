"""Ukrainian news on releases from captivity, as versioned datasets of events and quotes with their timelines.

Everything here is loaded on first use, so that ``import dodomu`` stays quick.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dodomu import extract
    from dodomu.charts import claims, context, promises, releases, statements, timeline
    from dodomu.dataset import Dataset, describe, diff, load, open, verify, versions
    from dodomu.errors import DodomuError
    from dodomu.exports import export, recall
    from dodomu.models import Article, Extraction

_HOME = {
    "Article": "dodomu.models",
    "Dataset": "dodomu.dataset",
    "DodomuError": "dodomu.errors",
    "Extraction": "dodomu.models",
    "claims": "dodomu.charts",
    "context": "dodomu.charts",
    "describe": "dodomu.dataset",
    "diff": "dodomu.dataset",
    "export": "dodomu.exports",
    "extract": "dodomu.extract",
    "load": "dodomu.dataset",
    "open": "dodomu.dataset",
    "promises": "dodomu.charts",
    "recall": "dodomu.exports",
    "releases": "dodomu.charts",
    "statements": "dodomu.charts",
    "timeline": "dodomu.charts",
    "verify": "dodomu.dataset",
    "versions": "dodomu.dataset",
}

__all__ = [
    "Article",
    "Dataset",
    "DodomuError",
    "Extraction",
    "__version__",
    "claims",
    "context",
    "describe",
    "diff",
    "export",
    "extract",
    "load",
    "open",
    "promises",
    "recall",
    "releases",
    "statements",
    "timeline",
    "verify",
    "versions",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("dodomu")
    if name not in _HOME:
        raise AttributeError(f"module 'dodomu' has no attribute {name!r}")
    module = import_module(_HOME[name])
    # the room «extract» is itself what is called: dodomu.extract("…")
    found = module if module.__name__ == f"dodomu.{name}" else getattr(module, name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
