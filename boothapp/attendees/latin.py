"""Which code page a text in Latin letters is written with: the one that gives words of one language."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain

# Letters beside ASCII of the languages that use each code page, by their official alphabets; the more common
# page first. German names stand in every list, and count nearly as much as the list's own language.
_LANGUAGES = {
    "western": (
        "äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúüª", "áâãàçéêíóôõú", "àèéìíòóù", "åæøäöéü", "áðéíóúýþæö", "äõöüšž",
    ),
    "central": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž", "äöüß"),
    "turkish": ("çğıöşüâîû",),
    "baltic": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),
}  # fmt: skip
_PAGES = (
    ("cp1252", "western"), ("cp1250", "central"), ("cp1254", "turkish"), ("cp1257", "baltic"),
    ("mac-roman", "western"), ("cp850", "western"), ("iso8859-2", "central"), ("mac-latin2", "central"),
    ("cp852", "central"), ("mac-turkish", "turkish"), ("cp857", "turkish"), ("cp775", "baltic"),
)  # fmt: skip
_EVERY = tuple(map(frozenset, dict.fromkeys(chain.from_iterable(_LANGUAGES.values()))))
_UNION = frozenset().union(*_EVERY)
_GERMAN = frozenset("äöüßé")
# Letters, and signs in the places of which other code pages have letters: ł as ³, Ż as ¯.
_WORD = re.compile(r"(?:[^\W\d_]|[^\x00-\x7f\s])+")
# Signs around words, and between them.
_BESIDE, _BETWEEN = "“”„‚«»‹›–—…·•©®™€§°’‘", re.compile("[’‘–·•…]")
# A sign with a letter or two, and the first sign of a Spanish question.
_USUAL = re.compile(r"[^\W\d_]{0,2}[²³ªº°½¼]|[¿¡][A-ZÁÉÍÓÚÑ].*")
# How well a word fits: the list's own language, German, one other language, letters of several, or none.
_OWN, _NEIGHBOUR, _FOREIGN, _MIXED, _ODD = 1.0, 0.99, 0.8, 0.5, -1.0
_ENOUGH, _EQUAL = 0.6, 0.003
# A word in Latin letters is mostly ASCII; Łódź is the exception among short ones, and two may be anything.
_MOSTLY, _MOSTLY_SHORT, _SHORT, _ANY = 0.5, 0.75, 5, 2


def likely(raw: bytes) -> str:
    """The code page, "" where none makes words in Latin letters of these bytes."""
    scores = {page: _score(raw.decode(page, "replace"), _LANGUAGES[family]) for page, family in _PAGES}
    best = max(scores.values())
    return next(page for page in scores if scores[page] >= best - _EQUAL) if best >= _ENOUGH else ""


def _score(text: str, languages: Iterable[str]) -> float:
    """How well the words with letters beside ASCII fit the language they fit best, 1 where all are of it."""
    runs = (run.strip(_BESIDE) for run in _WORD.findall(text) if not run.isascii())
    pieces = chain.from_iterable(map(_BETWEEN.split, runs))
    words = Counter(_letters(word) for word in pieces if not (word.isascii() or _USUAL.fullmatch(word)))
    if not words:
        return 0.0
    others = {letters: _among_others(letters) for letters in words}
    return max(_fit(words, others, frozenset(own)) for own in languages) / words.total()


def _letters(word: str) -> frozenset[str]:
    """The letters beside ASCII, small; a sign that fits nowhere where the word is none in Latin letters."""
    own = [sign for sign in word if not sign.isascii()]
    most = _MOSTLY_SHORT if len(word) <= _SHORT else _MOSTLY
    if (len(word) > _ANY and len(own) > len(word) * most) or _has_odd_capital(word):
        return frozenset("\N{REPLACEMENT CHARACTER}")
    return frozenset("".join(own).replace("İ", "ı").lower())


def _has_odd_capital(word: str) -> bool:
    inner = word[1:]
    return not word.isupper() and any(sign.isupper() and not sign.isascii() for sign in inner)


def _fit(words: Counter[frozenset[str]], others: dict[frozenset[str], float], own: frozenset[str]) -> float:
    near = own | _GERMAN
    return sum(
        times * (_OWN if letters <= own else _NEIGHBOUR if letters <= near else others[letters])
        for letters, times in words.items()
    )


def _among_others(letters: frozenset[str]) -> float:
    if any(letters <= language for language in _EVERY):
        return _FOREIGN
    return _MIXED if letters <= _UNION else _ODD
