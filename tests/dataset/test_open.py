"""A dataset opens from a folder, a zip file, an address; each file is held to its checksum."""

import functools
import http.server
import shutil
import socketserver
import threading
import zipfile

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import dodomu
from dodomu import dataset
from dodomu.dataset import release_tables
from dodomu.errors import BadQuery, InvalidTable, MissingExtra, NoDataset, UnknownVersion


@pytest.fixture
def version(tables, tmp_path):
    return release_tables(tables, tmp_path / "versions").path


def zipped(folder, path, inside="0.1.0/"):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, inside + file.relative_to(folder).as_posix())
    return path


@pytest.fixture
def serve(monkeypatch, tmp_path):
    """Give a function that serves a folder over HTTP on this machine; what is fetched is cached apart."""
    monkeypatch.setenv("DODOMU_CACHE", str(tmp_path / "cache"))
    servers = []

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args):
            asked.append(self.path)

    asked: list[str] = []

    def start(folder):
        handler = functools.partial(Quiet, directory=str(folder))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}", server, asked

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("inside", ["", "0.1.0/", "data/0.1.0/"])
def test_a_zip_file_opens_without_being_unpacked(version, tmp_path, inside, tables):
    path = zipped(version, tmp_path / "it.zip", inside)
    before = sorted(tmp_path.rglob("*"))
    ds = dodomu.open(path)
    assert ds.version == "0.1.0"
    for name in tables:
        assert_frame_equal(ds.table(name), tables[name])
    assert dataset.verify(path) == []
    assert sorted(tmp_path.rglob("*")) == before


def test_an_address_opens_and_is_there_without_a_network(version, tables, serve):
    address, server, asked = serve(version)
    ds = dodomu.open(address)
    assert_frame_equal(ds.events, tables["events"])
    assert asked == ["/manifest.json", "/events.parquet"]
    server.shutdown()
    server.server_close()
    again = dodomu.open(address)
    assert_frame_equal(again.events, tables["events"])
    with pytest.raises(NoDataset, match="cannot be reached"):
        again.quotes  # noqa: B018


def test_the_address_of_a_zip_file_opens(version, tables, tmp_path, serve):
    (tmp_path / "served").mkdir()
    zipped(version, tmp_path / "served" / "0.1.0.zip")
    address, *_ = serve(tmp_path / "served")
    ds = dodomu.open(f"{address}/0.1.0.zip")
    assert_frame_equal(ds.quotes, tables["quotes"])
    assert ds.article("a").text.startswith("\ufeffПʼятеро")


def test_a_file_that_is_not_what_the_manifest_says_is_refused_wherever_it_lies(version, tmp_path, serve):
    data = (version / "events.parquet").read_bytes()
    (version / "events.parquet").write_bytes(data[:-9] + bytes([data[-9] ^ 1]) + data[-8:])
    address, *_ = serve(version)
    for place in (version, zipped(version, tmp_path / "it.zip"), address):
        with pytest.raises(InvalidTable, match="dodomu verify"):
            dodomu.open(place).events  # noqa: B018


def test_what_was_tampered_with_in_the_cache_is_fetched_anew(version, tables, tmp_path, serve):
    address, *_ = serve(version)
    dodomu.open(address).events  # noqa: B018
    for path in (tmp_path / "cache" / "files").iterdir():
        path.write_bytes(b"other")
    assert_frame_equal(dodomu.open(address).events, tables["events"])


def test_addresses_that_lead_nowhere_are_one_line(serve, tmp_path):
    address, *_ = serve(tmp_path)
    with pytest.raises(NoDataset, match="404"):
        dodomu.open(address)
    with pytest.raises(NoDataset, match="check the address"):
        dodomu.open("http://127.0.0.1:9")
    with pytest.raises((NoDataset, MissingExtra)):
        dodomu.open("nonsense://data/0.1.0")


def test_other_stores_open_through_fsspec(version, tables, monkeypatch, tmp_path):
    fsspec = pytest.importorskip("fsspec")
    monkeypatch.setenv("DODOMU_CACHE", str(tmp_path / "cache"))
    memory = fsspec.filesystem("memory")
    memory.put(str(version) + "/", "/data/0.1.0/", recursive=True)
    assert_frame_equal(dodomu.open("memory://data/0.1.0").events, tables["events"])


def test_versions_elsewhere_are_named_by_the_environment(version, monkeypatch, tables):
    monkeypatch.setenv("DODOMU_DATA", str(version.parent))
    assert dodomu.versions() == ["0.1.0"]
    assert_frame_equal(dodomu.load("events"), tables["events"])
    with pytest.raises(UnknownVersion, match="There are: 0.1.0|there are: 0.1.0"):
        dodomu.load("events", version="0.2.0")
    monkeypatch.setenv("DODOMU_DATA", str(version.parent / "gone"))
    with pytest.raises(NoDataset, match="DODOMU_DATA"):
        dodomu.versions()


def test_a_version_that_is_being_written_is_not_there_yet(version, monkeypatch):
    monkeypatch.setenv("DODOMU_DATA", str(version.parent))
    for name in (".0.2.77.part.0", "0.2.0", "notes", "0.3"):
        (version.parent / name).mkdir()
    assert dodomu.versions() == ["0.1.0"]


