"""Texts stand where the drawing library would set them."""

import pytest
import vl_convert
from drawings import ElementTree, text_boxes

from dodomu.charts import CHARTS, draw, fonts, lettering, releases
from dodomu.charts.save import render


@pytest.mark.parametrize("name", CHARTS)
def test_each_text_stands_where_the_drawing_library_sets_it(rich, name):
    spec = draw(name, rich, width=360).to_dict()
    fonts.register()
    theirs, ours = (
        sorted((text, round(left, 1), top) for text, (left, top, _, _) in text_boxes(ElementTree.fromstring(drawn)))
        for drawn in (vl_convert.vegalite_to_svg(spec), lettering.drawn(spec, vl_convert))
    )
    assert [text[:2] for text in ours] == [text[:2] for text in theirs]
    shifts = {round(ours[n][2] - theirs[n][2], 1) for n in range(len(ours))}
    assert len(shifts) == 1, "the whole picture may stand a little higher, no text by itself"


def test_the_space_inside_a_number_is_kept(known_releases):
    drawn = render(releases(known_releases, lang="en"), ".svg").decode()
    root = ElementTree.fromstring(drawn)
    assert any("12\u202f296" in text for text, _ in text_boxes(root))
    assert "12\u202f296" in root[0].text


def test_a_chart_of_somebody_else_is_left_to_the_drawing_library():
    import altair as alt

    chart = alt.Chart(alt.InlineData(values=[{"t": "Слово"}])).mark_text().encode(text="t:N")
    assert "Слово" in lettering.drawn(chart.to_dict(), vl_convert)
