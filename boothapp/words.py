"""Words for people in their language: the marker, the catalogue, the plural.

Texts are written in English in the code inside `tr(...)`; resources/translations holds the others.
Qt is not needed, so that sheets can speak the visitor's language while the window speaks the staff's.
"""

import gettext
from collections.abc import Callable, Mapping
from functools import cache

from boothapp import paths

LANGUAGES: Mapping[str, str] = {"en": "English", "uk": "Українська", "de": "Deutsch"}
_THOUSANDS: Mapping[str, str] = {"uk": "\u00a0", "de": "."}
_current = "en"


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The catalogue of a language; English itself where there is none."""
    if language == "en":
        return gettext.NullTranslations()
    folder = paths.resources() / "translations"
    return gettext.translation("boothapp", folder, [language.partition("-")[0]], fallback=True)


def use(language: str) -> None:
    """Speaks this language from now on (the staff's; a sheet asks for its own)."""
    global _current
    _current = language if language in LANGUAGES else "en"


def language() -> str:
    """The language spoken now, such as "uk"."""
    return _current


def tr(text: str, language: str | None = None) -> str:
    """The text in the language given, else the one in use."""
    return catalogue(language or _current).gettext(text) if text else ""


def plural(one: str, many: str, n: int, language: str | None = None) -> str:
    """The right plural form with {n} filled in, its thousands apart."""
    return catalogue(language or _current).ngettext(one, many, n).format(n=number(n, language))


def number(n: int, language: str | None = None) -> str:
    """A count with its thousands apart as the language writes them (Unicode CLDR): 200,000 or 200.000."""
    return f"{n:,}".replace(",", _THOUSANDS.get(language or _current, ","))


def speaker(language: str) -> Callable[[str], str]:
    """A `tr` bound to one language, for a document."""
    return catalogue(language).gettext


def mark(text: str) -> str:
    """Marks a text in a table for the catalogue; `tr` translates it when it is shown."""
    return text
