"""What a column of the list can be, in people's words."""

from collections.abc import Mapping

from boothapp.attendees.columns import NOTHING
from boothapp.domain.attendee import IDS
from boothapp.words import mark

FIELDS: Mapping[str, str] = {
    NOTHING: mark("Leave out"),
    IDS: mark("Badge id"),
    "full_name": mark("Whole name"),
    "given_name": mark("Given name"),
    "family_name": mark("Family name"),
    "company": mark("Company"),
    "job_title": mark("Job title"),
    "department": mark("Department"),
    "emails": mark("E-mail"),
    "phones": mark("Phone"),
    "street": mark("Street"),
    "postal_code": mark("Postal code"),
    "city": mark("City"),
    "region": mark("Region"),
    "country": mark("Country"),
    "website": mark("Website"),
    "language": mark("Language"),
    "note": mark("Note"),
}
"""Field -> name, in the order in which people look for them."""
