"""Phone numbers: the text as captured, and E.164 beside it where it can be read as one."""

import re
from collections.abc import Iterable
from dataclasses import replace

from boothapp.domain.visitor import Phone

_TEL = re.compile(r"(?i)^tel:\s*")
_EXTENSION = re.compile(r"(?i);ext=")
_PARAMETERS = re.compile(r"(?i);(?:phone-context|isub|postd)=[^;]*")


def tidy(phone: Phone, regions: Iterable[str]) -> Phone:
    """The phone without "tel:", with E.164 if it is international or valid in one of the regions.

    regions: ISO 3166 alpha-2 codes in the order they are tried, empty ones left out.
    """
    text = _PARAMETERS.sub("", _EXTENSION.sub(" ext. ", _TEL.sub("", phone.text))).strip(" ;,")
    return replace(phone, text=text, e164=phone.e164 or e164(text, regions))


def e164(text: str, regions: Iterable[str] = ()) -> str:
    """The number in E.164, or "".

    A number with its country code must have a possible length, one without must be valid in the region:
    guessing the country asks for more (libphonenumber, "possible" and "valid").
    """
    for region in dict.fromkeys(each.upper() for each in regions if each):
        if number := _read(text, region):
            return number
    return _read(text, None)


def _read(text: str, region: str | None) -> str:
    import phonenumbers

    try:
        number = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        return ""
    named = text.lstrip(" (").startswith(("+", "\N{FULLWIDTH PLUS SIGN}"))
    length = phonenumbers.is_possible_number_with_reason(number)
    possible = named and length == phonenumbers.ValidationResult.IS_POSSIBLE
    if not possible and not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
