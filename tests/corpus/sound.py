"""What holds for every reading, whatever was scanned."""

from boothapp.badge.reading import Reading
from boothapp.domain.visitor import TEXT_FIELDS, visitor_from


def sound(reading: Reading) -> bool:
    """Whether it may be stored and shown: a format, no NUL, no half letters, the same after a round trip."""
    visitor = reading.visitor
    fields = (getattr(visitor, name) for name in TEXT_FIELDS)
    phones = (each.text for each in visitor.phones)
    everything = "\n".join((*fields, *visitor.emails, *phones, reading.badge_id, *reading.warnings))
    assert everything.encode()
    assert "\0" not in everything
    assert visitor_from(visitor.known()) == visitor
    return bool(reading.format)
