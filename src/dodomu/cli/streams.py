"""What every command says and to whom: data to stdout, messages to stderr."""

import sys
from contextlib import contextmanager
from pathlib import Path

from dodomu.errors import one_line


def dataset_at(path: str | None):
    """Open a dataset, or the newest released version where none is named."""
    from dodomu import dataset

    return dataset.open(dataset.located(path) if path else dataset.path_of())


@contextmanager
def data_out(path: Path | None):
    """Give the stream for data: a file that is there whole or not at all, or stdout."""
    from dodomu.whole import whole_file

    if path is None:
        yield sys.stdout.buffer
    else:
        with whole_file(path) as part, part.open("wb") as stream:
            yield stream


def told(faults: list[str], advice: str) -> int:
    """Say each fault and what to do, and give the exit status."""
    for fault in faults:
        say(fault)
    if faults:
        say(advice)
    return 1 if faults else 0


def put(text: str) -> None:
    """Print data as UTF-8 whatever the terminal's locale."""
    sys.stdout.buffer.write(text.encode() + b"\n")


def say(message: str) -> None:
    """Tell the person at the terminal."""
    print(f"dodomu: {one_line(message)}", file=sys.stderr)


def refused(message: str) -> int:
    """Say why nothing was done, and give the exit status."""
    say(message)
    return 2
