"""Given and family name out of a full name, only where the way it is written leaves no doubt.

Rules: a comma, a patronymic, a family name in capitals or with a particle, East Asian letters with a blank
between, or a word that is a known given name. Whatever is doubtful stays whole: "Kim Min-jun", "Nagy Ferenc".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from boothapp.badge import countries
from boothapp.badge.given_names import GIVEN_NAMES

_TITLE_WORDS = """
dr prof dipl ing mag mr mrs ms miss mx sir dame lord lady rev herr frau hr fr monsieur madame mme mlle m
sr sra srta sig dott dottssa dottore avv arch mgr mudr judr phdr rndr bc hab inż med phil rer nat oec jur
h c pan pani пан пані д-р др проф доц акад канд інж инж г-н г-жа господин госпожа bay bayan sayın docent
dra lic
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_SUFFIX_WORDS = """
jr sr ii iii iv phd mba msc bsc ma ba md dds esq cpa llm llb meng beng pmp mbe obe cbe ceng dba edd bcom
mcom
"""
_SUFFIXES = frozenset(_SUFFIX_WORDS.split())
# Of these, what is no position as well: "MD" is a managing director too.
_DEGREES = _SUFFIXES - {"md", "cpa", "pmp", "ma"}
# A comma before one of these does not turn the name round, and the whole may be a company.
_COMPANY = re.compile(
    r"(?i)\b(?:gmbh|ag|kg|ltd|llc|inc|corp|co|oy|ab|as|bv|nv|sa|srl|spa|sp|тов|ооо|ат|пп|фоп)\b\.?"
)
_CYRILLIC_ENDS = ("ович", "евич", "йович", "івна", "ївна", "овна", "евна", "ична", "инична")
_LATIN_ENDS = ("ovych", "ovich", "evych", "evich", "ivna", "ovna", "evna")
_PATRONYMIC_ENDS = (*_CYRILLIC_ENDS, *_LATIN_ENDS)
_SHORT_PATRONYMICS = frozenset(("лукич", "кузьмич", "фомич", "хомич", "ілліч", "ильич", "illich", "ilyich"))
# After a lone given name these begin the family name; in "María del Carmen" they go with the first.
_ROMANCE = frozenset(("de", "du", "la", "le", "los", "las", "del", "dos", "da", "das", "do", "d'"))
_GERMANIC = ("van", "von", "vom", "zu", "zur", "zum", "der", "den", "ter", "ten", "te", "af", "av")
_PARTICLES = frozenset((*_ROMANCE, *_GERMANIC, "di", "della", "dello", "dalla"))
_DOUBLE_GIVEN = frozenset(
    ("maria", "maría", "ana", "anna", "rosa", "josé", "jose", "juan", "luis", "jean", "marie")
)
# What stands on badges beside or instead of a name: never a part of one.
_NO_NAME_WORDS = """
ceo cto cfo coo cio cmo cso chro vp svp evp md hr pr it vip visitor guest staff crew press speaker team
exhibitor attendee participant organizer organiser sponsor student besucher besucherin gast presse
aussteller referent mitarbeiter group gruppe holding deutschland germany france italia austria österreich
schweiz polska ukraine europe europa international global energy systems solutions services software
technologies technology consulting engineering industries digital bank university universität institut
institute sales marketing purchasing einkauf vertrieb logistics service support manager director engineer
head founder owner president chef leiter leiterin geschäftsführer geschäftsführerin гість преса команда
відвідувач директор менеджер група україна
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[-\s]?)+")
_LOUD_SHORT = 3
_IN_BRACKETS = re.compile(r"\([^()]{0,20}\)")
_EAST_ASIAN = re.compile(r"[\u3041-\u3096\u4e00-\u9fff\uac00-\ud7a3々]+")
_HANGUL = re.compile(r"[\uac00-\ud7a3]+")
_MOST_WORDS, _MOST_LETTERS = 8, 100


@dataclass(frozen=True)
class Split:
    """given and family name, "" where not sure."""

    given: str = ""
    family: str = ""

    def __bool__(self) -> bool:
        return bool(self.given or self.family)


NOT_SURE = Split()


def split(full: str) -> Split:
    """The two names where they are sure; the full name itself is never changed."""
    if len(full) > _MOST_LETTERS or any(map(str.isdigit, full)) or "@" in full or _COMPANY.search(full):
        return NOT_SURE
    bare = without_titles(full)
    if any(map(_is_no_name, re.split(r"[\s,]+", bare))):
        return NOT_SURE
    if bare.count(",") == 1:
        return _turned(bare)
    words = bare.split()
    if not 2 <= len(words) <= _MOST_WORDS or not all(map(_is_word, words)):
        return NOT_SURE
    return next(filter(None, (rule(words) for rule in _RULES)), NOT_SURE)


def without_titles(full: str) -> str:
    """The name without forms of address before it, degrees behind it and what stands in brackets."""
    pieces = [piece.strip() for piece in full.split(",")]
    kept = [piece for at, piece in enumerate(pieces) if piece and not (at and _all_in(piece, _SUFFIXES))]
    words = _IN_BRACKETS.sub(" ", ", ".join(kept)).split()
    while len(words) > 1 and _all_in(words[0], _TITLES):
        words = words[1:]
    while len(words) > 2 and _all_in(words[-1], _SUFFIXES):
        words = words[:-1]
    return " ".join(words)


def is_honorific(text: str) -> bool:
    """Whether the text is nothing but forms of address and degrees: "Dr.", "Prof. Dr.-Ing.", "Frau"."""
    words = text.replace(",", " ").split()
    return bool(words) and all(_all_in(word, _TITLES | _DEGREES) for word in words)


def _all_in(text: str, known: frozenset[str]) -> bool:
    """Dr., Dipl.-Ing., Ph.D.: each part of it, or the whole without its dots."""
    small = text.casefold().rstrip(",")
    parts = [part for part in re.split(r"[.\s-]+", small) if part]
    return small.replace(".", "") in known or (bool(parts) and all(part in known for part in parts))


def _is_word(word: str) -> bool:
    letters = word.translate(_MARKS)
    return not letters or letters.isalpha()


_MARKS = str.maketrans("", "", "-'’ʼ.`´·")


def _turned(text: str) -> Split:
    """Last, First."""
    family, given = (part.strip() for part in text.split(","))
    given = without_titles(given)
    fits = 0 < len(family.split()) <= 4 and 0 < len(given.split()) <= 3
    words = (*family.split(), *given.split())
    # "Berlin, Germany" and "Sales, Marketing" have commas too, and so has "Chris Evans, Boss".
    place = bool(countries.code(given) or countries.code(family))
    whole = len(family.split()) > 1 and is_given(family.split()[0])
    return Split(given, family) if fits and all(map(_is_word, words)) and not (place or whole) else NOT_SURE


def _is_no_name(word: str) -> bool:
    """A role, a part of a company's name, or initials, which may belong to either name."""
    return word.casefold().strip(".") in _NO_NAME or bool(_INITIALS.fullmatch(word))


