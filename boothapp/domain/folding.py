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
# Below stand arrows, degrees and trade marks; emoji newer than Python's own table have no category yet.
_FIRST_EMOJI, _OF_EMOJI = "\u2300", ("So", "Cn")
_AFTER_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’ʼ`´‘]([^\W\d_]+)")
# Scripts written without spaces (kana, CJK, Hangul): every character is a word of its own. Ranges and not a
# pattern: compiling one with these would cost a tenth of a second at every start.
_UNSPACED = (
    (0x3040, 0x30FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)


def fold(text: str) -> str:
    """Lower case, no marks, one spelling, words apart by one space."""
    bare = unicodedata.normalize("NFKC", text).casefold().translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFD", bare) if not unicodedata.combining(c))
    # Put together again: Hangul comes apart into letters under NFD.
    whole = unicodedata.normalize("NFC", bare.translate(_LETTERS))
    return " ".join(_WORD.findall(_apart(whole)))


def _apart(text: str) -> str:
    if max(text, default="") < "\u3040":
        return text
    return "".join(f" {char} " if _is_unspaced(ord(char)) else char for char in text)


def _is_unspaced(code: int) -> bool:
    return any(first <= code <= last for first, last in _UNSPACED)


def after_apostrophes(text: str) -> list[str]:
    """What follows an apostrophe inside a word, folded: people look for O'Brien as Brien too."""
    return [fold(part) for part in _AFTER_APOSTROPHE.findall(text)]


def emoji(text: str) -> list[str]:
    """The emoji in a text, each once and whatever its colour; folding drops them."""
    if max(text, default="") < _FIRST_EMOJI:
        return []
    letters = dict.fromkeys(unicodedata.normalize("NFKC", text))
    return [one for one in letters if one >= _FIRST_EMOJI and unicodedata.category(one) in _OF_EMOJI]


def search_key(*texts: str) -> str:
    """The words to index: every text folded, and once more in the German ae, oe, ue spelling."""
    joined = " ".join(text for text in texts if text)
    plain, small = fold(joined), unicodedata.normalize("NFC", joined).casefold()
    if (spelled := small.translate(_UMLAUTS)) == small:
        return plain
    return f"{plain} {fold(spelled)}"
