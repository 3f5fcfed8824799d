"""Who those freed are, as the article says where it tells of no event: «205 українців уже вдома», «українці пробули в
колонії два роки».
"""

from collections.abc import Iterator, Sequence
from functools import cache

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.people import People
from dodomu.extract.mentions.reading import View
from dodomu.text.lists import enrolled
from dodomu.text.morphology import lexeme

FEW = 4  # fewer may be anybody: «двоє українців»
HEAD = 2  # sentences of a head, which counts by group what the text sums up
MOST = 6  # sentences with one number looked at
NEAR = 2  # sentences to what is said of those freed

_UNSAID = (None, "people")
_OF_STATES = ("adjective", "national", "state")


def tell(drafts: Sequence[Draft]) -> None:
    """Fill the group and the nationality of those of whom the mention does not say them."""
    counts = {d.value("count") for d in drafts}
    for draft in drafts:
        if draft.type == "remains_return" or draft.other:
            continue
        if draft.value("group") in _UNSAID:
            _take(draft, "group", _who_it_is(draft) or _counted_alike(draft, "group"))
        if draft.value("group") in (*_UNSAID, "prisoners"):
            _take(draft, "group", _called_political(draft))
        if "nationality" not in draft.slots:
            _take(draft, "nationality", _counted_alike(draft, "nationality") or _told_of(draft, counts))


def as_the_others(drafts: Sequence[Draft]) -> None:
    """«На волю вийшли перші 200 людей»: where all others of whom the article tells are prisoners, so are they."""
    said = {d.value("group"): d.slots["group"] for d in drafts if not d.other and d.value("group") not in _UNSAID}
    if said.keys() != {"prisoners"}:
        return
    for draft in drafts:
        counted = draft.people is not None and (draft.people.number is not None or bool(draft.people.pronoun))
        if draft.value("group") in _UNSAID and counted and not draft.other and draft.type != "pardon":
            draft.slots["group"] = next(iter(said.values()))._replace(rule="as all others of the article")


def _called_political(draft: Draft) -> Slot | None:
    """«52 ув'язнених … Білоруських політв'язнів зустріли»: many, called so in the sentences beside."""
    people, reading = draft.people, draft.view.reading
    if people is None or people.singular or people.names or draft.type == "exchange":
        return None
    for at in reading.captives:
        sentence = reading.sentence_of(at)
        if (
            abs(sentence.index - draft.sentence) > 1
            or groups.nouns()[reading.doc.tokens[at].norm] != "political_prisoners"
        ):
            continue
        view = reading.view(sentence.index)
        named = next((p for p in _people(view) if p.first <= at < p.last), None)
        if named is not None and not named.singular and not named.number and not named.sub and not view.says(_rest()):
            return _said(view, named, "group", "called so beside")
    return None


@cache
def _rest() -> frozenset[str]:
    """What tells that others are meant: «за ґратами лишаються сотні політв'язнів»."""
    words = ("лишатися", "залишатися", "лишитися", "залишитися", "інший", "решта", "весь", "увесь", "сотня", "тисяча")
    return enrolled(frozenset(("ще", "досі", "більше")).union(*(lexeme(word) for word in words)))


def _take(draft: Draft, name: str, slot: Slot | None) -> None:
    if slot is not None:
        draft.slots[name] = slot


def _said(view: View, people: People, name: str, rule: str) -> Slot | None:
    """What a phrase says of group or nationality, and the words that say it."""
    value = list(people.nations) if name == "nationality" else people.group
    if value in ([], *_UNSAID):
        return None
    first, last = people.marks.get(name, (people.first, people.last))
    return Slot(value, ((view.tokens[first].start, view.tokens[last - 1].end),), rule)


def _people(view: View) -> Iterator[People]:
    for clause in view.clauses:
        yield from view.people(clause)


