"""Phone numbers: the text as captured, and E.164 beside it where it can be read as one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from boothapp.domain.visitor import Phone

_TEL = re.compile(r"(?i)^tel:\s*")
_EXTENSION = re.compile(r"(?i);ext=")
_PARAMETERS = re.compile(r"(?i);(?:phone-context|isub|postd)=[^;]*")
# The word for an extension on cards of many countries; libphonenumber knows the English and Russian ones.
_EXTENSION_WORD = re.compile(
    r"(?i)[\s,;(]*(?<![^\W\d_])(?:доб|дод|вн|внутр|вътр|wewn?|dahili|poste|durchw(?:ahl)?|dw|nebenst(?:elle)?|app(?:arat)?|"
    r"toestel|tst|ramal|interno|int|anexo|linka|kl(?:apka)?|mellék|anknytning|alanumero|内線|내선)(?![^\W\d_])[.:\s)]*(\d{1,7})\)?\s*$"
)
# Exit codes: 00 nearly everywhere (ITU-T E.123, recommended by E.164).
_EXIT_CODE = re.compile(r"^\(?00\)?\s*(?=[1-9(])")
# Before 2009 trunk calls in Ukraine began with 8 and the tone; cards still show it.
_OLD_TRUNK = {"UA": re.compile(r"^8[\s(-]*(?=\(?0)")}
_SEVERAL = re.compile(r"\s*(?:[/;|,\n]|\s(?:or|und|oder|або|или|ou|o|lub|veya)\s)\s*")
_LISTED = re.compile(r"[+\d\s().-]+(?:[;,|\n][+\d\s().-]+)+")
# What people write beside a number; of other words nobody knows what they say about it.
_REMARK = re.compile(
    r"(?i)\([^\W\d_][^()\d]*\)|(?<![^\W\d_])(?:viber|whats ?app|telegram|signal|wechat|line|"
    r"mobile?|handy|cell|tel|вайбер|вотсап|телеграм|моб|тел)[.:]?(?![^\W\d_])"
)
_FEWEST_DIGITS = 7
# Spreadsheets take a number for a number: the plus sign is lost, sometimes ".0" comes.
_NO_PLUS = re.compile(r"[1-9](?:[\s()./-]*\d){8,14}\s*(?:ext\.|$)")
_FRACTION = re.compile(r"(?<=\d{9})\.0$")
# Words instead of digits are usual in North America only (country code 1); elsewhere they are remarks.
_LETTERED = 1
_LETTER_AFTER_DIGIT = re.compile(r"\d.*[A-Za-z]")


def several(text: str, regions: Iterable[str]) -> tuple[str, ...]:
    """The numbers in a text that holds more than one, each in full; else the text alone."""
    tried = tuple(regions)
    if _digits(text) < 2 * _FEWEST_DIGITS:
        return (text,)
    pieces = [piece for piece in _SEVERAL.split(text) if piece]
    if not all(_digits(piece) >= _FEWEST_DIGITS for piece in pieces):
        return (text,)
    numbers = [bool(e164(piece, tried)) for piece in pieces]
    # A comma stands in no number, a slash in many: there each half has to be one.
    sure = all(numbers) or (any(numbers) and _LISTED.fullmatch(text))
    return tuple(pieces) if sure else (text,)


def _digits(text: str) -> int:
    return sum(map(str.isdecimal, text))


def tidy(phone: Phone, regions: Iterable[str]) -> Phone:
    """The phone without "tel:", with E.164 if it is international or valid in one of the regions.

    regions: ISO 3166 alpha-2 codes in the order they are tried, empty ones left out.
    """
    text = _PARAMETERS.sub("", _EXTENSION.sub(" ext. ", _TEL.sub("", phone.text))).strip(" ;,")
    return replace(phone, text=text, e164=phone.e164 or e164(text, regions))


def e164(text: str, regions: Iterable[str] = ()) -> str:
    """The number in E.164, or "": no number is better than somebody else's.

    A number with its country code must have a possible length, one without must be valid in the region:
    guessing the country asks for more (libphonenumber, "possible" and "valid").
    """
    plain = _FRACTION.sub("", _EXTENSION_WORD.sub(r" ext. \1", text))
    wanted = tuple(dict.fromkeys(each.upper() for each in regions if each))
    found = next(filter(None, _tries(plain, wanted)), "")
    if found or not any(map(str.isalpha, text)):
        return found
    bare = _REMARK.sub(" ", text).strip(" ,;/-")
    return "" if any(map(str.isalpha, bare)) else next(filter(None, _tries(bare, wanted)), "")


def _tries(text: str, regions: tuple[str, ...]) -> Iterator[str]:
    abroad = _without_plus(text) if regions else ""
    home = [number for region in regions if (number := _read(text, region))]
    if abroad and home and _is_unclear(text, home[0], abroad):
        return
    yield from (abroad if _is_doubled(number, abroad) else number for number in home)
    yield _read(text, None)
    international = _EXIT_CODE.sub("+", text)
    if international != text:
        yield _read(international, None)
    for region in regions:
        if trunk := _OLD_TRUNK.get(region):
            yield _read(trunk.sub("", text), region)
    yield abroad


def _without_plus(text: str) -> str:
    """What spreadsheets leave of "+49 170 1234567": valid with the plus sign put back, or ""."""
    import phonenumbers

    number = _read(f"+{text}", None) if _NO_PLUS.match(text) else ""
    return number if number and phonenumbers.is_valid_number(phonenumbers.parse(number)) else ""


def _is_doubled(home: str, abroad: str) -> bool:
    """+49 49 170...: the country code was there already, whether or not a (0) follows it."""
    import phonenumbers

    code = f"+{phonenumbers.parse(home).country_code}" if abroad else ""
    return bool(code) and abroad.startswith(code) and home.startswith(code + code[1:])


def _is_unclear(text: str, home: str, abroad: str) -> bool:
    """442079460958 in Germany: London, or a town whose 0 was lost; a mobile number tells itself apart."""
    import phonenumbers

    mobile = phonenumbers.number_type(phonenumbers.parse(home)) == phonenumbers.PhoneNumberType.MOBILE
    return text.isdecimal() and home != abroad and not mobile and not _is_doubled(home, abroad)


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
    if number.country_code != _LETTERED and _LETTER_AFTER_DIGIT.search(text):
        digits = phonenumbers.normalize_digits_only(text)
        if phonenumbers.national_significant_number(number) not in digits:
            return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