def test_a_lazy_table_reads_what_it_needs(version, monkeypatch, tables):
    monkeypatch.setenv("DODOMU_DATA", str(version.parent))
    query = dodomu.load("events", lazy=True)
    assert isinstance(query, pl.LazyFrame)
    assert query.select("type").collect()["type"].to_list() == ["return"]
    assert_frame_equal(dodomu.open(version).lazy("quotes").collect(), tables["quotes"])
    assert_frame_equal(dataset.Dataset(tables).lazy("quotes").collect(), tables["quotes"])


def test_all_tables_answer_sql(version):
    ds = dodomu.open(version)
    joined = ds.sql(
        "select e.type, m.trigger from events e join mentions m on m.event_id = e.event_id where e.family = 'release'"
    )
    assert joined.rows() == [("return", "вдома")]
    for wrong in ("select * from nothing", "selec", "select nothing from events", ""):
        with pytest.raises(BadQuery, match="the tables are: articles"):
            ds.sql(wrong)


def test_pandas_gets_whole_numbers_days_and_lists(version):
    pandas = pytest.importorskip("pandas")
    frame = dodomu.open(version).to_pandas("known_releases")
    assert isinstance(frame, pandas.DataFrame)
    assert frame["date"][0].isoformat() == "2025-11-22"
    assert frame["origin"][0] == ["BY"]
    assert str(frame["released_total"].dtype) == "Int64"
    assert frame["released_total"].isna().all()


def test_an_article_shows_itself_with_its_words_marked(version):
    article = dodomu.open(version).article("a")
    html = article._repr_html_()
    assert "<script" not in html
    assert 'title="Володимир Зеленський · q-1"' in html
    assert ">Дякую</span>" in html
    plain = pl.Series([html]).str.replace_all("<[^>]*>", "").item()
    assert "Пʼятеро вдома!" in plain


def test_an_article_with_hostile_words_shows_them_as_words(tables):
    hostile = "<script>alert(1)</script> & <b>"
    articles = tables["articles"].with_columns(title=pl.lit(hostile), publisher=pl.lit(hostile))
    quotes = tables["quotes"].with_columns(speaker=pl.lit('"><img src=x onerror=alert(1)>'))
    html = dataset.Dataset({**tables, "articles": articles, "quotes": quotes}).article("a")._repr_html_()
    assert "<script" not in html
    assert "<img" not in html


def test_an_article_whose_text_may_not_be_shared_says_so(tables):
    articles = tables["articles"].with_columns(text=pl.lit(None, pl.String))
    shown = dataset.Dataset({**tables, "articles": articles}).article("a")._repr_html_()
    assert "may not be shared" in shown


def test_tables_cannot_be_replaced(tables):
    ds = dataset.Dataset(tables)
    with pytest.raises(AttributeError, match="under a name of yours"):
        ds.events = None
    assert not hasattr(ds, "rumours")


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/9 no\r\n\r\n",
        b"\x00\xff" * 100,
        b"",
        b"HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"x" * 100_000 + b"\r\n\r\n",
    ],
    ids=range(8),
)
def test_a_server_that_answers_nonsense_is_one_line(answer, monkeypatch, tmp_path):
    monkeypatch.setenv("DODOMU_CACHE", str(tmp_path))

    class Nonsense(socketserver.BaseRequestHandler):
        def handle(self):
            self.request.recv(65536)
            self.request.sendall(answer)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Nonsense) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with pytest.raises(NoDataset) as refused:
            dodomu.open(f"http://127.0.0.1:{server.server_address[1]}/data")
        server.shutdown()
    assert str(refused.value).isprintable()


def test_what_was_verified_at_an_address_verifies_without_a_network(version, serve):
    address, server, _ = serve(version)
    assert dataset.verify(address) == []
    server.shutdown()
    server.server_close()
    assert dataset.verify(address) == []


def test_what_is_missing_or_damaged_at_an_address_is_told_and_not_kept(version, serve, tmp_path):
    (version / "events.csv").unlink()
    (version / "README.md").write_text("x")
    address, *_ = serve(version)
    assert {"events.csv: is missing", "README.md: is not what was written (its SHA-256 is another)"} <= set(
        dataset.verify(address)
    )
    assert not (tmp_path / "cache").exists()


def test_nonsense_at_the_address_does_not_drive_a_good_dataset_from_the_cache(version, tables, serve, tmp_path):
    served = tmp_path / "served"
    served.mkdir()
    shutil.copytree(version, served / "0.1.0")
    zipped(version, served / "0.1.0.zip")
    address, server, _ = serve(served)
    places = [f"{address}/0.1.0", f"{address}/0.1.0.zip"]
    for place in places:
        dodomu.open(place).events  # noqa: B018
    (served / "0.1.0" / "manifest.json").write_text("<html>please log in</html>")
    (served / "0.1.0.zip").write_text("<html>please log in</html>")
    for place in places:
        with pytest.raises((InvalidTable, NoDataset)):
            dodomu.open(place)
    server.shutdown()
    server.server_close()
    for place in places:
        assert_frame_equal(dodomu.open(place).events, tables["events"])
