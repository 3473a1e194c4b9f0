"""Which column is which field: by its heading, else by what its values look like."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache

from boothapp.attendees import name_headings
from boothapp.attendees.headings import IGNORED, PHRASES, WEAK_IDS
from boothapp.attendees.others import is_of_another
from boothapp.badge import countries
from boothapp.domain.attendee import IDS
from boothapp.domain.folding import fold

NOTHING = ""
SEVERAL = frozenset({IDS, "emails", "phones", "street", name_headings.MORE_GIVEN, name_headings.MORE_FAMILY})
"""Fields that may have more than one column: ticket code and badge id, office and mobile phone."""

Mapping = tuple[str, ...]
"""One field of domain.attendee_entry.MAPPED, or NOTHING, for each column."""

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[\d\s()/.\-]{7,24}")
_SITE = re.compile(r"(?i)(?:https?://|www\.)\S+")
_ID = re.compile(r"(?=.*\d)[A-Za-z0-9_\-]{3,64}")
_DATE = re.compile(r"(?:\d{1,2}[ ./-]){2}(?:19|20)\d\d|(?:19|20)\d\d(?:[ ./-]\d{1,2}){2}")
_FILLERS = re.compile(r"(?:of|the|an?|your|for|what|is|d[eiu]?|de[rsl]|die|das|ihre?|und|and|l[ae]?|da)")
_HALVES = {"given_name": "family_name", "family_name": "given_name"}
_BARE_NAMES = frozenset({"name", "nome", "naam", "nombre", "이 름"})
_SALUTATION = re.compile(
    r"(?i)(?:(?:dr|prof|mr|mrs|ms|miss|mx|herr|frau|ing|dipl|mag|med|pan|pani|mme|m|sr|sra)\b[\s.-]*)+"
)
_MOST, _HALF = 0.7, 0.5
_FEWEST_DIGITS = 7


def propose(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Mapping:
    """The likely field of each column; a field that takes one column gets the best one."""
    known = [field_of(heading) for heading in headings]
    found = [NOTHING if name == IGNORED else name for name in known]
    for place in range(len(headings)):
        values = [row[place] for row in rows if place < len(row)]
        if not known[place]:
            found[place] = _by_shape(values, found)
        elif not _holds(found[place], values):
            found[place] = NOTHING
    _part_of_a_name(headings, rows, found)
    strong = [place for place, name in enumerate(found) if name == IDS and not _is_weak(headings[place])]
    for place, name in enumerate(found):
        if name == IDS and strong and place not in strong:
            found[place] = NOTHING
    return tuple(name_headings.settled(_once_each(found, rows)))


def _part_of_a_name(headings: Sequence[str], rows: Sequence[Sequence[str]], found: list[str]) -> None:
    """A bare "Name" beside one half of the name is the other half, unless it holds that half too."""
    halves = [name for name in _HALVES if name in found]
    bare = [at for at, name in enumerate(found) if name == "full_name" and fold(headings[at]) in _BARE_NAMES]
    if len(halves) != 1 or len(bare) != 1:
        return
    at, beside = bare[0], found.index(halves[0])
    both = [(fold(row[at]), fold(row[beside])) for row in rows if max(at, beside) < len(row)]
    said = [(whole, half) for whole, half in both if whole and half]
    if sum(half in whole for whole, half in said) <= len(said) * _HALF:
        found[at] = _HALVES[halves[0]]


def _is_weak(heading: str) -> bool:
    return not heading or fold(heading) in WEAK_IDS


def signature(headings: Sequence[str]) -> str:
    """What a file of the same kind has in common: its headings, folded."""
    return "|".join(fold(heading) for heading in headings)


def is_heading(text: str) -> bool:
    """Whether a cell is what a column of a list is called."""
    return bool(field_of(text))


@cache
def field_of(heading: str) -> str:
    """The field a heading names, IGNORED for one that is known and not wanted, "" for an unknown one."""
    words = fold(_apart(heading)).split()
    if is_of_another(words) and not any(" ".join(words) in some for some in _phrases().values()):
        return IGNORED
    if " ".join(words) in _whole_phrases():
        return _essence(words)
    return name_headings.part_of(heading, words) or _essence(words)


def _essence(words: list[str]) -> str:
    """The field whose phrase is half of the words or more; a bare "code" or "no" says all, or nothing."""
    best, longest = "", 0
    least = sum(1 for word in words if not _FILLERS.fullmatch(word)) / 2
    for size in range(len(words), 0, -1):
        spans = {" ".join(words[at : at + size]) for at in range(len(words) - size + 1)}
        spans = {one for one in spans if size == len(words) or (len(one) > 1 and one not in WEAK_IDS)}
        hits = [name for name in PHRASES if spans & _phrases()[name]]
        if hits and size > longest and size >= least:
            best, longest = _settled(hits, words), size
    return best


def _settled(hits: list[str], words: list[str]) -> str:
    """Of two fields in one heading the last word names the thing: "Company country" is a country."""
    last = [name for name in hits if words[-1] in _phrases()[name]]
    return (last or hits)[0]


def _apart(heading: str) -> str:
    """camelCase, under_scores and the d' and l' of Romance languages as words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=\b[dDlL])['’]", " ", heading).replace("_", " ")


@cache
def _phrases() -> dict[str, frozenset[str]]:
    lines = {name: text.replace("\n", "|").split("|") for name, text in PHRASES.items()}
    return {
        name: frozenset(fold(phrase) for phrase in some if phrase.strip()) for name, some in lines.items()
    }


@cache
def _whole_phrases() -> frozenset[str]:
    return frozenset().union(*_phrases().values())


def _by_shape(values: Sequence[str], taken: Sequence[str]) -> str:
    said = [value.strip() for value in values if value.strip()]
    if not said:
        return NOTHING
    shares = {name: sum(map(test, said)) / len(said) for name, test in _SHAPES.items()}
    fits = [name for name, share in shares.items() if share >= _MOST]
    unique = len(set(said)) == len(said) > 1
    if IDS not in taken and not fits and unique and sum(map(_is_id, said)) == len(said):
        return IDS
    return next((name for name in fits if name in SEVERAL or name not in taken), NOTHING)


def _holds(name: str, values: Sequence[str]) -> bool:
    """Whether the values may be what the heading says: mostly ids of their own, mails, numbers to call."""
    said, test = [value.strip() for value in values if value.strip()], _LIKELY.get(name)
    if not said or test is None:
        return True
    fits = sum(map(test, said)) >= len(said) * _HALF
    return fits and (name != IDS or len(set(said)) > len(said) * _HALF)


def _is_id(value: str) -> bool:
    return _ID.fullmatch(value) is not None


def _is_phone(value: str) -> bool:
    digits = sum(letter.isdigit() for letter in value)
    # Bare digits alone may as well be a number of the organiser's.
    marked = value.startswith(("+", "00", "0")) or any(sign in value for sign in " ()/-")
    return bool(_PHONE.fullmatch(value)) and digits >= _FEWEST_DIGITS and marked and not _DATE.match(value)


def _is_word(value: str) -> bool:
    """A column headed "Last" may hold days or amounts as well."""
    return any(map(str.isalpha, value)) and not any(map(str.isdecimal, value))


_LIKELY: dict[str, Callable[[str], bool]] = {
    # A spreadsheet program makes days of ids such as 1-11: nobody can be found by those.
    IDS: lambda value: any(map(str.isdigit, value)) and not _DATE.fullmatch(value),
    "emails": lambda value: "@" in value,
    "given_name": _is_word,
    "family_name": _is_word,
    "job_title": lambda value: not _SALUTATION.fullmatch(value),
    "phones": lambda value: sum(map(str.isdigit, value)) > 2 and ":" not in value and not _DATE.match(value),
}


_SHAPES = {
    "emails": lambda value: _MAIL.fullmatch(value) is not None,
    "website": lambda value: _SITE.fullmatch(value) is not None,
    "country": lambda value: bool(countries.code(value)),
    "phones": _is_phone,
}


def _once_each(found: list[str], rows: Sequence[Sequence[str]]) -> Mapping:
    """Where two columns claim a field that takes one, the fuller column has it; of equals the first."""
    counts = Counter(name for name in found if name)
    for name in (name for name, n in counts.items() if n > 1 and name not in SEVERAL):
        places = [place for place, one in enumerate(found) if one == name]
        best = max(places, key=lambda place: (_said(rows, place), -place))
        for place in places:
            found[place] = name if place == best else NOTHING
    return tuple(found)


def _said(rows: Sequence[Sequence[str]], place: int) -> int:
    return sum(1 for row in rows if place < len(row) and row[place].strip())
