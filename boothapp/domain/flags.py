"""What may still be missing in a conversation or a lead, by key; nothing here ever blocks a save."""

from collections.abc import Collection, Mapping

from boothapp.domain.visitor import Visitor
from boothapp.words import mark

FLAGS: Mapping[str, str] = {
    "nobody": mark("Nobody to find again: add a name, an e-mail, a phone or a badge id"),
    "no-name": mark("No name yet"),
    "no-contact": mark("No e-mail and no phone yet"),
    "no-consent": mark("No consent yet"),
    "no-signature": mark("No signature under the consent yet"),
    "mail": mark("The e-mail address looks wrong"),
    "no-talk": mark("Nothing of the conversation yet"),
}


def flags_of(
    visitor: Visitor, badge_id: str, allowed: Collection[str], talked: bool = True, unsigned: bool = False
) -> tuple[str, ...]:
    """What is still to complete, as keys of FLAGS.

    allowed: the purposes consented to; talked: something was answered, shown or said;
    unsigned: the show asks for a signature, and some consent has none.
    """
    contact = visitor.emails or visitor.phones
    found = contact or visitor.label or badge_id
    checks = {
        "nobody": not found,
        "no-name": found and not visitor.name,
        "no-contact": not contact,
        "no-consent": not allowed,
        "no-signature": unsigned,
        "mail": not all("." in mail.partition("@")[2] for mail in visitor.emails),
        "no-talk": not talked,
    }
    return tuple(name for name, wrong in checks.items() if wrong)
