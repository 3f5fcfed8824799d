"""A dataset on disk: tables as Parquet and CSV with their schemas, description and checksums."""

from dodomu.dataset.read import Dataset, open
from dodomu.dataset.released import load, versions
from dodomu.dataset.verify import verify
from dodomu.dataset.write import write

__all__ = ["Dataset", "load", "open", "verify", "versions", "write"]
