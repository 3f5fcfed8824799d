"""Who is who."""

import pytest

from dodomu.resolve.actors import Roster, kind_of
from dodomu.resolve.slug import slug


def test_one_actor_under_several_names():
    roster = Roster()
    keys = {roster.id_of(name) for name in ("Володимир Зеленський", "Зеленський", "ВОЛОДИМИР ЗЕЛЕНСЬКИЙ")}
    assert keys == {"volodymyr-zelenskyi"}


def test_a_state_is_known_by_its_code():
    roster = Roster()
    assert roster.id_of("BY") == "bilorus"
    assert roster.id_of("BO") == "boliviia"
    [_, bolivia] = roster.actors()
    assert (bolivia.kind, bolivia.country, bolivia.name_en) == ("state", "BO", "Bolivia")


def test_roles_are_gathered_once_each():
    roster = Roster()
    for role in ("президент", "глава держави", "президент", None):
        roster.id_of("Володимир Зеленський", role=role)
    assert roster.actors()[0].roles == ["президент", "глава держави"]


def test_nobody_is_no_actor():
    roster = Roster()
    assert roster.id_of(None) is None
    assert roster.actors() == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Дмитро Лубінець", "person"),
        ("речник ДПСУ", "person"),
        ("Координаційний штаб", "body"),
        ("Міжнародний комітет Червоного Хреста", "body"),
        ("Генштаб", "body"),
        ("рідні полонених", "group"),
        ("його колеги", "group"),
        ("співрозмовник видання", "person"),
        ("російська сторона", "body"),
        ("пресслужба суду", "body"),
    ],
)
def test_what_bears_a_name(name, kind):
    assert kind_of(name) == kind


@pytest.mark.parametrize(
    ("name", "key"),
    [("Юрій Згурський", "yurii-zghurskyi"), ("Щербина", "shcherbyna"), ("Keith Kellogg", "keith-kellogg"), ("«»", "x")],
)
def test_keys_of_names(name, key):
    assert slug(name) == key
