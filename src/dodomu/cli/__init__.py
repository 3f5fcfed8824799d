"""The command ``dodomu``: thin, for all it does is in the rooms it calls.

Data goes to stdout, messages to stderr. Exit status: 0 when all went well, 1 when something was found wrong
(`verify`, `schema --check`, a bad file among those of `extract`), 2 when the command could not be done as asked.
Libraries are imported where they are used, so that ``--help`` is there at once. A group of commands is a file here.
"""

import os
import sys

from cyclopts import CycloptsError

from dodomu.cli import (  # noqa: F401  (each registers its commands)
    checking,
    drawing,
    exporting,
    measuring,
    people,
    reading,
    versions,
    withdrawing,
)
from dodomu.cli.app import app
from dodomu.cli.streams import refused, say
from dodomu.errors import DodomuError

__all__ = ["app", "main", "run"]


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command and give its exit status; an error is told in a line on stderr."""
    try:
        status = app(arguments, exit_on_error=False, print_error=False)
        sys.stdout.flush()
        return status or 0
    except CycloptsError as error:
        return refused(" ".join(str(error).split()) + " See: dodomu --help")
    except DodomuError as error:
        return refused(str(error))
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return refused(f"{error.filename or 'output'}: {error.strerror or error}; check the path and its permissions")
    except KeyboardInterrupt:
        say("stopped; nothing half-written is left")
        return 130
