"""What a column of the list can be, in people's words."""

from collections.abc import Mapping

from boothapp.attendees.columns import NOTHING
from boothapp.domain.attendee import IDS
from boothapp.domain.field_words import FIELD_NAMES
from boothapp.words import mark

_ORDER = (
    IDS, "full_name", "given_name", "family_name", "company", "job_title", "department", "emails", "phones",
    "street", "postal_code", "city", "region", "country", "website", "language", "note",
)  # fmt: skip
FIELDS: Mapping[str, str] = {
    NOTHING: mark("Leave out"),
    **{name: FIELD_NAMES[name] for name in _ORDER},
    "full_name": mark("Whole name"),
}
"""Field -> name, in the order in which people look for them."""
