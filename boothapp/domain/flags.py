"""What may still be missing in a conversation or a lead, by key; nothing here ever blocks a save."""

from collections.abc import Collection, Mapping

from boothapp.domain.visitor import Visitor
from boothapp.words import mark

FLAGS: Mapping[str, str] = {
    "nobody": mark("Nobody to find again: add a name, an e-mail, a phone or a badge id"),
    "no-contact": mark("No e-mail and no phone yet"),
    "no-consent": mark("No consent yet"),
    "mail": mark("The e-mail address looks wrong"),
}


def flags_of(visitor: Visitor, badge_id: str, allowed: Collection[str]) -> tuple[str, ...]:
    """What is still to complete, as keys of FLAGS; `allowed` are the purposes consented to."""
    contact = visitor.emails or visitor.phones
    checks = {
        "nobody": not (contact or visitor.label or badge_id),
        "no-contact": not contact,
        "no-consent": not allowed,
        "mail": not all("." in mail.partition("@")[2] for mail in visitor.emails),
    }
    return tuple(name for name, wrong in checks.items() if wrong)
