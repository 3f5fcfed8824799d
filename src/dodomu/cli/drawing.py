"""Commands that draw: chart, report."""

from typing import Annotated, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from dodomu.cli.app import Data, Lang, Out, app
from dodomu.cli.streams import dataset_at


@app.command(help_epilogue="Example: dodomu chart timeline --data build -o timeline.svg --lang en")
def chart(
    name: Literal["timeline"],
    *,
    output: Out,
    data: Data = None,
    lang: Lang = "uk",
    theme: Literal["light", "dark"] = "light",
    width: Annotated[int, Parameter(validator=Number(gte=200, lte=4000))] = 800,
) -> None:
    """Draw a chart of a dataset.

    Parameters
    ----------
    name
        Which chart.
    output
        The file to write: .svg, .png, .pdf, .html or .json.
    data
        A folder that build or release wrote; without it, the newest released version.
    lang
        The language of the labels.
    theme
        Dark on light or light on dark.
    width
        In pixels.
    """
    from dodomu.charts import save, timeline
    from dodomu.whole import whole_file

    drawn = timeline(dataset_at(data), lang=lang, theme=theme, width=width)
    with whole_file(output) as part:
        save(drawn, part)


@app.command(help_epilogue="Example: dodomu report --data build -o report.html --lang en")
def report(*, output: Out, data: Data = None, lang: Lang = "uk") -> None:
    """Write the timeline beside the articles, with the evidence marked in them: one page that works offline.

    Parameters
    ----------
    output
        The .html file to write.
    data
        A folder that build or release wrote; without it, the newest released version.
    lang
        The language of the page.
    """
    from dodomu.report import report as page
    from dodomu.whole import whole_file

    written = page(dataset_at(data), lang=lang)
    with whole_file(output) as part:
        part.write_bytes(written.encode())
