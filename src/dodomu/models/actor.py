"""Who speaks, acts or mediates."""

from dodomu.models.record import Country, Item, Record, column
from dodomu.models.vocabulary import ActorKind


class Actor(Record):
    """A person, body, state or outlet that speaks or acts in the articles.

    Examples
    --------
    >>> Actor(actor_id="BY", name="Білорусь", kind="state", country="BY").roles
    []
    """

    actor_id: str = column(
        "The key: Wikidata id where known, else a slug of the name", "Ключ дійової особи", min_length=1
    )
    name: str = column("The fullest name, nominative", "Найповніше ім'я, називний відмінок", min_length=1)
    name_en: str | None = column("The name in English", "Ім'я англійською", None)
    kind: ActorKind = column("What the actor is", "Хто це")
    wikidata: str | None = column("Wikidata id", "Ідентифікатор у Wikidata", None, pattern="^Q[0-9]+$")
    country: Country | None = column("The state it belongs to, ISO 3166-1", "Держава, ISO 3166-1", None)
    roles: list[Item] = column("The roles the articles give", "Ролі, названі у статтях", [])
