"""What people call the fields of a visitor: alone beside a value, and within a sentence."""

from collections.abc import Mapping

from boothapp.words import mark

FIELD_NAMES: Mapping[str, str] = {
    "badge_id": mark("Badge id"),
    "given_name": mark("Given name"),
    "family_name": mark("Family name"),
    "full_name": mark("Name"),
    "company": mark("Company"),
    "department": mark("Department"),
    "job_title": mark("Job title"),
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
IN_A_SENTENCE: Mapping[str, str] = {
    "badge_id": mark("badge id"),
    "given_name": mark("given name"),
    "family_name": mark("family name"),
    "full_name": mark("name"),
    "company": mark("company"),
    "department": mark("department"),
    "job_title": mark("job title"),
    "emails": mark("e-mail"),
    "phones": mark("phone"),
    "street": mark("street"),
    "postal_code": mark("postal code"),
    "city": mark("city"),
    "region": mark("region"),
    "country": mark("country"),
    "website": mark("website"),
    "language": mark("language"),
    "note": mark("note"),
}
