"""Who may be meant while a name or a company is typed: this show's earlier leads and its attendee list."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from boothapp.actions import listed
from boothapp.actions.lane import Lane
from boothapp.domain.attendee_entry import company_of, name_of
from boothapp.domain.folding import fold, search_key
from boothapp.domain.lead import Lead
from boothapp.domain.show import Show
from boothapp.domain.visitor import Visitor
from boothapp.store import attendees, leads, lists, shows, titles
from boothapp.store.database import Store
from boothapp.store.lists import Query

FEWEST_LETTERS = 2
MOST = 6
LOOKED_AT = 40
TURN = 2000
"""People in one turn at the store: a save waits some hundredths of a second."""

COLLEAGUES = 10
"""Leads of a company that are looked at for where it is."""

OF_COMPANY = ("website", "city", "region", "country")
"""What all people of a company have in common, unless it has several sites."""

COLUMNS = {"full_name": "name", "company": "company"}
"""The fields that are completed, and what of a person is looked through."""

TITLE, MAIL = "job_title", "emails"
"""The fields completed otherwise: what others of the show are, and where a company gets its mail."""

FREE_MAIL = frozenset({
    "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "gmx.de",
    "gmx.net", "web.de", "t-online.de", "ukr.net", "i.ua", "proton.me",
})  # fmt: skip
"""Domains that say nothing of a company."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One line, and which lead or row it is; of a title or mail, name is the whole text.

    source: where it comes from, "lead", "attendee", "company", "title" or "mail".
    """

    source: str
    name: str
    company: str
    lead: str = ""
    row: int = 0


def for_typed(store: Store, show: Show, field: str, text: str, company: str = "") -> list[Suggestion]:
    """Up to MOST lines for what is typed into a field of COLUMNS, TITLE or MAIL; each person or text once.

    Earlier leads come first, titles by how often they were said; company: what stands in that field.
    """
    if field == MAIL:
        return [Suggestion("mail", one, "") for one in _addresses(store, show, text, company)][:MOST]
    if len(text.strip()) < FEWEST_LETTERS:
        return []
    if field == TITLE:
        said = (one for one in titles.said(store, show.id) if _begins(one, text))
        return [Suggestion("title", one, "") for one in islice(said, MOST)]
    column = COLUMNS[field]
    found = (*islice(_leads(store, show, column, text), MOST // 2), *_attendees(store, show, column, text))
    seen: dict[tuple[str, str], Suggestion] = {}
    for one in found:
        seen.setdefault((fold(one.name), fold(one.company)), one)
    return list(seen.values())[:MOST]


def lead_of(store: Store, one: Suggestion) -> Lead | None:
    """The lead that a suggestion is of; None where it is of no lead, or the lead was deleted meanwhile."""
    row = leads.row_of(store, one.lead) if one.source == "lead" else None
    return None if row is None else leads.get(store, row)


def chosen(store: Store, show: Show, one: Suggestion) -> tuple[Visitor, str]:
    """The whole person of a suggestion, and the badge id; only the company where that was suggested."""
    if lead := lead_of(store, one):
        return lead.visitor, lead.badge_id
    list_ = attendees.list_of(store, show.id)
    record = attendees.record_at(store, one.row, list_.id) if list_ and one.row else None
    if record is None or one.source == "company":
        return Visitor(full_name=one.name, company=one.company), ""
    person = listed.attendee(one.row, record, show.country)
    return person.visitor, person.ids[0] if person.ids else ""


def of_company(store: Store, show: Show, company: str) -> Visitor:
    """Where a company is and its site, as far as this show's newest leads of it all say the same."""
    known = _colleagues(store, show, company)
    said = {field: {getattr(one, field) for one in known} - {""} for field in OF_COMPANY}
    return Visitor(company=company, **{field: one.pop() for field, one in said.items() if len(one) == 1})


def _addresses(store: Store, show: Show, text: str, company: str) -> Iterator[str]:
    """The last address typed, with each domain of the company that goes on so."""
    before, _, typed = text.rpartition(",")
    name, at, domain = typed.strip().partition("@")
    if not (name and at and company.strip()):
        return
    lead_in = f"{before}, " if before else ""
    for one in _domains(store, show, company.strip()):
        if one.startswith(domain.casefold()) and one != domain.casefold():
            yield f"{lead_in}{name}@{one}"


def _domains(store: Store, show: Show, company: str) -> list[str]:
    """Where this company gets its mail: its people's domains, the commonest first, else that of its site."""
    people = [*_colleagues(store, show, company), *_listed(store, show, company)]
    mails = [mail.casefold().rpartition("@")[2] for one in people for mail in one.emails]
    found = [domain for domain, _ in Counter(mails).most_common() if domain and domain not in FREE_MAIL]
    return found or list(dict.fromkeys(filter(None, (_host(one.website) for one in people))))


def _colleagues(store: Store, show: Show, company: str) -> list[Visitor]:
    """People of this company among the newest leads that its name finds."""
    rows = [row for _, row in lists.places(store, Query(company, show=show.id, limit=COLLEAGUES))]
    known = [lead.visitor for lead in (leads.get(store, row) for row in rows)]
    return [one for one in known if fold(one.company) == fold(company)]


def _listed(store: Store, show: Show, company: str) -> list[Visitor]:
    list_ = attendees.list_of(store, show.id)
    found = attendees.completed(store, list_.id, "company", company, COLLEAGUES) if list_ else []
    known = [listed.attendee(row, record, show.country).visitor for row, record in found]
    return [one for one in known if fold(one.company) == fold(company)]


def _host(site: str) -> str:
    """The domain of a site, such as werft.example of https://www.werft.example/de."""
    host = site.strip().casefold().rpartition("://")[2].partition("/")[0].partition(":")[0]
    return host.removeprefix("www.") if "." in host else ""


def index_names(run: Lane[Any], progress: Any) -> None:
    """Makes every person of the open show's list be found by name, a turn at a time."""
    left = 1
    while left:
        left = run(_index_turn)
        progress(0, left)


def _index_turn(store: Store) -> int:
    show = shows.current(store)
    list_ = attendees.list_of(store, show.id) if show else None
    if list_ is None or not attendees.to_index(store, list_):
        return 0
    with store.transaction():
        return attendees.index_some(store, list_, TURN)


def _leads(store: Store, show: Show, column: str, text: str) -> Iterator[Suggestion]:
    for line in lists.page(store, Query(text, show=show.id, limit=LOOKED_AT)):
        said = line.name if column == "name" else line.company
        if said and _begins(said, text):
            yield _suggested("lead", column, line.name, line.company, lead=line.id)


def _attendees(store: Store, show: Show, column: str, text: str) -> Iterator[Suggestion]:
    list_ = attendees.list_of(store, show.id)
    found = attendees.completed(store, list_.id, column, text, LOOKED_AT) if list_ else []
    for row, record in found:
        yield _suggested("attendee", column, name_of(record), company_of(record), row=row)


def _suggested(source: str, column: str, name: str, company: str, lead: str = "", row: int = 0) -> Suggestion:
    if column == "company":
        return Suggestion("company", "", company)
    return Suggestion(source, name, company, lead, row)


def _begins(said: str, text: str) -> bool:
    words: Iterable[str] = search_key(said).split()
    return all(any(word.startswith(typed) for word in words) for typed in fold(text).split())
