"""The leads as contact cards: vCard 3.0 (RFC 2426), which phones, Outlook and mail programs all take."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from boothapp.domain.visitor import Phone, Visitor
from boothapp.packs.columns import plain
from boothapp.packs.lead import PackLead

# RFC 2426, 2.6: a line is at most 75 octets without its line end.
LINE_OCTETS = 75
PHONE_TYPES: Mapping[str, str] = {
    "mobile": "CELL",
    "cell": "CELL",
    "fax": "FAX,WORK",
    "home": "HOME,VOICE",
    "private": "HOME,VOICE",
}
ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


def cards(leads: Iterable[PackLead]) -> bytes:
    """All leads as one .vcf file, UTF-8 with CRLF, long lines folded."""
    return b"".join(_folded(line) for lead in leads for line in _card(lead))


def _card(lead: PackLead) -> Iterator[str]:
    visitor = lead.visitor
    yield from ("BEGIN:VCARD", "VERSION:3.0", "PRODID:-//boothapp//lead pack//EN")
    yield f"UID:{_escaped(lead.id)}"
    yield f"FN:{_escaped(lead.label)}"
    yield f"N:{_name(visitor, lead.label)}"
    yield from _organisation(visitor)
    yield from (f"EMAIL;TYPE=INTERNET:{_escaped(email)}" for email in lead.emails)
    yield from (_phone(phone) for phone in visitor.phones)
    yield from _address(visitor)
    if visitor.website:
        yield f"URL:{plain(visitor.website).replace(chr(10), '')}"
    yield f"CATEGORIES:{_parts((lead.rating, lead.show), ',')}"
    yield f"NOTE:{_escaped(_note(lead))}"
    yield from _revision(lead.captured_at)
    yield "END:VCARD"


def _name(visitor: Visitor, label: str) -> str:
    if visitor.family_name or visitor.given_name:
        return _parts((visitor.family_name, visitor.given_name, "", "", ""), ";", keep_empty=True)
    return _parts((label, "", "", "", ""), ";", keep_empty=True)


def _organisation(visitor: Visitor) -> Iterator[str]:
    if visitor.company or visitor.department:
        yield f"ORG:{_parts((visitor.company, visitor.department), ';', keep_empty=bool(visitor.department))}"
    if visitor.job_title:
        yield f"TITLE:{_escaped(visitor.job_title)}"


def _phone(phone: Phone) -> str:
    return (
        f"TEL;TYPE={PHONE_TYPES.get(phone.kind.lower(), 'WORK,VOICE')}:{_escaped(phone.e164 or phone.text)}"
    )


def _address(visitor: Visitor) -> Iterator[str]:
    parts = (visitor.street, visitor.city, visitor.region, visitor.postal_code, visitor.country)
    if any(parts):
        yield f"ADR;TYPE=WORK:;;{_parts(parts, ';', keep_empty=True)}"


def _note(lead: PackLead) -> str:
    head = " ".join(part for part in (lead.number, lead.rating, f"{lead.points:g}") if part)
    next_step = " ".join(part for part in (lead.next_step, lead.due) if part)
    answers = (f"{question}: {answer}" for question, answer in lead.answers)
    said = (lead.together, *lead.notes, *lead.remarks, *lead.competitors, *lead.messages)
    lines = (head, *lead.reasons, next_step, *answers, *lead.interests, *said, *lead.touches, lead.no_mail)
    return "\n".join(line for line in lines if line)


def _revision(captured_at: str) -> Iterator[str]:
    try:
        yield f"REV:{datetime.fromisoformat(captured_at).isoformat()}"
    except ValueError:
        return


def _parts(parts: Iterable[str], separator: str, keep_empty: bool = False) -> str:
    return separator.join(_escaped(part) for part in parts if part or keep_empty)


def _escaped(text: str) -> str:
    return plain(text).translate(ESCAPES)


def _folded(line: str) -> bytes:
    """The line in pieces of at most 75 octets, never cut inside a letter; the next begin with a blank."""
    pieces, piece, room = [], b"", LINE_OCTETS
    for char in line:
        octets = char.encode()
        if len(piece) + len(octets) > room:
            pieces.append(piece)
            piece, room = b" ", LINE_OCTETS
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"
