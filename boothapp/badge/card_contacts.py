"""Lines of a card -> phones, e-mail addresses, websites, and what is left of the lines."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from boothapp.badge import card_words, mail
from boothapp.badge.card_line import Line
from boothapp.domain.visitor import Phone

_DOMAIN = r"[^\W_](?:[\w-]*[^\W_])?(?:\.[^\W_](?:[\w-]*[^\W_])?)*\.[^\W\d_]{2,24}"
_MAIL = re.compile(rf"[\w.+'-]+\s?[@©®]\s?{_DOMAIN}")
_WEB = re.compile(
    rf"(?:https?://|www[.\s]\s?)[^\s|,;]+|(?<![\w@.-]){_DOMAIN}(?:/[^\s|,;]*)?(?![\w@])", re.IGNORECASE
)
_WEB_START = re.compile(r"(?i)^(?:https?://|www[.\s])")
_NUMBER = re.compile(r"(?:\+\s?)?\(?\d[\d\s()./\u2010-\u2015-]{5,}\d")
_BETWEEN = re.compile(r"\s*[|•●■]\s*|\s+·\s*|\s*·\s+|\s{3,}")
# ITU-T E.164: at most 15 digits; subscriber numbers of 6 are the shortest on cards.
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
# One letter in this many may be misread for a domain to be the same one all the same.
_LETTERS_A_SLIP = 6


@dataclass(frozen=True)
class Told:
    """A value read from a card, and how sure it is, 0 to 1."""

    value: str
    sure: float
    kind: str = ""


@dataclass
class Contacts:
    """What a card says about how to reach somebody; rest: the pieces of lines that say something else."""

    mails: list[Told] = field(default_factory=list)
    webs: list[Told] = field(default_factory=list)
    phones: list[Told] = field(default_factory=list)
    rest: list[Line] = field(default_factory=list)

    @property
    def domain(self) -> str:
        """The domain of the website, else of the first mail; "" where there is none."""
        if self.webs:
            return host(self.webs[0].value)
        return self.mails[0].value.rpartition("@")[2] if self.mails else ""


def host(website: str) -> str:
    """The domain of a website without "www."."""
    return re.sub(r"(?i)^(?:https?://)?(?:www\.)?", "", website).partition("/")[0].lower()


def contacts(lines: Sequence[Line], country: str = "") -> Contacts:
    """Takes the contacts out of the lines.

    country: ISO 3166 alpha-2 for numbers without a country code.
    """
    found = Contacts()
    for line in lines:
        for piece in _pieces(line):
            text = _take_phones(_take_webs(_take_mails(piece, found), found), found, country)
            left = card_words.without_label(text.text + " ").strip(" ,;:|/·-–—")
            if sum(letter.isalnum() for letter in left) > 1:
                found.rest.append(replace(text, text=left))
    _mend_mails(found)
    return found


def _pieces(line: Line) -> Iterator[Line]:
    start, length = 0, max(len(line.text), 1)
    for gap in (*_BETWEEN.finditer(line.text), None):
        end = gap.start() if gap else len(line.text)
        if line.text[start:end].strip():
            yield line.part(line.text[start:end].strip(), start / length, end / length)
        start = gap.end() if gap else end


def _take_mails(line: Line, found: Contacts) -> Line:
    for match in _MAIL.finditer(line.text):
        address = re.sub(r"\s?[@©®]\s?", "@", match.group()).strip(".'-")
        sure = line.score * (0.95 if "@" in match.group() and " " not in match.group() else 0.7)
        if address != (small := _small(address)):
            address, sure = small, min(sure, 0.6)
        found.mails.append(Told(address, sure if mail.check(address).valid else 0.3))
    return _without(line, _MAIL)


def _small(address: str) -> str:
    """A capital I among small letters is an l: a small i has its dot."""
    plain = address.replace("I", "l")
    return plain if plain.islower() else address


def _take_webs(line: Line, found: Contacts) -> Line:
    kept = line.text
    for match in _WEB.finditer(line.text):
        said = match.group()
        labelled = card_words.label_before(line.text[: match.start()] + " ") == "web"
        if _WEB_START.match(said) or labelled or said == said.lower():
            found.webs.append(Told(re.sub(r"(?i)^www\s\s?", "www.", said).rstrip("."), line.score * 0.95))
            kept = card_words.without_label(kept.replace(said, " ").rstrip() + " ")
    return replace(line, text=kept)


def _take_phones(line: Line, found: Contacts, country: str) -> Line:
    text, kept, kind = line.text, line.text, ""
    for match in _NUMBER.finditer(text):
        said, before = match.group().strip(), text[: match.start()].rstrip() + " "
        label = card_words.label_before(before)
        digits = sum(letter.isdigit() for letter in said)
        if not _FEWEST_DIGITS <= digits <= _MOST_DIGITS or not _is_phone(said, label, country):
            continue
        kind = kind if label is None else label
        sure = line.score * (0.95 if label is not None or said[0] == "+" else 0.7)
        found.phones.append(Told(re.sub(r"^\+\s", "+", said), sure, kind))
        before, _, after = kept.partition(match.group())
        kept = card_words.without_label(before.rstrip() + " ") + after
    return replace(line, text=kept)


def _is_phone(said: str, label: str | None, country: str) -> bool:
    """A number with its country's code or a label, or one that its country has."""
    if said.startswith(("+", "00", "(+")) or (label is not None and label not in ("mail", "web")):
        return True
    import phonenumbers

    try:
        return bool(country) and phonenumbers.is_valid_number(phonenumbers.parse(said, country))
    except phonenumbers.NumberParseException:
        return False


def _without(line: Line, pattern: re.Pattern[str]) -> Line:
    text, last = "", 0
    for match in pattern.finditer(line.text):
        text, last = card_words.without_label(text + line.text[last : match.start()] + " "), match.end()
    return replace(line, text=text + line.text[last:])


def _mend_mails(found: Contacts) -> None:
    """A domain that is a letter or two away from the website's is the website's."""
    if not found.webs:
        return _find_lost_mail(found, "") if not found.mails else None
    site = host(found.webs[0].value)
    for at, told in enumerate(found.mails):
        local, _, domain = told.value.rpartition("@")
        if domain.lower() != site and _slips(domain.lower(), site) <= len(site) // _LETTERS_A_SLIP:
            found.mails[at] = Told(f"{local}@{site}", min(told.sure, 0.6))
    if not found.mails:
        _find_lost_mail(found, site)
    return None


def _find_lost_mail(found: Contacts, site: str) -> None:
    """A mail whose sign @ was read as another one: what stands right before the website's domain."""
    for at, line in enumerate(found.rest):
        packed = line.text.replace(" ", "")
        place = packed.lower().find(site) if site else -1
        local = re.sub(r"^(?:e-?mail|mail|e)[:.]?", "", packed[:place], flags=re.IGNORECASE).rstrip("@©®€¢&Q")
        if place > 1 and local:
            found.mails.append(Told(f"{local}@{site}", 0.4))
            del found.rest[at]
            return


def _slips(written: str, meant: str) -> int:
    """The fewest letters to add, drop or change (Levenshtein)."""
    row = list(range(len(meant) + 1))
    for number, letter in enumerate(written, 1):
        before, row[0] = row[0], number
        for place, other in enumerate(meant, 1):
            before, row[place] = (
                row[place],
                min(row[place] + 1, row[place - 1] + 1, before + (letter != other)),
            )
    return row[-1]


def phone(told: Told) -> Phone:
    """The phone as a visitor has it."""
    return Phone(told.value, kind=told.kind if told.kind in ("fax", "mobile") else "")
