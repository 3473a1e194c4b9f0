"""Whether a badge is written as the ones a profile was learnt from, and what is odd about its id."""

import re

from boothapp.badge import check_digits
from boothapp.badge.profile_parts import Parts, consists_of
from boothapp.domain.badge_profile import BADGE_ID, BadgeProfile, Form, IdRule, Look, Take
from boothapp.words import tr

# What the app takes a text for that says nothing of what it is: a profile may know better.
LOOSE = frozenset({"id", "encrypted", "text", "delimited", "labelled"})
# The same link with another number or name in it.
LINKS = frozenset({"url", "link"})
UNREAD = frozenset({"id", "encrypted", "text"})
# Known without their beginning too, where a badge without blanks ends with a mail address.
_BARE = ("mailto", "tel")
_LOOSE_FOR_IDS = frozenset({"id", "encrypted"})
# A fixed beginning written into a kit by hand tells a badge from so many characters on.
_TELLING_START = 3
# One part in so many may be another thing than on the badges learnt from.
_ODD_PARTS, _ODD_LENGTH = 5, 2
_LONGEST_NONE = 8
# Fewer are a flag, which is now a number, now a word.
_FEWEST_DIGITS = 4
_NAMED = ("tagged", "json")
_MAILS = ("mail", "web")
_NUMBER = re.compile(r"(?i)(?:tel:)?[+(]?\d[\d ()./+-]*(?:(?:ext\.?|x)\s*\d{1,6})?")
_WEB = re.compile(r"(?i)(?:https?://|www\.)\S+")
_MAIL = re.compile(r"(?:mailto:)?[^@\s:=;,|^]+@[^@\s:=;,|^]+")
_LETTER, _DIGIT = "a", "9"


def look(text: str) -> Look:
    """What a part is by its signs alone."""
    if _MAIL.fullmatch(text.strip()):
        return "mail"
    if _WEB.fullmatch(text.strip()):
        return "web"
    digits = sum(map(str.isdecimal, text))
    return "number" if digits >= _FEWEST_DIGITS and _NUMBER.fullmatch(text.strip()) else "text"


def is_own(format: str, text: str, profile: BadgeProfile) -> bool:
    """Whether a text that the app by itself takes for this format may be one of the show's badges."""
    if format in _BARE and profile.kind != "id" and not text.lstrip().lower().startswith(_BARE):
        return True
    if format in (_LOOSE_FOR_IDS if profile.kind == "id" else LOOSE) or format == profile.kind:
        return True
    if profile.formats:
        return format in profile.formats or (format in LINKS and bool(LINKS & set(profile.formats)))
    begins = profile.start or profile.id.prefix or (profile.pattern[0].literal if profile.pattern else "")
    return len(begins) >= _TELLING_START


def fits(read: Parts, values: dict[Take, str], profile: BadgeProfile, unread: bool) -> bool:
    """Whether the parts are those of the show's badge.

    values: what would be taken of them; unread: whether no other reader can take the text apart.
    """
    if profile.kind == "id":
        return _is_id(read["1"], profile.id)
    filled = {take: value for take, value in values.items() if value}
    if profile.base:
        return all(take.field != "emails" or "@" in value for take, value in filled.items())
    if not (filled and _has_parts(read, filled, profile) and _looks_alike(read, profile)):
        return False
    id = "".join(read.get(take.part, "") for take in filled if take.field == BADGE_ID)
    return not id or _may_be_id(id, profile, unread or _is_proven(read, profile))


def body_of(id: str, rule: IdRule) -> str:
    """The id without its prefix."""
    return id[len(rule.prefix) :] if begins_right(id, rule) else id


def begins_right(id: str, rule: IdRule) -> bool:
    """Whether the prefix is there, in large or small letters."""
    return id[: len(rule.prefix)].casefold() == rule.prefix.casefold()


def odd(id: str, rule: IdRule) -> str:
    """What is unlike the ids learnt from, the first of: prefix, letters, length, check; "" for nothing."""
    body = body_of(id, rule)
    if not begins_right(id, rule) or not body:
        return "prefix"
    if not consists_of(body, rule.alphabet):
        return "letters"
    if rule.length not in (0, len(body)):
        return "length"
    return "check" if rule.check and not check_digits.holds(rule.check, body) else ""


def about_id(id: str, rule: IdRule) -> tuple[str, ...]:
    """A sentence where the id is not like the ones learnt from."""
    wrong = odd(id, rule) if id else ""
    if not wrong:
        return ()
    said = {
        "prefix": tr("This badge id does not begin with {prefix} as the others do. Compare it."),
        "letters": tr("This badge id has other characters than the others have. Compare it."),
        "length": tr("This badge id has {count} characters, the others have {length}. Compare it."),
        "check": tr("The check digit of this badge id is not right. Scan it again, or compare it."),
    }[wrong]
    count = len(body_of(id, rule))
    return (said.format(prefix=rule.prefix, count=count, length=rule.length),)


def _is_id(text: str, rule: IdRule) -> bool:
    """A prefix tells the show's ids from others well enough; a length alone has to be right."""
    wrong = odd(text, rule)
    return wrong in ("", "check") or (wrong == "length" and bool(rule.prefix))


def _has_parts(read: Parts, filled: dict[Take, str], profile: BadgeProfile) -> bool:
    """Tags may be left out where nothing is known, but not most of them."""
    if profile.kind not in _NAMED:
        return True
    if profile.forms:
        return 2 * sum(form.part in read for form in profile.forms) >= len(profile.forms)
    return bool(profile.start) or 3 * len(filled) >= len(profile.takes)


def _looks_alike(read: Parts, profile: BadgeProfile) -> bool:
    """Whether mails, addresses, numbers and words stand where they stood; nothing is an empty part."""
    ids = {take.part for take in profile.takes if take.field == BADGE_ID}
    forms = profile.forms or _usual_forms(profile)
    known = [form for form in forms if form.part not in ids and form.looks and read.get(form.part)]
    strange = [form for form in known if look(read[form.part]) not in form.looks]
    # Nobody has another word for a mail address than a short one for none.
    if any(form.looks == ("mail",) and len(read[form.part]) > _LONGEST_NONE for form in strange):
        return False
    return not strange or _ODD_PARTS * len(strange) < len(known)


def _usual_forms(profile: BadgeProfile) -> tuple[Form, ...]:
    """For a profile written by hand: a mail address has its sign."""
    return tuple(Form(take.part, ("mail",)) for take in profile.takes if take.field == "emails")


def _may_be_id(id: str, profile: BadgeProfile, proven: bool) -> bool:
    """An odd id is a reason to look at the rest; by name or on a proven badge it is still an id."""
    wrong = odd(id, profile.id)
    if wrong in ("", "check") or profile.kind in _NAMED:
        return True
    length = len(body_of(id, profile.id))
    if wrong == "length" and abs(length - profile.id.length) <= _ODD_LENGTH:
        return True
    if wrong == "prefix" and _picture(id) == _picture(profile.id.prefix) + _DIGIT * profile.id.length:
        return True
    numbered = profile.id.alphabet != "digits" or any(map(str.isdecimal, id))
    return proven and numbered and not any(map(str.isspace, id)) and look(id) not in _MAILS


def _is_proven(read: Parts, profile: BadgeProfile) -> bool:
    """A mail or web address stands where only such stood."""
    sure = [form for form in profile.forms if form.looks in (("mail",), ("web",))]
    return any(look(read.get(form.part, "")) in form.looks for form in sure)


def _picture(text: str) -> str:
    return "".join(_DIGIT if one.isdecimal() else _LETTER if one.isalpha() else one for one in text)