def _counted_alike(draft: Draft, name: str) -> Slot | None:
    """«205 людей» are the «185 військових і 20 цивільних» of the headline."""
    count, reading = draft.value("count"), draft.view.reading
    if count is None or count < FEW or draft.type == "pardon":
        return None
    written = {reading.sentence_of(at).index for at in reading.doc.places.get(str(count), ())}
    for index in sorted({*range(min(HEAD, len(reading.sentences))), *sorted(written)[:MOST]}):
        view = reading.view(index)
        for people in _people(view):
            number = people.number
            if people is draft.people or people.sub or people.before or number is None or number.value != count:
                continue
            if said := _said(view, people, name, "as many are told of elsewhere"):
                return said
    return None


def _who_it_is(draft: Draft) -> Slot | None:
    """«Повернулися 205 людей. Це прикордонники, а також цивільні»."""
    reading, following = draft.view.reading, draft.sentence + 1
    if draft.people is None or draft.people.number is None or following >= len(reading.sentences):
        return None
    sentence = reading.sentences[following]
    if sentence.paragraph != draft.paragraph or reading.doc.tokens[sentence.first].norm != "це":
        return None
    view = reading.view(following)
    row = [p for p in view.people(view.clauses[0]) if "nomn" in p.cases and not p.before and not p.names]
    if not row or row[0].first - sentence.first > 2:
        return None
    group = groups.union(g for p in row for g in p.groups)
    if group in _UNSAID:
        return None
    tokens = view.tokens
    return Slot(group, ((tokens[row[0].first].start, tokens[row[-1].last - 1].end),), "told who they are")


def _told_of(draft: Draft, counts: set[int | None]) -> Slot | None:
    """«Українці пробули в колонії два роки», «серед звільнених українців є хворі»: in the paragraph, of as many and as
    they.
    """
    if draft.people is None or draft.status not in ("occurred", "ongoing"):
        return None
    reading = draft.view.reading
    found: list[Slot] = []
    for index in range(max(0, draft.sentence - NEAR), min(len(reading.sentences), draft.sentence + NEAR + 1)):
        view = reading.view(index)
        if view.sentence.paragraph != draft.paragraph and draft.sentence or not _of_states(view):
            continue
        held = index != draft.sentence and view.says(_held())
        for people in _people(view):
            meant = held and not people.sub and not people.before or _whole_of_freed(view, people)
            meant = meant or people.singular and index != draft.sentence and _is_citizen(view, people)
            if meant and _are_those(draft, people, counts):
                found += filter(None, [_said(view, people, "nationality", "those freed, as the article tells")])
    return found[0] if len({tuple(slot.value) for slot in found}) == 1 else None


def _of_states(view: View) -> bool:
    return any(p.kind in _OF_STATES for p in view.places)


def _is_citizen(view: View, people: People) -> bool:
    """«Хлопець – громадянин України», «громадянка Польщі відбула увесь строк»."""
    first = any(view.tokens[at].norm.startswith("громадян") for at in range(people.first, people.last))
    return first and not people.before and not people.sub and "nomn" in people.cases


@cache
def _held() -> frozenset[str]:
    return enrolled(captivity.places() | captivity.holding())


@cache
def _freed() -> frozenset[str]:
    return lexeme("звільнений") | lexeme("визволений") | lexeme("повернений") | lexeme("обміняний")


def _whole_of_freed(view: View, people: People) -> bool:
    """«звільнені українці», «серед українців є поранені»: all of them, not some."""
    freed = any(view.tokens[at].norm in _freed() for at in range(people.first, people.last))
    among = people.first > 0 and view.tokens[people.first - 1].norm == "серед" and not people.singular
    return freed or among and people.number is None


def _are_those(draft: Draft, people: People, counts: set[int | None]) -> bool:
    if people.names or not people.nations or not people.cases & {"nomn", "accs", "gent"}:
        return False
    if set(people.nations) & (captivity.holders() | {draft.value("origin")}):
        return False
    count, mine = draft.value("count"), draft.people
    one = count == 1 or count is None and (mine.singular or bool(mine.names))
    if people.singular != one:
        return False
    if people.number is not None and people.number.value not in ({count} if count else counts - {None}):
        return False
    return people.group in (*_UNSAID, draft.value("group"))