def _slavic(words: list[str]) -> Split:
    """Three words, one of them a patronymic: Петренко Іван Миколайович, Іван Миколайович Петренко."""
    if len(words) != 3:
        return NOT_SURE
    marked = [at for at, word in enumerate(words) if _is_patronymic(word)]
    # Some family names end like a patronymic; then the given name tells.
    if marked == [2] or (marked == [0, 2] and is_given(words[1])):
        return Split(words[1], words[0])
    if marked == [1] or (marked == [1, 2] and is_given(words[0])):
        return Split(words[0], words[2])
    return NOT_SURE


def _is_patronymic(word: str) -> bool:
    small = word.casefold()
    return small in _SHORT_PATRONYMICS or (len(small) > 5 and small.endswith(_PATRONYMIC_ENDS))


def _east_asian(words: list[str]) -> Split:
    """山田 太郎, 김 민준: the family name first."""
    if len(words) != 2 or not all(map(_EAST_ASIAN.fullmatch, words)):
        return NOT_SURE
    longest = 2 if _HANGUL.fullmatch(words[0]) else 4
    return Split(words[1], words[0]) if len(words[0]) <= longest and len(words[1]) <= 4 else NOT_SURE


def _capitals(words: list[str]) -> Split:
    """MÜLLER Hans, Hans MÜLLER: the family name stands in capitals, at the start or at the end."""
    loud = [len(word.translate(_MARKS)) > 1 and word.isupper() for word in words]
    short = any(
        len(word.translate(_MARKS)) <= _LOUD_SHORT
        for word, is_loud in zip(words, loud, strict=True)
        if is_loud
    )
    # Short capitals are a company or initials (BMW, JD) unless a given name stands beside them.
    if all(loud) or not any(loud) or (short and not any(map(is_given, words))):
        return NOT_SURE
    if loud[0] and not any(loud[loud.index(False) :]):
        at = loud.index(False)
        return Split(" ".join(words[at:]), " ".join(words[:at]))
    at = loud.index(True)
    return Split(" ".join(words[:at]), " ".join(words[at:])) if all(loud[at:]) else NOT_SURE


def _particle(words: list[str]) -> Split:
    """Jan van der Berg: everything from the first small particle on."""
    at = next((at for at, word in enumerate(words) if word in _PARTICLES), 0)
    rest = words[at:]
    if not 0 < at < 3 or all(word in _PARTICLES for word in rest) or words[-1] in _PARTICLES:
        return NOT_SURE
    doubtful = words[at] in _ROMANCE and (at > 1 or words[0].casefold() in _DOUBLE_GIVEN or len(rest) > 3)
    return NOT_SURE if doubtful else Split(" ".join(words[:at]), " ".join(rest))


def _known(words: list[str]) -> Split:
    """Two words of which exactly one is a given name; three where both the first two are."""
    given = [is_given(word) for word in words]
    if len(words) == 2 and given[0] != given[1]:
        name, other = words if given[0] else words[::-1]
        # Олександр Петрович: his father's name, or a family name.
        return NOT_SURE if _is_patronymic(other) else Split(name, other)
    return Split(" ".join(words[:2]), words[2]) if given == [True, True, False] else NOT_SURE


def is_given(word: str) -> bool:
    """Whether the word is a given name that is seldom a family name."""
    parts = word.casefold().replace("’", "'").replace("ʼ", "'").split("-")
    return all(part in GIVEN_NAMES or part in _DOUBLE_GIVEN for part in parts)


_RULES: tuple[Callable[[list[str]], Split], ...] = (_slavic, _east_asian, _capitals, _particle, _known)
