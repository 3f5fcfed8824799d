"""The page on versions is a transcript: its commands run, and its Python too."""

import contextlib
import functools
import http.server
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "versions.md").read_text("utf-8")

FROM_ADDRESS = """
import sys, dodomu
ds = dodomu.open(sys.argv[1])
assert ds.version == "0.2.0" and ds.events.height > 0
"""


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A folder with articles, and a path on which dodomu and python are those that are tested."""
    folder = tmp_path_factory.mktemp("walk")
    (folder / "articles").mkdir()
    for ending in ("txt", "toml"):
        shutil.copy(ROOT / "tests" / "gold" / f"seed.{ending}", folder / "articles")
    bin_ = folder / ".bin"
    bin_.mkdir()
    for name, command in (("dodomu", "-m dodomu"), ("python", "")):
        (bin_ / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n')
        (bin_ / name).chmod(0o755)
    return folder


def run(command, place):
    environment = os.environ | {
        "PATH": f"{place / '.bin'}{os.pathsep}{os.environ['PATH']}",
        "DODOMU_CACHE": str(place / ".cache"),
    }
    return subprocess.run(command, cwd=place, env=environment, shell=True, capture_output=True, text=True, timeout=120)


@pytest.fixture
def port():
    """A port of this machine that is free, for the one that the page names."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@contextlib.contextmanager
def started(command, place, port):
    """Keep running what the page leaves running; wait until it answers."""
    command = [sys.executable, *command.split()[1:-1]]
    with subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            until = time.monotonic() + 30
            while not answers(port) and time.monotonic() < until:
                time.sleep(0.05)
            yield
        finally:
            process.kill()


def answers(port):
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
        return True
    return False


def test_the_walkthrough_runs_as_it_stands(place, port):
    page = (line for block in blocks("console") for line in block.replace("8000", str(port)).splitlines())
    commands = [line.removeprefix("$ ") for line in page]
    assert len(commands) == 19
    told = {}
    with contextlib.ExitStack() as running:
        for number, command in enumerate(commands):
            if command.endswith(" &"):
                running.enter_context(started(command, place, port))
                continue
            ran = run(command, place)
            assert ran.returncode == 0, f"{command}: {ran.stderr}"
            told[number] = ran.stdout + ran.stderr
    assert "would release 0.1.0" in told[0]
    assert "released " in told[1]
    assert "0.2.0 (minor step from 0.1.0)" in told[3]
    assert "nothing differs from 0.2.0" in told[4]
    assert "count: 123 → 124" in told[5]
    assert "why: the source changed: article seed was edited" in told[9]
    assert (place / "before.svg").read_text("utf-8").startswith("<svg")
    [python] = blocks("python")
    ran = subprocess.run([sys.executable, "-W", "error", "-c", python], cwd=place, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert "count_low" in ran.stdout


def test_what_was_released_opens_over_http_and_then_without(place):
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(place))
    handler.log_message = lambda *args: None
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        addresses = [f"http://127.0.0.1:{server.server_port}/{name}" for name in ("dataset/0.2.0", "0.2.0.zip")]
        opened = [run(f"python -c '{FROM_ADDRESS}' {address}", place) for address in addresses]
        server.shutdown()
    again = [run(f"python -c '{FROM_ADDRESS}' {address}", place) for address in addresses]
    assert [ran.returncode for ran in (*opened, *again)] == [0] * 4, opened[0].stderr
