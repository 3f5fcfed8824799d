"""The allowed values of the columns, each with what it means in English and Ukrainian.

A `Literal` says what a column may hold; `MEANINGS` says what each value means, for the data dictionary.
"""

from typing import Literal, get_args

QuoteKind = Literal["direct", "mixed", "indirect"]
Act = Literal["state", "order", "promise", "request", "accuse", "thank", "deny", "ask"]
EventType = Literal[
    "pardon",
    "release",
    "exchange",
    "return",
    "remains_return",
    "detention",
    "conviction",
    "negotiation",
    "agreement",
    "order",
    "sanctions_relief",
    "exercise",
    "reconnaissance",
]
Family = Literal["release", "context"]
Status = Literal["occurred", "ongoing", "planned", "called_for", "denied"]
CountQualifier = Literal["exact", "approximate", "at_least", "at_most"]
Group = Literal["civilians", "military", "political_prisoners", "prisoners", "children", "remains", "mixed", "people"]
DateExtent = Literal["point", "span", "total"]
DateBasis = Literal["stated", "relative", "inherited", "none"]
ActorKind = Literal["person", "body", "state", "outlet", "group"]
Review = Literal["machine", "read", "read_twice"]
Plover = Literal["CONCEDE", "RETREAT", "CONSULT", "REQUEST", "COOPERATE", "MOBILIZE"]
Cameo = Literal["081", "0841", "046", "100", "062", "150"]
RecordKind = Literal["quote", "release", "context"]
Tier = Literal["high", "fair", "seldom", "low"]
Precision = Literal["day", "month", "year"]
ReleaseKind = Literal["exchange", "pardon", "release", "return", "amnesty"]
Verified = Literal["yes", "corrected", "one"]

QUOTE_KINDS = get_args(QuoteKind)
ACTS = get_args(Act)
EVENT_TYPES = get_args(EventType)
STATUSES = get_args(Status)
COUNT_QUALIFIERS = get_args(CountQualifier)
GROUPS = get_args(Group)

RELEASE_FAMILY = ("pardon", "release", "exchange", "return", "remains_return")
CONTEXT_FAMILY = tuple(kind for kind in EVENT_TYPES if kind not in RELEASE_FAMILY)

BY_A_PERSON = "correction"
"""The rule of what a person put in."""

RELATIONS = ("same", "part", "whole", "overlap")
"""How an event stands to a row of the reference table."""

_CODES: dict[str, tuple[Plover, Cameo]] = {
    "pardon": ("CONCEDE", "081"),
    "release": ("RETREAT", "0841"),
    "exchange": ("RETREAT", "0841"),
    "return": ("RETREAT", "0841"),
    "negotiation": ("CONSULT", "046"),
    "order": ("REQUEST", "100"),
}
_JOINT_EXERCISE: tuple[Plover, Cameo] = ("COOPERATE", "062")
_OWN_EXERCISE: tuple[Plover, Cameo] = ("MOBILIZE", "150")


def family(event_type: str) -> Family:
    """Tell the family of an event type.

    Examples
    --------
    >>> family("pardon"), family("negotiation")
    ('release', 'context')
    """
    return "release" if event_type in RELEASE_FAMILY else "context"


def codes(event_type: str, n_agents: int = 0) -> tuple[Plover | None, Cameo | None]:
    """Give the PLOVER and CAMEO codes of an event type, for joining with other datasets.

    An exercise of two agents or more is a joint one, which has codes of its own.

    Examples
    --------
    >>> codes("pardon")
    ('CONCEDE', '081')
    >>> codes("exercise", n_agents=2)
    ('COOPERATE', '062')
    >>> codes("reconnaissance")
    (None, None)
    """
    if event_type == "exercise":
        return _JOINT_EXERCISE if n_agents > 1 else _OWN_EXERCISE
    return _CODES.get(event_type, (None, None))


