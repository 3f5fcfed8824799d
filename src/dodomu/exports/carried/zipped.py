"""What is written in a zip: the metadata of a bundle, or the hidden sheet of a workbook."""

import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from dodomu.exports.carried.markup import parsed_json
from dodomu.exports.carried.origin import DAMAGED, NOTHING, Unreadable
from dodomu.exports.xlsx import ORIGIN

_LARGEST = 1 << 27
_BROKEN = (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError, OverflowError)


def zipped(data: bytes) -> Any:
    """Read a bundle or a workbook."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = set(archive.namelist())

            def read(name: str) -> bytes:
                if name not in names:
                    raise Unreadable(NOTHING)
                with archive.open(name) as stream:
                    content = stream.read(_LARGEST + 1)
                if len(content) > _LARGEST:
                    raise Unreadable(DAMAGED)
                return content

            return parsed_json(read("metadata.json")) if "metadata.json" in names else _workbook(read)
    except _BROKEN:
        raise Unreadable(DAMAGED) from None


def _workbook(read: Callable[[str], bytes]) -> dict[str, Any]:
    said = _properties(read("docProps/custom.xml"))
    sheet = _sheet(read("xl/workbook.xml"), read("xl/_rels/workbook.xml.rels"))
    rows = _cells(read(f"xl/{sheet}"), _strings(read("xl/sharedStrings.xml")))[1:]
    return {
        "version": said.get("dodomu version") or None,
        "content_hash": said.get("dodomu content_hash"),
        "rows": [row[0] for row in rows if row],
        "fingerprints": [row[1] if len(row) > 1 else "" for row in rows if row],
    }


def _properties(xml: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal name
        if tag == "property":
            name = attributes.get("name", "")

    def text(words: str) -> None:
        found[name] = found.get(name, "") + words

    _parse(xml, start, text)
    return found


def _sheet(workbook: bytes, relations: bytes) -> str:
    """Give the file of the hidden sheet."""
    ids, targets = {}, {}

    def sheets(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            ids[attributes.get("name")] = attributes.get("r:id")

    def files(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            targets[attributes.get("Id")] = attributes.get("Target", "")

    _parse(workbook, sheets)
    _parse(relations, files)
    if ids.get(ORIGIN) not in targets:
        raise Unreadable(NOTHING)
    return targets[ids[ORIGIN]].removeprefix("/xl/")


def _strings(xml: bytes) -> list[str]:
    parts: list[list[str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            parts.append([])

    def text(words: str) -> None:
        if parts:
            parts[-1].append(words)

    _parse(xml, start, text)
    return ["".join(words).strip() for words in parts]


def _cells(xml: bytes, strings: list[str]) -> list[list[str]]:
    rows: list[list[str]] = []
    value = [False]

    def start(tag: str, attributes: dict[str, str]) -> None:
        value[0] = tag == "v"
        if tag == "row":
            rows.append([])

    def text(words: str) -> None:
        if value[0] and rows:
            rows[-1].append(words)

    _parse(xml, start, text)
    try:
        return [[strings[int(at)] for at in row] for row in rows]
    except (ValueError, IndexError):
        raise Unreadable(DAMAGED) from None


def _parse(
    xml: bytes, start: Callable[[str, dict[str, str]], None], text: Callable[[str], None] = lambda words: None
) -> None:
    def refused(*_: Any) -> None:
        raise Unreadable(DAMAGED)

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refused
    parser.StartElementHandler = start
    parser.CharacterDataHandler = text
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        raise Unreadable(DAMAGED) from None
