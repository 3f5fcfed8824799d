"""Run a command as the shell would, in this process, for speed."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from dodomu import cli

SEEDS = Path(__file__).parents[2] / "seeds"


@dataclass
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.err.splitlines()


@pytest.fixture
def dodomu(capsys):
    """Give a function that runs a command."""

    def run(*arguments) -> Ran:
        capsys.readouterr()
        status = cli.run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of the seeds."""
    return SEEDS


@pytest.fixture(scope="session")
def seed(seeds) -> Path:
    """The article it all began with."""
    return seeds / "000_bcb5b48723ebb1b7.txt"


@pytest.fixture(scope="session")
def built(tmp_path_factory, seeds) -> Path:
    """The dataset of the seeds, built once."""
    folder = tmp_path_factory.mktemp("built") / "build"
    assert cli.run(["build", "--seeds", str(seeds), "-o", str(folder)]) == 0
    return folder
