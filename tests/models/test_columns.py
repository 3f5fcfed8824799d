"""The columns of every table: which they are, that all are described, that every allowed value has a meaning."""

import typing

import pytest

from dodomu.models import TABLES, vocabulary

SLOTS = """date date_earliest date_latest date_extent date_basis count count_low count_high count_qualifier group
nationality origin destination place agents mediators"""

COLUMNS = {
    "articles": """article_id source sha256 title text lang publisher url published published_earliest published_latest
        published_basis rights n_words""",
    "quotes": """quote_id article_id kind text start end speaker_id speaker speaker_text speaker_role cue cue_lemma act
        carrier occasion date date_earliest date_latest date_basis rule confidence note review curated""",
    "mentions": f"""mention_id article_id event_id type status trigger trigger_start trigger_end {SLOTS} asserted_by
        quote_id rule confidence note review curated""",
    "events": f"""event_id type family status {SLOTS} n_mentions n_articles first_reported part_of cohort_id
        contradictions known_releases plover cameo confidence review curated""",
    "actors": "actor_id name name_en kind wikidata country roles",
    "evidence": "record_id field article_id start end exact rule",
    "rules": "record field rule right wrong counted_on tier confidence confidence_low confidence_high",
    "gaps": "record_id field reason",
    "history": "record_id since_version changed_version merged_into withdrawn",
}


@pytest.mark.parametrize("table", COLUMNS)
def test_a_table_has_its_columns_in_their_order(table):
    assert list(TABLES[table].model.columns()) == COLUMNS[table].split()


@pytest.mark.parametrize("table", TABLES)
def test_every_column_says_in_two_languages_what_it_holds(table):
    model = TABLES[table].model
    for column in model.columns():
        field = model.model_fields[column]
        assert field.description, column
        assert field.json_schema_extra["description_uk"], column


@pytest.mark.parametrize("table", TABLES)
def test_keys_and_links_are_columns(table):
    columns = TABLES[table].model.columns()
    assert set(TABLES[table].key) <= set(columns)
    assert set(TABLES[table].points_to) <= set(columns)
    assert set(TABLES[table].points_to.values()) <= set(TABLES)


def test_every_allowed_value_has_a_meaning():
    kinds = [kind for kind in vars(vocabulary).values() if typing.get_origin(kind) is typing.Literal]
    assert kinds
    for kind in kinds:
        assert tuple(vocabulary.MEANINGS[kind]) == typing.get_args(kind)


def test_the_families_hold_every_type_once():
    assert sorted(vocabulary.RELEASE_FAMILY + vocabulary.CONTEXT_FAMILY) == sorted(vocabulary.EVENT_TYPES)
