"""The show's own badge, read by the profile that was learnt or came with the kit; asked before all others."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from boothapp.badge import profile_parts as parts
from boothapp.badge import profile_shape
from boothapp.badge.payload import Found, Payload
from boothapp.badge.profile_parts import Parts
from boothapp.domain.badge_profile import BADGE_ID, BadgeProfile, Cut, IdRule, Take
from boothapp.domain.visitor import TEXT_FIELDS, Phone, Visitor

FORMAT = "profile"
# Formats whose id is the organiser's; a card has one of its own.
_WITH_IDS = ("id", "delimited", "labelled", "json", "link")


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
    """A badge written as the ones learnt from; otherwise: the readers that go on where it is another."""
    read = parts.of(parts.trimmed(payload.text), profile)
    if read is None:
        return None
    plain = otherwise(payload)
    if not profile_shape.fits(read, _values(read, profile), profile, plain.format in profile_shape.UNREAD):
        return None
    if profile.base:
        return _together(plain, _filled(read, profile)) if plain.format == profile.base else None
    return _filled(read, profile) if profile_shape.is_own(plain.format, payload.text, profile) else None


def doubted(found: Found, profile: BadgeProfile) -> Found:
    """Another badge than the show's: a lead all the same, and an id unlike those of the show is said."""
    knows_ids = profile.kind == "id" or any(take.field == BADGE_ID for take in profile.takes)
    if not (knows_ids and found.badge_id and found.format in _WITH_IDS):
        return found
    return replace(found, warnings=(*found.warnings, *profile_shape.about_id(found.badge_id, profile.id)))


def id_of(text: str, rule: IdRule) -> str:
    """The id as it is stored."""
    body = profile_shape.body_of(text, rule)
    kept = text if rule.keeps_prefix else body
    if not rule.keeps_zeros:
        kept = kept.lstrip("0") or kept[-1:]
    return kept[: -rule.cut] if 0 < rule.cut < len(kept) else kept


def _values(read: Parts, profile: BadgeProfile) -> dict[Take, str]:
    takes = profile.takes or (Take("1", BADGE_ID),)
    return {take: CUTS[take.cut](read.get(take.part, "")) for take in takes}


def _filled(read: Parts, profile: BadgeProfile) -> Found:
    values: dict[str, list[str]] = {}
    for take, value in _values(read, profile).items():
        if value:
            values.setdefault(take.field, []).append(value)
    whole_id = "".join(values.get(BADGE_ID, ()))
    texts = {name: _JOINED_BY.get(name, " ").join(values[name]) for name in TEXT_FIELDS if name in values}
    phones = tuple(Phone(text) for text in values.get("phones", ()))
    visitor = Visitor(emails=tuple(values.get("emails", ())), phones=phones, **texts)
    return Found(FORMAT, visitor, id_of(whole_id, profile.id), profile_shape.about_id(whole_id, profile.id))


def _together(plain: Found, own: Found) -> Found:
    """What the profile says counts; the rest is as the app reads it by itself."""
    given = {name: getattr(own.visitor, name) for name in (*TEXT_FIELDS, "emails", "phones")}
    visitor = replace(plain.visitor, **{name: value for name, value in given.items() if value})
    warnings = (*plain.warnings, *own.warnings)
    return Found(plain.format, visitor, own.badge_id or plain.badge_id, warnings, plain.certain)
