"""Does a kit make sense? What types alone can't tell: names used twice, dates the wrong way round, typos."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from types import UnionType
from typing import Any, Protocol, get_args, get_origin, get_type_hints

from boothapp.domain import badge_profile
from boothapp.domain.collateral import link
from boothapp.domain.folding import fold
from boothapp.domain.ids import TOKEN_LENGTH
from boothapp.domain.question import BANT, CHOSEN, MOST_STEPS, Question
from boothapp.domain.routing import INDUSTRY, Rule, rules
from boothapp.domain.scorecard import ANSWER_POINTS, RANGE
from boothapp.domain.show import Show
from boothapp.words import mark, tr

# ISO 639-1: every two-letter code there is.
_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu "
    "lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu "
    "rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr "
    "ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = frozenset(_CODES.split())
# A link of 213 bytes is a code of version 10, level M (ISO/IEC 18004, table 7): 57 modules, 23 mm on paper.
LONGEST_LINK = 213
HIGHEST_GOAL = 9999
"""Leads a day: ten a minute for sixteen hours."""
# Names that are the same in a link, in a file's name and on the command line.
LINK_ID = r"\w[\w.-]{0,63}"
LINK_ID_SAID = mark("An id has at most 64 letters and digits, with . _ or - between them.")
Fault = tuple[str, str]
"""The place in the kit, like "$.questions[1].id", and a sentence about it."""


class Named(Protocol):
    """A part of the kit with an id."""

    @property
    def id(self) -> str: ...


def faults(show: Show) -> tuple[Fault, ...]:
    """Everything in the kit that makes no sense, in the order of the kit."""
    return tuple(fault for part in PARTS for fault in part(show))


def _head(show: Show) -> Iterator[Fault]:
    if not show.languages:
        yield "$.languages", tr("At least one language is needed.")
    for at, language in enumerate(show.languages):
        if language not in LANGUAGES:
            yield f"$.languages[{at}]", tr("A language is two small letters of ISO 639-1, such as en.")
    if not re.fullmatch("([A-Z]{2})?", show.country):
        yield "$.country", tr("A country is two capital letters, such as DE.")
    if not re.fullmatch("[A-Z]{3}", show.currency):
        yield "$.currency", tr("A currency is three capital letters, such as EUR.")
    if show.code_page and not _reads_text(show.code_page):
        yield "$.code_page", tr("This code page is not known; cp1252 is the usual one.")
    if show.link and not re.match(r"https?://[^\s/]", show.link):
        yield "$.link", tr("A link begins with https://.")
    if show.starts and show.ends and show.ends < show.starts:
        yield "$.ends", tr("The show ends before it starts.")
    if not 0 <= show.goal <= HIGHEST_GOAL:
        yield "$.goal", tr("A goal is a number of leads a day, at most {most}.").format(most=HIGHEST_GOAL)


def _links(show: Show) -> Iterator[Fault]:
    """What a sheet prints as a code has to fit into one that phones read."""
    if not re.fullmatch(LINK_ID, show.id):
        yield "$.id", tr(LINK_ID_SAID)
    for at, piece in enumerate(show.pieces):
        if not re.fullmatch(LINK_ID, piece.id):
            yield f"$.pieces[{at}].id", tr(LINK_ID_SAID)
    longest = max((piece.id for piece in show.pieces), key=len, default="")
    length = len(link(show.link, show.id, longest, "x" * TOKEN_LENGTH).encode()) if show.link else 0
    if length > LONGEST_LINK:
        said = tr("The links of the sheets would have {n} letters; {most} fit into a code that phones read.")
        yield "$.link", said.format(n=length, most=LONGEST_LINK)


def _reads_text(code_page: str) -> bool:
    try:
        b"code".decode(code_page)
    except (LookupError, ValueError):
        return False
    return True


def _ids(show: Show) -> Iterator[Fault]:
    if not show.id.strip():
        yield "$.id", tr("The id is empty.")
    parts: Mapping[str, Sequence[Named]] = {
        "$.staff": show.staff,
        "$.products": show.products,
        "$.questions": show.questions,
        "$.pieces": show.pieces,
        "$.messages": show.messages,
        **{f"$.questions[{at}].options": one.options for at, one in enumerate(show.questions)},
    }
    for place, named in parts.items():
        yield from _own_ids(place, [one.id for one in named])


def _own_ids(place: str, ids: Sequence[str]) -> Iterator[Fault]:
    for at, id in enumerate(ids):
        if not id.strip():
            yield f"{place}[{at}].id", tr("The id is empty.")
        elif id in ids[:at]:
            yield f"{place}[{at}].id", tr("The id {id} stands there twice.").format(id=id)


def _questions(show: Show) -> Iterator[Fault]:
    for at, question in enumerate(show.questions):
        place, is_chosen = f"$.questions[{at}]", question.kind in CHOSEN
        if is_chosen and not question.options:
            yield f"{place}.options", tr("A question of this kind needs options to choose from.")
        if question.options and not is_chosen:
            yield f"{place}.options", tr("Only questions of the kind single or several have options.")
        yield from _range(place, question)


def _range(place: str, question: Question) -> Iterator[Fault]:
    least, most = question.ends
    ranged = question.kind in ("number", "scale")
    if not ranged and (least is not None or most is not None):
        yield f"{place}.least", tr("Only a number and a scale have a range.")
    elif least is not None and most is not None and most <= least:
        yield f"{place}.most", tr("The range ends before it begins.")
    elif question.kind == "scale" and not (_is_whole(least, most) and len(question.steps) <= MOST_STEPS):
        said = tr("A scale has whole numbers for its ends and at most {n} steps, such as 0 to 10.")
        yield f"{place}.most", said.format(n=MOST_STEPS)


def _is_whole(*ends: float | None) -> bool:
    return all(end is not None and float(end).is_integer() for end in ends)


def _voice(show: Show) -> Iterator[Fault]:
    """What staff mark of a conversation has to be told apart."""
    names = [" ".join(name.split()).casefold() for name in show.competitors]
    for at, name in enumerate(names):
        if not name:
            yield f"$.competitors[{at}]", tr("The name is empty.")
        elif name in names[:at]:
            yield f"$.competitors[{at}]", tr("{name} stands there twice.").format(name=show.competitors[at])


def _points(show: Show) -> Iterator[Fault]:
    card = show.scorecard
    if card.hot <= card.warm:
        yield "$.scorecard.hot", tr("A hot lead needs more points than a warm one.")
    # The usual points are not the kit's own words: a show may ask less, or otherwise.
    for id, points in card.answers.items() if card.answers != ANSWER_POINTS else ():
        question = show.question(id)
        if question is not None:
            yield from _unknown_options(question, points)
        elif id not in BANT:
            yield f"$.scorecard.answers.{id}", tr("The show has no question {id}.").format(id=id)


def _unknown_options(question: Question, points: Mapping[str, int]) -> Iterator[Fault]:
    for id in points:
        place = f"$.scorecard.answers.{question.id}.{id}"
        if question.options and question.option(id) is None:
            yield place, tr("The question has no option {id}.").format(id=id)
        elif question.kind in ("number", "scale") and not re.fullmatch(RANGE, id):
            said = tr("{id} is no range; write 51..500, ..50, 501.. or, for points that rise, 1->5.")
            yield place, said.format(id=id)


def _badge(show: Show) -> Iterator[Fault]:
    if show.badge is None:
        return
    takes = () if show.badge.takes or show.badge.kind == "id" else ("takes",)
    for key in (*badge_profile.lacking(show.badge), *takes):
        yield f"$.badge.{key}", tr("A badge format of this kind needs it.")
    for at, name in badge_profile.unknown_fields(show.badge):
        known = ", ".join(badge_profile.BADGE_FIELDS)
        said = tr("There is no field {name}; known are {names}.").format(name=name, names=known)
        yield f"$.badge.takes[{at}].field", said
    for at, part in badge_profile.wrong_positions(show.badge):
        said = tr("{part} is no position; the first part is 1, the last -1.").format(part=part)
        yield f"$.badge.takes[{at}].part", said


def _routing(show: Show) -> Iterator[Fault]:
    short = isinstance(show.routing, Mapping)
    every = rules(show.routing)
    for at, rule in enumerate(every):
        place = f"$.routing.{rule.countries[0]}" if short else f"$.routing[{at}]"
        if not rule.owners:
            yield place, tr("The rule names no owner; write the id of somebody of the staff.")
        for id in rule.owners:
            if show.person(id) is None:
                yield place, tr("Nobody of the staff has the id {id}.").format(id=id)
        yield from _asked(show, rule, place)
        if not rule.asks and rule is not every[-1]:
            yield place, tr("This rule takes everybody, so that none after it counts; put it last.")


def _asked(show: Show, rule: Rule, place: str) -> Iterator[Fault]:
    """What a rule asks has to be there: else it never fits, and nobody sees why."""
    industry = show.question(INDUSTRY)
    if not all(fold(account) for account in rule.accounts):
        yield f"{place}.accounts", tr("The name is empty.")
    if rule.industries and industry is None:
        yield f"{place}.industries", tr("The show has no question {id}.").format(id=INDUSTRY)
    for id in rule.industries if industry and industry.options else ():
        if industry and industry.option(id) is None:
            yield f"{place}.industries", tr("The question has no option {id}.").format(id=id)
    for id in rule.products:
        if show.product(id) is None:
            yield f"{place}.products", tr("The show has no product {id}.").format(id=id)
    if not all(re.fullmatch("[A-Z]{2}", country) for country in rule.countries):
        yield place, tr("A country is two capital letters, such as DE.")


PARTS = (_head, _ids, _links, _questions, _voice, _points, _badge, _routing)


def unknown_keys(data: Any, kind: Any = Show, place: str = "$") -> Iterator[Fault]:
    """The keys of a kit as read that nothing in it is called: typos, most of the time."""
    kind = _meant(data, kind)
    if is_dataclass(kind) and isinstance(data, Mapping):
        names = {field.name for field in fields(kind)}
        types = get_type_hints(kind)
        for key, value in data.items():
            if key in names:
                yield from unknown_keys(value, types[key], f"{place}.{key}")
            else:
                known = ", ".join(sorted(names))
                yield f"{place}.{key}", tr("This is not known here; known are {names}.").format(names=known)
    elif isinstance(data, Mapping) and len(get_args(kind)) == 2:
        for key, value in data.items():
            yield from unknown_keys(value, get_args(kind)[1], f"{place}.{key}")
    elif isinstance(data, list) and get_args(kind):
        for at, value in enumerate(data):
            yield from unknown_keys(value, get_args(kind)[0], f"{place}[{at}]")


def _meant(data: Any, kind: Any) -> Any:
    """Of a part that may be written in several ways, the one that this is."""
    if not isinstance(kind, UnionType):
        return kind
    return next((one for one in get_args(kind) if _is_written_as(data, one)), kind)


def _is_written_as(data: Any, kind: Any) -> bool:
    if isinstance(data, Mapping):
        return is_dataclass(kind) or get_origin(kind) is Mapping
    return isinstance(data, list) == (get_origin(kind) is tuple)
