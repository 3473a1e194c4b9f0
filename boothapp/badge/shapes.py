"""What a value is, told by its shape alone: e-mail, phone, web address, country, number, company."""

import re

from boothapp.badge import countries, labels
from boothapp.domain.folding import fold

_EMAIL = re.compile(r"[^\s@;:,<>\"|^]{1,64}@[^\s@;:,<>\"|^]{1,200}\.[^\s@;:,<>\"|^.\d]{2,24}")
_WEB = re.compile(r"(?i)(?:https?://|www\.)\S+|(?:[\w-]+\.)*linkedin\.com/\S+")
_PHONE = re.compile(r"(?i)(?:tel:)?\(?(?:\+|00(?=[1-9]))[\d\s().\-/]{6,24}(?:\s*(?:ext\.?|x)\s*\d{1,6})?")
_GROUPED_PHONE = re.compile(r"\(?0?\d{1,5}\)?[\s\-/.]\d[\d\s\-/.]{4,16}")
_NATIONAL_PHONE = re.compile(r"0[1-9]\d{8,10}")
_ID = re.compile(r"(?=[^\s]*\d)[A-Za-z0-9][\w./#-]{0,127}")
_SHORTEST_ID = 4
_DATE = re.compile(r"\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2(?:\d{2}|\d{4})")
_AMERICAN_PHONE = re.compile(r"(?:1[-.])?(?:\d{3}[-.]|\(\d{3}\) ?)\d{3}[-.]\d{4}")
# 7-Eleven, 3Com, 4Front.
_DIGIT_NAME = re.compile(r"\d{1,2}-?[A-Z][a-z]{2,}")
_EVENT = re.compile(r"(?i)[a-z]{2,}[-_]?20\d\d|(?:evt|event|expo|show|messe|fair)[-_]?\d{1,4}")
_STREET = re.compile(r"[^\W\d][^\d]*\s\d{1,4}\s?[a-zA-Z]?|\d{1,5}[a-zA-Z]?,?\s[^\d]+")
_POSTCODE = re.compile(r"(?:[A-Z]{1,2}-)?\d{4,6}|\d{5}-\d{4}|\d{2}-\d{3}")
_LEAST_DIGITS, _MOST_DIGITS = 7, 15
_CODE_LENGTH = 3
# The words by which companies say their legal form, folded.
_LEGAL_FORMS = labels.words(
    """gmbh ag kg ug ohg ek se co ltd limited llc llp inc incorporated corp corporation plc sa sas sarl srl
    spa bv nv oy ab as aps doo sro zrt kft ehf pty pte bhd sl slu lda ltda тов ооо ао пат прат пп зат
    ват sp zoo kk sia uab"""
)
# Those that stand before the name.
_FORMS_BEFORE = labels.words("тов ооо оао зао ао пат прат пп зат ват фоп ип тоо")
# The words of positions, folded.
_TITLES = labels.words(
    """director manager engineer ceo cto cfo coo cmo cio head chief officer president vp consultant buyer
    analyst developer owner founder partner assistant sales purchasing marketing procurement leiter
    geschaftsfuhrer ingenieur einkaufer vertrieb директор менеджер инженер інженер керівник головнии
    закупівель представник специалист спеціаліст"""
)
# What badges print for the kind of a visitor; "Guest" is a surname too, so that it counts before names only.
_ROLES = labels.words(
    "attendee visitor exhibitor delegate speaker guest vip press staff badge besucher відвідувач"
)

_LONGEST_NOTHING = 40
# What programs and people write for nothing.
_NOTHING = labels.words(
    "(null) (none) <null> #n/a #nv n/a n.a. k.a. b.d. н/д н.д. notavailable notprovided notspecified "
    "keineangabe нетданных неуказано невказано немаєданих"
)
_NO_SIGNS = re.compile(r"[-\u2010-\u2015_./\\*?~\s]+")
# "Null" and "None" are surnames too.
_OF_PROGRAMS = labels.words("null none undefined nan NaN NULL NONE None")

