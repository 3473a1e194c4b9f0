"""What must never be stored, whichever way it came: asked before every other recogniser."""

from boothapp.badge import bank_card, licence, licence_stripe, passwords, travel_document
from boothapp.badge.payload import Found, Payload, from_text

# What the tracks of a magnetic stripe begin with.
_TRACKS = ("%", ";", "+", "!", "#")


def recognise(payload: Payload, licences: bool = False) -> Found | None:
    """The document or secret; licences: whether name and address of a driving licence may be taken."""
    return (
        passwords.recognise(payload)
        or licence_stripe.recognise(payload, licences)
        or bank_card.recognise(payload)
        or travel_document.recognise(payload)
        or licence.recognise(payload, licences)
    )


def is_private(text: str) -> bool:
    """Whether nothing of this text may be stored."""
    return recognise(from_text(text)) is not None


def is_private_if_guessed(text: str) -> bool:
    """The same of a text that was put back from a guessed keyboard: words and dots can look like a zone."""
    found = recognise(from_text(text))
    return found is not None and (found.format != travel_document.FORMAT or travel_document.is_padded(text))


def may_begin(line: str) -> bool:
    """Whether a line may be the first of a document that is typed line by line; a sign alone is, too."""
    bare = line.strip()
    sign = bool(bare) and (len(bare) == 1 or not any(map(str.isalnum, bare)))
    return sign or licence.may_be_line(bare) or is_private(line)


def may_follow(line: str) -> bool:
    """Whether a line may be a later one of a document."""
    bare = line.strip()
    on_stripe = bare.startswith(_TRACKS)
    return on_stripe or may_begin(bare) or licence.may_follow(bare) or travel_document.may_be_line(bare)
