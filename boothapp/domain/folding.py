"""Spelling that finds people: muller finds Müller, иванов Іванов, 三菱 三菱電機, obrien O'Brien, weiss Weiß.

Source of the letter map: what NFD does not take apart, tried against real names (Łukasz, Søren, Weiß, Ёлкин).
"""

import re
import unicodedata

_LETTERS = str.maketrans({
    "ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe",
    "ё": "е", "й": "и", "і": "и", "ї": "и", "ы": "и", "є": "е", "э": "е", "ґ": "г", "ў": "у", "ς": "σ",
    "'": "", "’": "", "ʼ": "", "`": "", "´": "", "‘": "",
})  # fmt: skip
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_WORD = re.compile(r"[^\W_]+")
# Scripts written without spaces: every character is a word of its own.
_UNSPACED = re.compile(
    r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff])"
)


def fold(text: str) -> str:
    """Lower case, no marks, one spelling, words apart by one space."""
    bare = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
    return " ".join(_WORD.findall(_UNSPACED.sub(r" \1 ", bare.translate(_LETTERS))))


def search_key(*texts: str) -> str:
    """The words to index: every text folded, and once more in the German ae, oe, ue spelling."""
    joined = " ".join(text for text in texts if text)
    spelled = unicodedata.normalize("NFC", joined).casefold().translate(_UMLAUTS)
    plain, second = fold(joined), fold(spelled)
    return plain if plain == second else f"{plain} {second}"
