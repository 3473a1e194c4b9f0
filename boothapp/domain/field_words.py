"""What people call the fields of a visitor: alone beside a value, and within a sentence."""

from collections.abc import Mapping, Sequence

from boothapp.errors import WrongCall
from boothapp.words import mark, tr

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


MORE_IN_A_SENTENCE: Mapping[str, str] = {
    "owner": mark("owner"),
    "next_step": mark("next step"),
    "tags": mark("tags"),
    "notes": mark("note"),
    "remarks": mark("remarks"),
    "messages": mark("messages that worked"),
    "competitors": mark("competitors"),
}


def field_list(names: Sequence[str]) -> str:
    """Several fields within a sentence, with commas between."""
    words = {**IN_A_SENTENCE, **MORE_IN_A_SENTENCE}
    return ", ".join(tr(words.get(name, name)) for name in names)


def require(name: str, known: Sequence[str]) -> None:
    """Raises WrongCall, with the fields there are, where a name typed by a person is none of them."""
    if name not in known:
        raise WrongCall(
            tr("There is no field {name}.").format(name=name),
            step=tr("The fields are {names}.").format(names=", ".join(known)),
        )
