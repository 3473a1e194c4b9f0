"""The likely code page of bytes that name none: by which reading gives words a language really has."""

import re
from dataclasses import dataclass

LONGEST_SAMPLE = 20_000
_WORD = re.compile(r"[^\x00-\x40\x5b-\x60\x7b-\x7f\s]+")
# A word in a script of its own has mostly letters outside ASCII; one in Latin letters hardly ever has.
_MOSTLY = 0.5
_SHORT = 2
_ODD_CASE = 0.5
# Real words score above 0.4, bytes of other alphabets mostly below 0.
_FITS = 0.3
# Names and addresses have capitals, in scripts that know them.
_NO_CAPITAL = 0.1
# Where two readings are equally good, the more common one is meant.
_COMMONEST = 0.1


@dataclass(frozen=True)
class Alphabet:
    """A code page and the letters it is used for, the most frequent first; latin: with ASCII beside them."""

    code_page: str
    letters: str
    latin: bool = False
    bonus: float = 0.0

    def fit(self, raw: bytes) -> float:
        """How well the bytes read as this alphabet: 1 is best; negative where they do not."""
        try:
            return self.fit_text(raw.decode(self.code_page))
        except UnicodeDecodeError:
            return -1.0

    def fit_text(self, text: str) -> float:
        """The same for a text, whatever it was read with."""
        words = [word for word in _WORD.findall(text) if not word.isascii()]
        if not words:
            return 0.0
        fit = sum(map(self._fit, words)) / len(words) + self.bonus
        return fit if self.latin or _has_capital(words) else fit - _NO_CAPITAL

    def _fit(self, word: str) -> float:
        own = [letter for letter in word.lower() if not letter.isascii()]
        if len(word) > _SHORT and self.latin == (len(own) > _MOSTLY * len(word)):
            return -1.0
        rank = sum(self._weight(letter) for letter in own) / len(own)
        cased = word in (word.lower(), word.upper()) or word == word.capitalize()
        return rank if cased else rank - _ODD_CASE

    def _weight(self, letter: str) -> float:
        place = self.letters.find(letter)
        return 1 - place / len(self.letters) if place >= 0 else -1.0


def _has_capital(words: list[str]) -> bool:
    letters = "".join(words)
    return letters != letters.lower() or letters == letters.upper()


# Letters by frequency in running text of the languages written with each code page.
ALPHABETS = (
    Alphabet("cp1252", "éäüößøåèàçñãáóíêâæôëõûúîòïùìœ", latin=True, bonus=_COMMONEST),
    Alphabet("cp1250", "áíéěłýšřčąężóžśćůńúžäöüßőűţşăâîôťďňľźđ", latin=True),
    Alphabet("cp1251", "оаиентсрвлкімдпуяьгзбйчхїжшюєцщфґёыэъ"),
    Alphabet("cp1253", "αοιετσνηυρςπκμλωόίάδγέχήθφύβώξζψ"),
    Alphabet("cp1255", "יוהלאמרתבשנדכחפקעםטגןצסזךףץ"),
)

# Code pages of one alphabet; a page of two bytes a letter is always taken at its word.
_READ_AS = {
    **{alphabet.code_page: alphabet.code_page for alphabet in ALPHABETS},
    "iso8859-15": "cp1252",
    "iso8859-2": "cp1250",
    "iso8859-5": "cp1251",
    "koi8-u": "cp1251",
    "koi8-r": "cp1251",
    "iso8859-7": "cp1253",
    "iso8859-8": "cp1255",
}


def likely(raw: bytes) -> str:
    """The code page that fits best, or "" where none fits."""
    sample = raw[:LONGEST_SAMPLE]
    fits = {alphabet.code_page: alphabet.fit(sample) for alphabet in ALPHABETS}
    best = max(fits, key=fits.__getitem__)
    return best if fits[best] >= _FITS else ""


def is_doubtful(raw: bytes, code_page: str) -> bool:
    """Whether bytes said to be of a code page clearly are of another: in it they make no words at all."""
    own = _READ_AS.get(code_page)
    if not own or raw.isascii():
        return False
    sample = raw[:LONGEST_SAMPLE]
    text = sample.decode(code_page, "replace")
    fit = next(alphabet.fit_text(text) for alphabet in ALPHABETS if alphabet.code_page == own)
    return fit < 0 and likely(sample) not in ("", own)
