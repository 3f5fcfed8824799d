"""The files of a version that describe it, brought in step with tables that lost rows.

A version of long ago was described by other code than today's; so what it says stays, but for checksums, numbers of
rows, and what it tells of that is no more.
"""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import polars as pl

from dodomu.dataset import about
from dodomu.dataset.calibration import calibration
from dodomu.dataset.readme import RIGHTS, coverage, reading_told, stones_told
from dodomu.dataset.tombstones import Withdrawn
from dodomu.dataset.withdrawal.cover import Passages, covered, is_telling
from dodomu.dataset.withdrawal.redact import Redacted

Tables = Mapping[str, pl.DataFrame]

_GONE = "withdrawn"
_FENCE = "```"


def described(
    files: Mapping[str, bytes], before: Tables, redacted: Redacted, tables: Mapping[str, bytes], hashes: tuple[str, str]
) -> dict[str, bytes]:
    """Bring the descriptions in step.

    Parameters
    ----------
    files
        The descriptions by name, as they are.
    before, redacted
        The tables as they were, and as they are.
    tables
        The files of the tables as they are.
    hashes
        The content hash as it was, and as it is.
    """
    step = _Step(before, redacted, tables, hashes)
    return {name: step.file(name, data) for name, data in files.items()}


class _Step:
    def __init__(self, before: Tables, redacted: Redacted, tables: Mapping[str, bytes], hashes: tuple[str, str]):
        self._before, self._after, self._files, self._hashes = before, redacted.tables, tables, hashes
        words = [one for found in redacted.words.values() for one in found]
        self._passages, self._telling = Passages(words), Passages(filter(is_telling, words))
        self._articles, self._ids = set(redacted.words), redacted.gone | redacted.actors
        left = about.sources(self._after["articles"])
        self._lost = [one for one in about.sources(before["articles"]) if one not in left]
        paths = {one.get("path") for one in left}
        self._addresses = {one["path"] for one in self._lost if "path" in one} - paths
        told = [
            (about.temporal_coverage(one["articles"]), sorted(one["articles"]["lang"].unique()))
            for one in (before, self._after)
        ]
        self._of_articles = dict(zip(("temporalCoverage", "inLanguage"), zip(*told, strict=True), strict=True))

    def file(self, name: str, data: bytes) -> bytes:
        """Give a description as it is now."""
        if name.startswith("schemas/"):
            return data
        try:
            text = data.decode()
        except UnicodeDecodeError:  # a picture, perhaps: whoever looks through the files says so
            return data
        if name.endswith((".json", ".jsonld")):
            read = json.loads(text)
            made = self._json(read)
            text = text if made == read else json.dumps(made, ensure_ascii=False, indent=2) + "\n"
        elif name.endswith(".md"):
            text = self._changes(text) if name.startswith("CHANGELOG") else self._readme(text)
        old, new = self._hashes
        return text.replace(old, new).replace(f"{old[:16]}…", f"{new[:16]}…").encode()

    def _json(self, value: Any) -> Any:
        if isinstance(value, list):
            return [self._json(one) for one in value if not self._is_lost(one)]
        if isinstance(value, str):
            return self._telling.out_of(value)
        if not isinstance(value, dict):
            return value
        made = {key: self._json(one) for key, one in value.items()}
        data = self._files.get(value.get("path") or value.get("contentUrl") or "")
        if data is not None:
            digest = sha256(data).hexdigest()
            known = {"bytes": len(data), "hash": f"sha256:{digest}", "contentSize": f"{len(data)} B", "sha256": digest}
            made |= {key: known[key] for key in known if key in made}
        for key, (was, is_) in self._of_articles.items():
            if key in made and made[key] == was:
                made[key] = is_
        return {key: one for key, one in made.items() if one not in (None, []) or one == value[key]}

    def _is_lost(self, value: Any) -> bool:
        """Tell a source that is no more from one that is: an address, or what names one."""
        if isinstance(value, dict):
            return value in self._lost or value.get("identifier") in self._addresses
        return isinstance(value, str) and value in self._addresses

    def _changes(self, text: str) -> str:
        """Every line on a row that is no more, or with its words, says so and nothing else."""
        lines, inside = [], False
        for line in text.split("\n"):
            inside ^= line.startswith(_FENCE)
            tells = inside and line[:2] in ("+ ", "- ", "~ ")
            lines.append(f"{line[0]} {_GONE}" if tells and self._is_of_lost(line) else line)
        return "\n".join(lines)

    def _is_of_lost(self, line: str) -> bool:
        name, _, told = line[2:].partition("  ")
        named, said = set(name.split(" / ")), set(re.findall(r"[\w-]+", told))
        if named & self._ids or said & (self._ids - self._articles) or self._telling.runs(line):
            return True
        return bool(named & self._articles and self._passages.places(told))

    def _readme(self, text: str) -> str:
        for name, rows in self._after.items():
            row = re.compile(rf"^(\| `{re.escape(name)}` \| ){self._before[name].height:,}( \|)", re.MULTILINE)
            text = row.sub(rf"\g<1>{rows.height:,}\2", text)
        for told in (coverage, reading_told, calibration):
            try:
                was, is_ = told(self._before), told(self._after)
            except (KeyError, pl.exceptions.PolarsError):  # of before there was such a column
                continue
            text = text.replace(was, is_)
        return "\n".join(self._line(line) for line in text.split("\n") if not self._is_listed(line))

    def _is_listed(self, line: str) -> bool:
        """Tell a decision that could not be applied to a record that is no more."""
        return line.startswith("- ") and line[2:].replace("\\", "").partition(": ")[0] in self._ids

    def _line(self, line: str) -> str:
        return covered(line, self._telling.runs(line)) if line.startswith("- ") else self._telling.out_of(line)


def with_stones(text: str, withdrawn: Withdrawn) -> str:
    """Put what was withdrawn into a README, in the place of what it said of it before."""
    told = stones_told(withdrawn)
    head = told.split("\n", 1)[0]
    if f"\n{head}\n" in text:
        begin = text.index(f"\n{head}\n") + 1
        end = text.find("\n## ", begin)
        text = text[:begin] + (text[end + 1 :] if end > 0 else "")
    if f"\n{RIGHTS}\n" in text:
        return text.replace(f"\n{RIGHTS}\n", f"\n{told}{RIGHTS}\n", 1)
    return f"{text.rstrip()}\n\n{told}"
