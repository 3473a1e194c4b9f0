"""A badge format in plain words, as a person would tell it to another."""

from collections.abc import Iterator, Mapping

from boothapp.domain.badge_profile import BADGE_ID, BLANKS, Alphabet, BadgeProfile, Check, Cut, IdRule, Take
from boothapp.domain.field_words import FIELD_NAMES, IN_A_SENTENCE
from boothapp.words import mark, plural, tr

_SIGNS = {
    "\t": mark("a tab"),
    "\n": mark("line breaks"),
    " ": mark("a blank"),
    "  ": mark("two blanks"),
    BLANKS: mark("two or more blanks"),
    "\x1d": mark("the group separator"),
    "\x1e": mark("the record separator"),
    "\x1f": mark("the unit separator"),
}
CHECK_NAMES: Mapping[Check, str] = {
    "luhn": "mod 10 (Luhn, ISO/IEC 7812)",
    "gs1": "mod 10 (GS1, EAN)",
    "damm": "mod 10 (Damm)",
    "verhoeff": "mod 10 (Verhoeff)",
    "mod11": "mod 11 (ISBN-10)",
    "mod11_2": "mod 11-2 (ISO/IEC 7064)",
    "mod11_10": "mod 11-10 (ISO/IEC 7064)",
    "mod97_10": "mod 97-10 (ISO/IEC 7064)",
    "mod97": "mod 97",
    "mod37_36": "mod 37-36 (ISO/IEC 7064)",
    "mod43": "mod 43 (Code 39)",
}
_NUMBERED = ("delimited", "columns")
_WAYS = {
    "delimited": mark("Parts are divided by {delimiter}."),
    "columns": mark("Parts stand in columns that begin at character {columns}."),
    "tagged": mark("Parts are divided by {delimiter} and named before {tag}."),
    "json": mark("Each badge is JSON."),
    "pattern": mark("Each badge is written as {pattern}."),
    "id": mark("The badge holds an id only."),
}
_ALPHABETS: Mapping[Alphabet, str] = {
    "digits": mark("digits"),
    "hex": mark("hexadecimal digits"),
    "capitals": mark("capital letters and digits"),
    "letters": mark("letters and digits"),
    "slug": mark("letters, digits and hyphens"),
    "any": mark("characters of any kind"),
}
_CUTS: Mapping[Cut, str] = {
    "first_word": mark("the first word of {part}"),
    "after_first_word": mark("{part} after its first word"),
    "last_word": mark("the last word of {part}"),
    "before_last_word": mark("{part} before its last word"),
    "before_comma": mark("{part} before the comma"),
    "after_comma": mark("{part} after the comma"),
}


def field_name(field: str) -> str:
    """The name of a field for people."""
    return tr(FIELD_NAMES.get(field, field))


def part_name(profile: BadgeProfile, part: str) -> str:
    """A part for people: part 2, the last part, or the tag."""
    if profile.kind not in (*_NUMBERED, "pattern"):
        return part
    if part == "-1":
        return tr("the last part")
    if part.startswith("-"):
        return tr("part {number} from the end").format(number=part[1:])
    return tr("part {number}").format(number=part)


def taken(profile: BadgeProfile) -> list[tuple[str, str]]:
    """(field, part) in words, in the order of the badge where it has one."""
    rows = []
    for take in sorted(profile.takes, key=_place):
        part = part_name(profile, take.part)
        rows.append((take.field, tr(_CUTS[take.cut]).format(part=part) if take.cut else part))
    return rows


def told(profile: BadgeProfile) -> list[str]:
    """The whole format in sentences."""
    sentences = [_how(profile)]
    if profile.start:
        sentences.append(tr("Each badge begins with {text}.").format(text=profile.start.strip()))
    if profile.kind in (*_NUMBERED, "tagged", "json"):
        said = tr("{part} is the {field}")
        pairs = ((part, tr(IN_A_SENTENCE[name])) for name, part in taken(profile))
        rows = ", ".join(said.format(part=part, field=field) for part, field in pairs)
        first = rows[:1].upper() if profile.kind in _NUMBERED else rows[:1]
        sentences.append(f"{first}{rows[1:]}.")
    return [*sentences, *_count(profile), *_about_id(profile)]


def _place(take: Take) -> tuple[int, int]:
    number = int(take.part) if take.part.removeprefix("-").isdecimal() else 0
    return (number < 0, number)


def _how(profile: BadgeProfile) -> str:
    if profile.base:
        return tr("A contact card that boothapp reads by itself, with something more in it.")
    return tr(_WAYS[profile.kind]).format(
        delimiter=sign(profile.delimiter),
        tag=sign(profile.tag),
        pattern=_pattern(profile),
        columns=", ".join(map(str, profile.columns)),
    )


def _pattern(profile: BadgeProfile) -> str:
    names = {take.part: tr(IN_A_SENTENCE[take.field]) for take in profile.takes}
    return "".join(one.literal or f"[{names.get(one.part, '…')}]" for one in profile.pattern)


def sign(text: str) -> str:
    """A delimiter as it can be shown."""
    return tr(_SIGNS[text]) if text in _SIGNS else text.strip()


def _about_id(profile: BadgeProfile) -> Iterator[str]:
    rule = profile.id
    if not (profile.kind == "id" or any(take.field == BADGE_ID for take in profile.takes)):
        return
    if rule.prefix:
        said = (
            mark("The id begins with {prefix}.")
            if rule.keeps_prefix
            else mark("{prefix} before the id is left away.")
        )
        yield tr(said).format(prefix=rule.prefix)
    if profile.kind == "id" or rule.length or rule.alphabet != "any":
        yield _length(rule)
    if not rule.keeps_zeros:
        yield tr("Zeros before the id are left away.")
    if rule.cut:
        yield plural("The last character is left away.", "The last {n} characters are left away.", rule.cut)
    if rule.check:
        yield tr("The check digit fits {check}.").format(check=CHECK_NAMES[rule.check])


def _length(rule: IdRule) -> str:
    letters = tr(_ALPHABETS[rule.alphabet])
    if not rule.length:
        return tr("The id has any number of {letters}.").format(letters=letters)
    said = tr("After that come {count} {letters}.") if rule.prefix else tr("The id has {count} {letters}.")
    return said.format(count=rule.length, letters=letters)


def _count(profile: BadgeProfile) -> Iterator[str]:
    if profile.count:
        yield plural("A badge has {n} part.", "A badge has {n} parts.", profile.count)
    elif profile.most:
        yield tr("A badge has {least} to {most} parts.").format(least=profile.least, most=profile.most)
