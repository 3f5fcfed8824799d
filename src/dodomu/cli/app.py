"""The command line's one application, and the options that several commands take."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter
from cyclopts.validators import Number

from dodomu import __version__

app = App(
    name="dodomu",
    help="Ukrainian news on releases from captivity, as datasets of events and quotes with their timelines.",
    help_epilogue="Example: dodomu build && dodomu verify build",
    help_format="plaintext",
    version=__version__,
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)

Seeds = Annotated[str, Parameter(allow_leading_hyphen=True)]  # for the lone hyphen that means stdin
Out = Annotated[Path, Parameter(name=["--output", "-o"])]
Data = Annotated[str | None, Parameter(name="--data")]
Jobs = Annotated[int, Parameter(validator=Number(gte=1))]
Json = Annotated[bool, Parameter(name="--json", negative="")]
Lang = Literal["uk", "en"]
