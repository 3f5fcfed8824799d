"""Commands that draw: chart, gallery, report."""

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from dodomu.cli.app import Data, Lang, Out, app
from dodomu.cli.streams import dataset_at, say
from dodomu.errors import BadInput

Theme = Literal["light", "dark"]
Width = Annotated[int, Parameter(validator=Number(gte=200, lte=4000))]


@app.command(
    help_epilogue="Example: dodomu chart timeline --data build -o timeline.svg --lang en\n"
    "Example: dodomu chart releases --by origin --of known -o releases.png\n"
    "Example: dodomu chart timeline --bundle timeline.zip"
)
def chart(
    name: Literal["timeline", "releases", "statements", "promises", "claims", "context"],
    *,
    output: Out | None = None,
    bundle: Annotated[Path | None, Parameter(name="--bundle")] = None,
    data: Data = None,
    lang: Lang = "uk",
    theme: Theme = "light",
    width: Width = 800,
    by: Literal["type", "origin", "mediator"] | None = None,
    of: Literal["events", "known"] | None = None,
    event: str | None = None,
    as_of: str | None = None,
) -> None:
    """Draw a chart of a dataset.

    Parameters
    ----------
    name
        Which chart: timeline (releases and statements together), releases (how many people became free), statements
        (who said what), promises (deadlines and what became of them), claims (what each source says of one event),
        context (what articles tell among the known releases).
    output
        The file to write: .svg, .png, .pdf, .html or .json; .csv holds exactly the data drawn.
    bundle
        A .zip to write: the chart as SVG and PNG, its data, metadata, citation and alternative text.
    data
        A folder that build or release wrote; without it, the newest released version.
    lang
        The language of the labels.
    theme
        Dark on light or light on dark.
    width
        In pixels.
    by
        Releases: by what they are told apart.
    of
        Releases: what the articles say, or the curated table of known releases.
    event
        Claims: the id of the event; without it, the one on which claims differ most.
    as_of
        Promises: up to which day an outcome is looked for, such as 2026-01-15.
    """
    if output is None and bundle is None:
        raise BadInput("chart", "name a file to write: --output FILE or --bundle FILE.zip")
    from dodomu import charts
    from dodomu.whole import whole_file

    dataset = dataset_at(data)
    options = {"theme": theme, "width": width, "by": by, "of": of, "event_id": event, "as_of": as_of}

    def draw(language: str):
        return charts.draw(name, dataset, lang=language, **options)

    if output is not None:
        with whole_file(output) as part:
            charts.save(draw(lang), part)
    if bundle is not None:
        with whole_file(bundle) as part:
            charts.bundle(draw, part, lang)


@app.command(help_epilogue="Example: dodomu gallery docs/gallery --data build")
def gallery(folder: Path, *, data: Data = None, theme: Theme = "light", width: Width = 800) -> None:
    """Write every chart in Ukrainian and English as SVG and PNG.

    Parameters
    ----------
    folder
        Where to. Files of the same names are replaced, others left alone.
    data
        A folder that build or release wrote; without it, the newest released version.
    theme
        Dark on light or light on dark.
    width
        In pixels.
    """
    from dodomu.charts import gallery as drawn

    for path in drawn(dataset_at(data), folder, theme=theme, width=width):
        say(f"wrote {path}")


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
