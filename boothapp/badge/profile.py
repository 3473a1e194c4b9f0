"""The show's own badge, read by the profile that was learnt or came with the kit; asked before all others."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from boothapp.badge import check_digits
from boothapp.badge import profile_parts as parts
from boothapp.badge.payload import Found, Payload
from boothapp.badge.profile_parts import Parts
from boothapp.domain.badge_profile import BADGE_ID, BadgeProfile, Cut, IdRule, Take
from boothapp.domain.visitor import TEXT_FIELDS, Phone, Visitor
from boothapp.words import tr

FORMAT = "profile"


def _words(text: str, start: int | None, end: int | None) -> str:
    return " ".join(text.split()[start:end])


CUTS: Mapping[Cut, Callable[[str], str]] = {
    "": str,
    "first_word": lambda text: _words(text, None, 1),
    "after_first_word": lambda text: _words(text, 1, None),
    "last_word": lambda text: _words(text, -1, None),
    "before_last_word": lambda text: _words(text, None, -1),
    "before_comma": lambda text: text.partition(",")[0].strip(),
    "after_comma": lambda text: text.partition(",")[2].strip(),
}
_JOINED_BY = {"street": ", ", "note": "\n"}


def recognise(payload: Payload, profile: BadgeProfile, otherwise: Callable[[Payload], Found]) -> Found | None:
    """A badge written as the profile says; otherwise: the readers whose findings it may add to."""
    read = parts.of(parts.trimmed(payload.text), profile)
    if read is None or not _fits(read, profile):
        return None
    own = _filled(read, profile)
    if not profile.base:
        return own
    plain = otherwise(payload)
    return _together(plain, own) if plain.format == profile.base else None


def id_of(text: str, rule: IdRule) -> str:
    """The id as it is stored."""
    body = text.removeprefix(rule.prefix)
    kept = (rule.prefix if rule.keeps_prefix and text.startswith(rule.prefix) else "") + body
    if not rule.keeps_zeros:
        kept = kept.lstrip("0") or kept[-1:]
    return kept[: -rule.cut] if 0 < rule.cut < len(kept) else kept


def _fits(read: Parts, profile: BadgeProfile) -> bool:
    if profile.kind == "id":
        return _is_id(read["1"], profile.id)
    wanted = [take for take in profile.takes if take.part in read]
    # Tags may be left out where nothing is known; a fixed beginning alone tells the badge.
    if not profile.base and not (wanted and (profile.start or 3 * len(wanted) >= len(profile.takes))):
        return False
    return all(_is_likely(take, read[take.part], profile.id) for take in wanted)


def _is_likely(take: Take, value: str, rule: IdRule) -> bool:
    """A part that can't be what it should be tells that this is another kind of badge."""
    if take.field == BADGE_ID:
        return parts.consists_of(value.removeprefix(rule.prefix), rule.alphabet)
    return "@" in value or not value or take.field != "emails"


def _is_id(text: str, rule: IdRule) -> bool:
    body = text.removeprefix(rule.prefix)
    # A prefix tells the show's ids from others well enough; a length alone has to be right.
    length = bool(rule.prefix) or rule.length in (0, len(body))
    return text.startswith(rule.prefix) and bool(body) and length and parts.consists_of(body, rule.alphabet)


def _filled(read: Parts, profile: BadgeProfile) -> Found:
    values: dict[str, list[str]] = {}
    for take in profile.takes or (Take("1", BADGE_ID),):
        value = CUTS[take.cut](read.get(take.part, ""))
        if value:
            values.setdefault(take.field, []).append(value)
    whole_id = "".join(values.get(BADGE_ID, ()))
    texts = {name: _JOINED_BY.get(name, " ").join(values[name]) for name in TEXT_FIELDS if name in values}
    phones = tuple(Phone(text) for text in values.get("phones", ()))
    visitor = Visitor(emails=tuple(values.get("emails", ())), phones=phones, **texts)
    return Found(FORMAT, visitor, id_of(whole_id, profile.id), _about(whole_id, profile.id))


def _about(id: str, rule: IdRule) -> tuple[str, ...]:
    body = id.removeprefix(rule.prefix)
    if id and rule.length not in (0, len(body)):
        said = tr("This badge id has {count} characters, the others have {length}. Compare it.")
        return (said.format(count=len(body), length=rule.length),)
    if id and rule.check and not check_digits.holds(rule.check, body):
        return (tr("The check digit of this badge id is not right. Scan it again, or compare it."),)
    return ()


def _together(plain: Found, own: Found) -> Found:
    """What the profile says counts; the rest is as the app reads it by itself."""
    given = {name: getattr(own.visitor, name) for name in (*TEXT_FIELDS, "emails", "phones")}
    visitor = replace(plain.visitor, **{name: value for name, value in given.items() if value})
    warnings = (*plain.warnings, *own.warnings)
    return Found(plain.format, visitor, own.badge_id or plain.badge_id, warnings, plain.certain)
