"""Which code page a text in Latin letters is written with: the one that gives words of one language."""

import re

# Letters beside ASCII of the languages that use each code page, by their official alphabets; the more common
# page first. Names of neighbours stand in every list: a few letters count everywhere, if not quite as much.
_NEIGHBOURS, _FOREIGN = "äöüßé", 0.95
_LANGUAGES = {
    "western": ("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúüª", "áâãàçéêíóôõú", "àèéìíòóù", "åæøäöéü", "áðéíóúýþæö"),
    "central": ("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    "turkish": ("çğıöşüâîû",),
    "baltic": ("ąčęėįšųūž", "āčēģīķļņšūž", "äöõüšž"),
}
_PAGES = (
    ("cp1252", "western"), ("cp1250", "central"), ("cp1254", "turkish"), ("cp1257", "baltic"),
    ("mac-roman", "western"), ("cp850", "western"), ("iso8859-2", "central"), ("mac-latin2", "central"),
    ("cp852", "central"), ("mac-turkish", "turkish"), ("cp857", "turkish"), ("cp775", "baltic"),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
# Signs that stand beside words in every language.
_SIGNS = frozenset("’‘“”„‚«»‹›–—…·•°§€£©®™ªº¿¡²³½\xa0\xad")
_SEVERAL = 0.97
_ENOUGH = 0.9
# A word in Latin letters is mostly ASCII; one of two letters may be anything.
_MOSTLY, _SHORT = 0.5, 2


def likely(raw: bytes) -> str:
    """The code page, "" where none makes words in Latin letters of these bytes."""
    scores = {page: _score(_decoded(raw, page), _LANGUAGES[family]) for page, family in _PAGES}
    best = max(scores, key=lambda page: scores[page])
    return best if scores[best] >= _ENOUGH else ""


def _decoded(raw: bytes, page: str) -> str:
    return raw.decode(page, "replace")


def _score(text: str, languages: tuple[str, ...]) -> float:
    """The share of the letters beside ASCII that one language has, in words as that language writes them."""
    foreign = [sign for sign in text if not sign.isascii() and sign not in _SIGNS]
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    if not foreign:
        return 0.0
    odd = sum(map(_oddities, words))
    lower = "".join(foreign).replace("İ", "ı").lower()
    best = max(_of_language(lower, letters) for letters in languages)
    several = _of_language(lower, "".join(languages)) * _SEVERAL
    return (max(best, several) - odd) / len(foreign)


def _of_language(text: str, letters: str) -> float:
    own, others = set(letters), set(_NEIGHBOURS) - set(letters)
    return sum(map(text.count, own)) + _FOREIGN * sum(map(text.count, others))


def _oddities(word: str) -> int:
    """Letters that no Latin word has where they stand: most of it beside ASCII, or capitals in its midst."""
    own = sum(1 for letter in word if not letter.isascii())
    if len(word) > _SHORT and own > len(word) * _MOSTLY:
        return own
    inner = word[1:]
    return 0 if word.isupper() or inner.islower() or not inner else sum(map(_is_odd_capital, inner))


def _is_odd_capital(letter: str) -> bool:
    return letter.isupper() and not letter.isascii()
