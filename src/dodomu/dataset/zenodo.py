"""``zenodo.json``: what an archive such as Zenodo asks about a deposit, so that each version can have a DOI."""

import json
from collections.abc import Mapping

import polars as pl

from dodomu.dataset import about


def zenodo(tables: Mapping[str, pl.DataFrame], version: str | None, content_hash: str) -> str:
    """Write the metadata of a deposit; its day of publication is the archive's to know."""
    links = [
        {
            "identifier": one["path"],
            "relation": "isDerivedFrom",
            "resource_type": "publication-article",
            "scheme": "url",
        }
        for one in about.sources(tables["articles"])
        if "path" in one
    ]
    metadata = {
        "title": f"{about.TITLE} ({version})" if version else about.TITLE,
        "upload_type": "dataset",
        "description": f"<p>{about.DESCRIPTION}</p><p>{about.DESCRIPTION_UK}</p>"
        f"<p>SHA-256 of the content: <code>{content_hash}</code></p>",
        "creators": [{"name": about.AUTHORS}],
        "version": version,
        "access_right": "open",
        "license": "cc-by-4.0",
        "language": "ukr",
        "keywords": list(about.KEYWORDS),
        "notes": "The licence covers the annotations; the text of each article stays its publisher's.",
        "related_identifiers": links,
    }
    return json.dumps({"metadata": about.without_nothing(metadata)}, ensure_ascii=False, indent=2) + "\n"
