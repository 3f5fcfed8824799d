"""Files of strangers: one clear line for each, no hanging, nothing unpacked without end."""

import io
import json
import struct
import zlib
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dodomu.charts import save, timeline
from dodomu.errors import BadInput
from dodomu.exports import export
from dodomu.exports.carried import carried_by

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HASH = "ab" * 32
BOMB = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "' + b"x" * 1000 + b'"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>'


def chunk(kind, body, length=None):
    size = len(body) if length is None else length
    return struct.pack(">I", size) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def itxt(text, packed=False):
    content = zlib.compress(text) if packed else text
    return chunk(b"iTXt", b"dodomu\0" + (b"\1" if packed else b"\0") + b"\0\0\0" + content)


def workbook(ds, tmp_path, **replaced):
    whole = export(ds, "xlsx", tmp_path / "whole.xlsx").read_bytes()
    buffer = io.BytesIO()
    with ZipFile(io.BytesIO(whole)) as old, ZipFile(buffer, "w") as new:
        for name in old.namelist():
            content = replaced.get(name.rpartition("/")[2].partition(".")[0], old.read(name))
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def zip_bomb():
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        archive.writestr("metadata.json", b" " * ((1 << 27) + 10))
    return buffer.getvalue()


def said(**changed):
    return json.dumps({"version": "0.1.0", "content_hash": HASH, "rows": ["e-1"]} | changed).encode()


HOSTILE = {
    "empty": b"",
    "nothing": b"hello",
    "binary": bytes(range(256)) * 40,
    "picture without words": SIGNATURE + chunk(b"IHDR", bytes(13)) + chunk(b"IEND", b""),
    "truncated picture": SIGNATURE + chunk(b"IHDR", bytes(13)) + itxt(said())[:-9],
    "huge chunk": SIGNATURE + chunk(b"iTXt", b"dodomu\0", 0xFFFFFFF0),
    "half a header": SIGNATURE + b"\0\0\0",
    "packed without end": SIGNATURE + itxt(b" " * (1 << 27), packed=True),
    "packed badly": SIGNATURE + chunk(b"iTXt", b"dodomu\0\1\0\0\0no zlib"),
    "no JSON in a picture": SIGNATURE + itxt(b"{"),
    "no UTF-8 in a picture": SIGNATURE + itxt(b"\xff\xfe"),
    "drawing without words": b"<svg xmlns='http://www.w3.org/2000/svg'></svg>",
    "XML bomb": BOMB,
    "metadata of another": b"<svg><metadata><rdf:RDF/></metadata></svg>",
    "page without words": b"<!doctype html><title>x</title>",
    "page with other data": b'<!doctype html><script type="application/json" id="dodomu">[1]</script>',
    "PDF without words": b"%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj",
    "deep JSON": b"[" * 200_000,
    "deep JSON in a page": b'<html><script type="application/json" id="dodomu">' + b"[" * 200_000 + b"</script>",
    "number without end": b'{"dodomu": ' + b"1" * 5000 + b"}",
    "JSON of another": b'{"version": "0.1.0"}',
    "hash that is none": said(content_hash="x"),
    "version that is none": said(version="../../etc"),
    "rows that are none": said(rows="e-1"),
    "row that is none": said(rows=[["e-1"]]),
    "row that moves the cursor": said(rows=["\u001b[2J"]),
    "row without end": said(rows=["e" * 100_000]),
    "no zip": b"PK\x03\x04" + bytes(100),
    "zip bomb": zip_bomb(),
    "CSV of another": b"a,b\n1,2\n",
    "CSV with a wide cell": b"id,data_version,data_sha256\n" + b"x" * 200_000 + b",0.1.0," + HASH.encode(),
    "JSON Lines of another": b'{"table": "events"}\n{"table": "events"}\n',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_in_one_line(tmp_path, name):
    path = tmp_path / "file.bin"
    path.write_bytes(HOSTILE[name])
    with pytest.raises(BadInput) as told:
        carried_by(path)
    assert str(told.value).startswith(f"{path}: ")
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 200 + len(str(path))


@pytest.mark.parametrize("part", ["custom", "workbook", "sharedStrings"])
@pytest.mark.parametrize("content", [BOMB, b"<a", None, b"<a/>"])
def test_a_damaged_workbook_is_refused_in_one_line(ds, tmp_path, part, content):
    path = tmp_path / "file.xlsx"
    path.write_bytes(workbook(ds, tmp_path, **{part: content}))
    with pytest.raises(BadInput, match="file.xlsx: "):
        carried_by(path)


@pytest.mark.parametrize("missing", ["gone.png", "."])
def test_what_is_no_file_is_refused(tmp_path, missing):
    with pytest.raises(BadInput):
        carried_by(tmp_path / missing)


def test_a_picture_whose_words_another_program_packed_is_read(tmp_path):
    path = tmp_path / "packed.png"
    path.write_bytes(SIGNATURE + chunk(b"IHDR", bytes(13)) + itxt(said(), packed=True) + chunk(b"IEND", b""))
    assert dict(carried_by(path).rows) == {"e-1": ""}


def test_a_picture_cut_anywhere_is_read_whole_or_refused(gold_dataset, tmp_path):
    whole = save(timeline(gold_dataset("seed")), tmp_path / "whole.png").read_bytes()
    path = tmp_path / "cut.png"
    read = set()
    for end in (8, 20, 33, 40, 60, 500, 2000, 4000, len(whole) // 2, len(whole)):
        path.write_bytes(whole[:end])
        try:
            read.add(len(carried_by(path).rows))
        except BadInput:
            read.add(0)
    assert read == {0, 18}
