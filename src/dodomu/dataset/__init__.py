"""A dataset on disk: tables as Parquet and CSV with their schemas, description and checksums."""

from dodomu.dataset.manifest import files_of, seal
from dodomu.dataset.read import Dataset, open
from dodomu.dataset.released import load, path_of, versions
from dodomu.dataset.verify import verify
from dodomu.dataset.write import write

__all__ = ["Dataset", "files_of", "load", "open", "path_of", "seal", "verify", "versions", "write"]
