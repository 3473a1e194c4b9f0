"""What must never be stored, whichever way it came: asked before every other recogniser."""

from boothapp.badge import bank_card, licence, licence_stripe, passwords, travel_document
from boothapp.badge.payload import Found, Payload, from_text


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
