"""A dataset on disk: tables as Parquet and CSV with their schemas, description and checksums."""

from dodomu.dataset.changes import told
from dodomu.dataset.dictionary import describe
from dodomu.dataset.diff import Diff, diff
from dodomu.dataset.manifest import files_of, seal
from dodomu.dataset.read import Dataset, open
from dodomu.dataset.release import Released, release_tables
from dodomu.dataset.released import load, located, path_of, versions
from dodomu.dataset.verify import verify
from dodomu.dataset.write import write

__all__ = [
    "Dataset",
    "Diff",
    "Released",
    "describe",
    "diff",
    "files_of",
    "load",
    "located",
    "open",
    "path_of",
    "release_tables",
    "seal",
    "told",
    "verify",
    "versions",
    "write",
]
