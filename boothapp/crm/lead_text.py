"""What the stand knows about a lead, as text for the sales representative in any CRM."""

from boothapp.crm.target import LeadRecord
from boothapp.words import tr


def title(record: LeadRecord) -> str:
    """One line that names the lead: show, company, name."""
    visitor = record.visitor
    who = _listed(visitor.company, visitor.name) or visitor.label or record.number
    return ": ".join(part for part in (record.show, who) if part)


def story(record: LeadRecord) -> str:
    """Everything said and shown, one thing a line; the rating with its reasons first."""
    sections = (_rating(record), _answers(record), _plans(record), _words(record), _captured(record))
    return "\n\n".join("\n".join(lines) for lines in sections if lines)


def is_new_talk(record: LeadRecord, told: str) -> bool:
    """Whether the text says more than was told before, beside another rating."""
    known = {line.strip() for line in (*told.split("\n"), *_rating(record))}
    return any(line.strip() not in known for line in story(record).split("\n"))


def _rating(record: LeadRecord) -> list[str]:
    if not record.rating:
        return []
    head = tr("Rating: {rating}").format(rating=record.rating)
    points = "" if record.points is None else tr(" ({points} points)").format(points=record.points)
    return [head + points, *(f"- {reason}" for reason in record.reasons)]


def _answers(record: LeadRecord) -> list[str]:
    return [f"{question} {answer}" for question, answer in record.answers]


def _plans(record: LeadRecord) -> list[str]:
    said = (
        (tr("Interests: {text}"), ", ".join(record.interests)),
        (tr("Next step: {text}"), record.next_step),
        (tr("Owner: {text}"), record.owner),
    )
    return [line.format(text=text) for line, text in said if text]


def _words(record: LeadRecord) -> list[str]:
    said = (
        (tr("Competitors named: {text}"), record.competitors),
        (tr("Key messages that worked: {text}"), record.messages),
    )
    named = (line.format(text=", ".join(texts)) for line, texts in said if texts)
    lines = (record.together, *record.notes, *record.remarks, *named, record.visitor.note)
    return [line for line in lines if line]


def _captured(record: LeadRecord) -> list[str]:
    visitor = record.visitor
    place = (visitor.street, visitor.postal_code, visitor.city, visitor.region, visitor.country)
    day = record.captured_at.date().isoformat()
    lines = (
        _listed(visitor.name, visitor.job_title, visitor.department, visitor.company),
        _listed(*visitor.emails, *(phone.text for phone in visitor.phones), visitor.website),
        _listed(*place),
        *record.consents,
        record.no_mail,
        _listed(tr("Captured {day}").format(day=day), record.show, record.number),
    )
    return [line for line in lines if line]


def _listed(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
