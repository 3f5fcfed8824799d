"""All charts by their names, and the options that only some of them have."""

from inspect import signature
from typing import Any

import altair as alt

from dodomu.charts.claims import claims
from dodomu.charts.context import context
from dodomu.charts.labels import UnknownOption
from dodomu.charts.promises import promises
from dodomu.charts.releases import releases
from dodomu.charts.statements import statements
from dodomu.charts.timeline import timeline
from dodomu.errors import did_you_mean

CHARTS = {
    "timeline": timeline,
    "releases": releases,
    "statements": statements,
    "promises": promises,
    "claims": claims,
    "context": context,
}


def draw(name: str, ds: Any, **options: Any) -> alt.VConcatChart:
    """Draw a chart by its name; an option that is None is left out.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> from dodomu.tables import frames
    >>> draw("timeline", Dataset(frames(None)), by="origin")
    Traceback (most recent call last):
    dodomu.charts.labels.UnknownOption: the chart timeline has no option «by»; releases has
    """
    if name not in CHARTS:
        raise UnknownOption(f"no chart «{name}»: {did_you_mean(name, CHARTS)}")
    given = {option: value for option, value in options.items() if value is not None}
    for option in given:
        if option not in signature(CHARTS[name]).parameters:
            having = [other for other, chart in CHARTS.items() if option in signature(chart).parameters]
            told = f"; {', '.join(having)} has" if having else ""
            raise UnknownOption(f"the chart {name} has no option «{option}»{told}")
    return CHARTS[name](ds, **given)
