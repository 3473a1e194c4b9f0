"""Who may have been at the stand before: asked at every pause while a visitor's details are typed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from boothapp.actions import capture, shows
from boothapp.domain.draft import Draft
from boothapp.domain.folding import fold, search_key
from boothapp.domain.lead import Lead
from boothapp.domain.visitor import Visitor
from boothapp.store import leads, lists
from boothapp.store.database import Store
from boothapp.store.lists import Query

MOST = 3
LOOKED_AT = 8
"""Leads looked at for each thing known; the newest first, as who was here just now comes back."""

FEWEST_LETTERS, FEWEST_DIGITS = 2, 7
# A number as dialled at home and from abroad ends alike.
_TAIL = 9


@dataclass(frozen=True, slots=True)
class Met:
    """A lead that may be this visitor; differs: the fields that both know, and that say something else."""

    lead: Lead
    differs: frozenset[str] = frozenset()


def candidates(store: Store, draft: Draft) -> list[Met]:
    """Up to MOST leads of the open show with the same mail, phone, or name; the likeliest first.

    Nobody where a save joins a lead by itself, or where one was chosen already.
    """
    if draft.lead or capture.seen(store, draft) is not None:
        return []
    show, visitor = shows.current(store).id, draft.visitor
    rows = {row for row in _rows(store, show, visitor) if not leads.has_visit(store, row, draft.id)}
    found = ((row, leads.get(store, row)) for row in rows)
    likely = [(_likeness(visitor, lead.visitor), row, lead) for row, lead in found]
    likely = sorted((one for one in likely if one[0]), key=lambda one: one[:2], reverse=True)
    return [Met(lead, differing(visitor, lead.visitor)) for _, _, lead in likely[:MOST]]


def differing(typed: Visitor, known: Visitor) -> frozenset[str]:
    """The fields that both have, and that say something else; the beginning of a name is the same name."""
    other = {field for field, said in SAID.items() if said(typed) and said(known)}
    other -= {field for field, said in SAID.items() if said(typed) & said(known)}
    return frozenset(other - {"full_name"} if _begins(typed.name, known.name) else other)


def _rows(store: Store, show: str, visitor: Visitor) -> Iterator[int]:
    for mail in visitor.emails:
        yield from leads.by_email(store, show, mail)
    for text in _asked(visitor):
        yield from (row for _, row in lists.places(store, Query(text, show=show, limit=LOOKED_AT)))


def _asked(visitor: Visitor) -> Iterator[str]:
    """What is searched: a whole number, a name of two words, or one word with its company."""
    yield from (digits for digits in map(_digits, _numbers(visitor)) if len(digits) >= FEWEST_DIGITS)
    words = [word for word in fold(visitor.name).split() if len(word) >= FEWEST_LETTERS]
    if len(words) > 1:
        yield " ".join(words)
    elif words and (company := fold(visitor.company)):
        yield f"{words[0]} {company}"


def _likeness(typed: Visitor, known: Visitor) -> int:
    """0 where nothing speaks for it; mail before phone before name, the company decides between namesakes."""
    same = {field: bool(said(typed) & said(known)) for field, said in SAID.items()}
    begun = _begins(typed.name, known.name)
    likeness = 8 * same["emails"] + 4 * same["phones"] + 2 * begun + (same["full_name"] and begun)
    return likeness and likeness + same["company"]


def _begins(typed: str, known: str) -> bool:
    words: Iterable[str] = search_key(known).split()
    asked = fold(typed).split()
    return bool(asked) and all(any(word.startswith(part) for word in words) for part in asked)


def _numbers(visitor: Visitor) -> list[str]:
    return [phone.e164 or phone.text for phone in visitor.phones]


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _tails(visitor: Visitor) -> set[str]:
    return {_digits(one)[-_TAIL:] for one in _numbers(visitor) if len(_digits(one)) >= FEWEST_DIGITS}


def _folded(*texts: str) -> set[str]:
    return {" ".join(sorted(fold(text).split())) for text in texts if fold(text)}


SAID: Mapping[str, Callable[[Visitor], set[str]]] = {
    "full_name": lambda one: _folded(one.name),
    "company": lambda one: _folded(one.company),
    "job_title": lambda one: _folded(one.job_title),
    "emails": lambda one: {mail.casefold() for mail in one.emails},
    "phones": _tails,
    "city": lambda one: _folded(one.city),
    "country": lambda one: _folded(one.country),
}
"""Field -> what a visitor says there, whatever its spelling."""