MEANINGS: dict[object, dict[str, tuple[str, str]]] = {
    QuoteKind: {
        "direct": ("the words inside quotation marks, or set off by a dash", "слова в лапках або після тире"),
        "mixed": ("quoted words inside a sentence that reports the rest", "слова в лапках усередині переказу"),
        "indirect": ("reported without quotation marks", "переказано без лапок"),
    },
    Act: {
        "state": ("says that something is so", "стверджує"),
        "order": ("orders or instructs", "наказує або доручає"),
        "promise": ("promises or undertakes", "обіцяє"),
        "request": ("asks for or calls for", "просить або закликає"),
        "accuse": ("accuses or blames", "звинувачує"),
        "thank": ("thanks or credits", "дякує"),
        "deny": ("denies or refutes", "заперечує"),
        "ask": ("puts a question", "запитує"),
    },
    EventType: {
        "pardon": ("an act of clemency, pardon or amnesty", "помилування або амністія"),
        "release": ("people leave captivity or detention", "люди виходять з полону чи ув'язнення"),
        "exchange": ("an exchange of captives between sides", "обмін полоненими між сторонами"),
        "return": ("people come or are brought home or to a country", "люди повертаються або їх повертають"),
        "remains_return": ("bodies of the dead are brought back", "повертають тіла загиблих"),
        "detention": ("capture, arrest or abduction", "полонення, арешт або викрадення"),
        "conviction": ("a court's sentence", "вирок суду"),
        "negotiation": ("talks or a meeting between sides", "перемовини або зустріч сторін"),
        "agreement": ("a deal or understanding reached", "досягнута домовленість"),
        "order": ("an official orders or instructs", "посадовець наказує або доручає"),
        "sanctions_relief": ("sanctions lifted or eased", "санкції знято або пом'якшено"),
        "exercise": ("military exercises", "військові навчання"),
        "reconnaissance": ("scouting or spying out", "розвідування"),
    },
    Family: {
        "release": ("people become free or come home", "люди стають вільними або повертаються"),
        "context": ("what surrounds it", "те, що довкола цього"),
    },
    Status: {
        "occurred": ("told as done", "відбулося"),
        "ongoing": ("told as happening", "відбувається"),
        "planned": ("announced, intended, due or postponed", "заплановано або відкладено"),
        "called_for": ("asked, ordered or hoped for", "просять, вимагають, сподіваються"),
        "denied": ("said not to have happened", "заперечено або не відбулося"),
    },
    CountQualifier: {
        "exact": ("the number itself", "саме стільки"),
        "approximate": ("about that many", "приблизно"),
        "at_least": ("that many or more", "щонайменше"),
        "at_most": ("that many or fewer", "щонайбільше"),
    },
    Group: {
        "civilians": ("civilians", "цивільні"),
        "military": ("service members, prisoners of war, defenders", "військові"),
        "political_prisoners": ("political prisoners", "політв'язні"),
        "prisoners": ("convicts or other detained people", "ув'язнені"),
        "children": ("children", "діти"),
        "remains": ("bodies of the dead", "тіла загиблих"),
        "mixed": ("two or more of these groups", "кілька груп"),
        "people": ("people, the article does not say which", "люди (не сказано які)"),
    },
    DateExtent: {
        "point": ("once, somewhere within the bounds", "один раз у цих межах"),
        "span": ("lasted from bound to bound", "тривало від межі до межі"),
        "total": ("a running total over the bounds", "підсумок за цей час"),
    },
    DateBasis: {
        "stated": ("the article states the date", "дату названо"),
        "relative": ("reckoned from a word such as today", "обчислено від слова на кшталт «сьогодні»"),
        "inherited": ("said elsewhere in the article of the same", "сказано деінде у статті про те саме"),
        "none": ("the article gives no date", "дати немає"),
    },
    ActorKind: {
        "person": ("a person", "людина"),
        "body": ("an organisation or office", "установа або організація"),
        "state": ("a state", "держава"),
        "outlet": ("a news outlet", "видання"),
        "group": ("people without a name of their own", "люди без власної назви"),
    },
    Review: {
        "machine": ("nobody has checked it", "прочитано машиною"),
        "read": ("one person confirmed it", "підтвердила одна людина"),
        "read_twice": ("two people confirmed it", "підтвердили двоє"),
    },
    Plover: {
        "CONCEDE": ("concede", "поступитися"),
        "RETREAT": ("retreat, which includes releasing people", "відступити, зокрема звільнити"),
        "CONSULT": ("consult", "радитися"),
        "REQUEST": ("request", "просити"),
        "COOPERATE": ("cooperate", "співпрацювати"),
        "MOBILIZE": ("mobilize", "мобілізувати"),
    },
    Cameo: {
        "081": ("ease administrative sanctions", "пом'якшити адміністративні заходи"),
        "0841": ("return or release persons", "повернути або звільнити людей"),
        "046": ("engage in negotiation", "вести перемовини"),
        "100": ("demand", "вимагати"),
        "062": ("cooperate militarily", "співпрацювати військово"),
        "150": ("exhibit military posture", "показати військову силу"),
    },
    RecordKind: {
        "quote": ("a quote", "цитата"),
        "release": ("a mention of the release family", "згадка про звільнення"),
        "context": ("a mention of its context", "згадка про його тло"),
    },
    Tier: {
        "high": ("rules that hardly err", "правила, що майже не помиляються"),
        "fair": ("rules that err now and then", "правила, що часом помиляються"),
        "seldom": ("rules too seldom seen to be judged alone", "правила, надто рідкісні, щоб судити про них окремо"),
        "low": ("rules that often err", "правила, що часто помиляються"),
    },
    Precision: {
        "day": ("the day is known", "відомо день"),
        "month": ("the month is known", "відомо місяць"),
        "year": ("the year is known", "відомо рік"),
    },
    ReleaseKind: {
        "exchange": ("an exchange between sides", "обмін"),
        "pardon": ("by pardon", "помилування"),
        "release": ("released without exchange or pardon", "звільнення"),
        "return": ("brought home", "повернення"),
        "amnesty": ("by an amnesty law", "амністія"),
    },
    Verified: {
        "yes": ("two sources seen", "перевірено за двома джерелами"),
        "corrected": ("two sources seen, after a correction", "перевірено після виправлення"),
        "one": ("one source for this direction or number", "лише одне джерело"),
    },
}