# Nearly every value is told by its first letter to be something.
_FIRST_LETTERS = frozenset(
    word[0] for words in (_NOTHING, _OF_PROGRAMS) for word in (*words, *map(str.upper, words))
)


def is_absent(text: str, field: str = "") -> bool:
    """Whether a value says that there is none, such as "N/A", "-" or "null null".

    field: of Visitor; a family name is taken for nothing only where no person writes a name so.
    """
    first = text[:1]
    if (first.isalnum() and first not in _FIRST_LETTERS) or len(text) > _LONGEST_NOTHING or field == "note":
        return False
    words = text.split()
    if words and all(word in _OF_PROGRAMS for word in words):
        return field != "family_name" or text not in ("NULL", "NONE", "None")
    return bool(_NO_SIGNS.fullmatch(text)) or "".join(words).casefold() in _NOTHING


def is_role(text: str) -> bool:
    """The kind of a visitor, which is no name."""
    return text.casefold() in _ROLES


def is_email(text: str) -> bool:
    """The form of one e-mail address."""
    return bool(_EMAIL.fullmatch(text.removeprefix("mailto:")))


def is_web(text: str) -> bool:
    """The form of a web address or a LinkedIn profile."""
    return bool(_WEB.fullmatch(text))


def is_phone(text: str) -> bool:
    """A phone number for certain: international, or in groups as nobody writes an id."""
    digits = sum(letter.isdigit() for letter in text)
    if not _LEAST_DIGITS <= digits <= _MOST_DIGITS:
        return False
    grouped = _GROUPED_PHONE.fullmatch(text) and text[:2].strip("(").startswith("0")
    return bool(_PHONE.fullmatch(text) or grouped or _AMERICAN_PHONE.fullmatch(text))


def may_be_national_phone(text: str) -> bool:
    """Digits with the 0 of a trunk call before them, as long as the numbers of most countries of Europe."""
    return bool(_NATIONAL_PHONE.fullmatch(text))


def is_country(text: str) -> bool:
    """A country's name; the short codes could be other words."""
    return (len(text) > _CODE_LENGTH or not text.isascii()) and bool(countries.code(text))


def is_country_code(text: str) -> bool:
    """A code in capitals, where a country may stand."""
    return 1 < len(text) <= _CODE_LENGTH and text.isupper() and bool(countries.code(text))


def is_number(text: str) -> bool:
    """One word with a digit in it."""
    return bool(_ID.fullmatch(text)) and not is_phone(text)


def is_id(text: str) -> bool:
    """A number long enough for an id, and no date, phone or company with a digit."""
    if len(text) < _SHORTEST_ID or not is_number(text):
        return False
    return not (_DATE.fullmatch(text) or _DIGIT_NAME.fullmatch(text))


def is_digit_name(text: str) -> bool:
    """A company such as 3M, O2 or 7-Eleven."""
    short = len(text) < _SHORTEST_ID and is_number(text) and not text.isdigit()
    return short or bool(_DIGIT_NAME.fullmatch(text))


def is_event(text: str) -> bool:
    """The name of the event with its year: the same on every badge."""
    return bool(_EVENT.fullmatch(text))


def is_street(text: str) -> bool:
    """Words and the number of a house."""
    return bool(_STREET.fullmatch(text))


def may_be_postcode(text: str) -> bool:
    """The form of a postcode of Europe or America, which a short number may have too."""
    return bool(_POSTCODE.fullmatch(text))


def is_company(text: str) -> bool:
    """Several words, one of them a legal form."""
    words = fold(text.replace(".", "").replace("&", " ")).split()
    return len(words) > 1 and (words[0] in _FORMS_BEFORE or bool(_LEGAL_FORMS & set(words[1:])))


def is_title(text: str) -> bool:
    """A position in a company."""
    return bool(_TITLES & set(fold(text).split()))
