"""The columns of spreadsheet and table: one row a lead, the show's questions at the end."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from boothapp.domain.visitor import Phone
from boothapp.packs.lead import PackLead
from boothapp.words import mark

Cell = str | float
# C0 and C1 signs, lone halves of letters and non-characters: no spreadsheet program takes them.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


class Column(NamedTuple):
    """A column: its key for machines, its heading for people, its width in letters, its value."""

    key: str
    heading: str
    width: int
    value: Callable[[PackLead], Cell]


def plain(text: str) -> str:
    """The text without signs that no spreadsheet can hold; line ends as LF."""
    return UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def columns(leads: Iterable[PackLead]) -> tuple[Column, ...]:
    """The fixed columns, then one for each question any of the leads answered, in order of appearance."""
    questions = dict.fromkeys(question for lead in leads for question, _ in lead.answers)
    return (*FIXED, *(_question(question) for question in questions))


def _question(question: str) -> Column:
    return Column(
        f"answer:{question}", question, 24, lambda lead: _joined(a for q, a in lead.answers if q == question)
    )


def _joined(items: Iterable[str]) -> str:
    return plain("; ".join(item for item in items if item))


def _dialled(phone: Phone) -> str:
    return phone.e164 or phone.text


def _points(lead: PackLead) -> Cell:
    return int(lead.points) if float(lead.points).is_integer() else lead.points


def _no_consent(lead: PackLead) -> Cell:
    return "" if lead.may_mail else _joined(lead.visitor.emails)


FIXED: tuple[Column, ...] = (
    Column("number", mark("Number"), 10, lambda lead: plain(lead.number)),
    Column("rating", mark("Rating"), 9, lambda lead: plain(lead.rating)),
    Column("points", mark("Points"), 8, _points),
    Column("name", mark("Name"), 26, lambda lead: plain(lead.visitor.name)),
    Column("company", mark("Company"), 28, lambda lead: plain(lead.visitor.company)),
    Column("job_title", mark("Job title"), 24, lambda lead: plain(lead.visitor.job_title)),
    Column("phone", mark("Phone"), 18, lambda lead: plain(lead.visitor.phone)),
    # A mailing takes its addresses from here: so only those that may be written to stand here.
    Column("email", mark("E-mail"), 28, lambda lead: _joined(lead.emails[:1])),
    Column("email_no_consent", mark("No consent to e-mail"), 24, _no_consent),
    Column("next_step", mark("Next step"), 28, lambda lead: plain(lead.next_step)),
    Column("due", mark("Due"), 16, lambda lead: plain(lead.due)),
    Column("owner", mark("Owner"), 20, lambda lead: plain(lead.owner)),
    Column("reasons", mark("Why this rating"), 40, lambda lead: _joined(lead.reasons)),
    Column("interests", mark("Interests"), 28, lambda lead: _joined(lead.interests)),
    Column("notes", mark("Notes"), 40, lambda lead: _joined(lead.notes)),
    Column("remarks", mark("Remarks"), 40, lambda lead: _joined(lead.remarks)),
    Column("competitors", mark("Competitors named"), 24, lambda lead: _joined(lead.competitors)),
    Column("messages", mark("Key messages that worked"), 32, lambda lead: _joined(lead.messages)),
    Column("together", mark("In conversation with"), 28, lambda lead: _joined(lead.others)),
    Column("touches", mark("Shown and handed over"), 32, lambda lead: _joined(lead.touches)),
    Column("consents", mark("Consent"), 20, lambda lead: _joined(lead.consents)),
    Column("given_name", mark("Given name"), 16, lambda lead: plain(lead.visitor.given_name)),
    Column("family_name", mark("Family name"), 18, lambda lead: plain(lead.visitor.family_name)),
    Column("department", mark("Department"), 20, lambda lead: plain(lead.visitor.department)),
    Column(
        "other_phones", mark("Other phones"), 18, lambda lead: _joined(map(_dialled, lead.visitor.phones[1:]))
    ),
    Column("other_emails", mark("Other e-mails"), 24, lambda lead: _joined(lead.emails[1:])),
    Column("street", mark("Street"), 24, lambda lead: plain(lead.visitor.street)),
    Column("postal_code", mark("Postal code"), 12, lambda lead: plain(lead.visitor.postal_code)),
    Column("city", mark("City"), 18, lambda lead: plain(lead.visitor.city)),
    Column("region", mark("Region"), 16, lambda lead: plain(lead.visitor.region)),
    Column("country", mark("Country"), 10, lambda lead: plain(lead.visitor.country)),
    Column("website", mark("Website"), 24, lambda lead: plain(lead.visitor.website)),
    Column("language", mark("Language"), 10, lambda lead: plain(lead.visitor.language)),
    Column("visitor_note", mark("On the badge"), 24, lambda lead: plain(lead.visitor.note)),
    Column("show", mark("Show"), 24, lambda lead: plain(lead.show)),
    Column("captured_at", mark("Captured"), 26, lambda lead: plain(lead.captured_at)),
    Column("delivery", mark("Delivery"), 16, lambda lead: plain(lead.delivery)),
    Column("id", mark("Lead id"), 38, lambda lead: plain(lead.id)),
)
