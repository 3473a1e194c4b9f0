"""A language nobody speaks, made from every marked text: accents, 40 % longer, in brackets.

What is shown without brackets was never given to the catalogue; what is cut off has no room for longer words.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from boothapp import settings, words
from boothapp.settings import Setting
from build_spec.translations import marked

# The code that Unicode's CLDR gives to English with accents.
LANGUAGE = "en-XA"
LONGER = 0.4
_ACCENTS = str.maketrans("AEIOUYaeiouycnsz", "ÀÉÎÖÛÝàéîöûýçñšž")
_PLACE = re.compile(r"(\{[^}]*\})")
_SYLLABLE = "éé"


def pseudo(text: str) -> str:
    """The text as this language says it; places to fill in stay as they are."""
    parts = _PLACE.split(text)
    told = "".join(part if _PLACE.fullmatch(part) else part.translate(_ACCENTS) for part in parts)
    missing = round(len(_PLACE.sub("", text)) * LONGER) - 2
    more = "".join(f" {_SYLLABLE}" for _ in range(max(0, round(missing / (len(_SYLLABLE) + 1)))))
    return f"[{told}{more}]"


def is_pseudo(text: str) -> bool:
    """Whether something in the text was said in this language."""
    return bool(re.search(r"\[[^\]]*[ÀÉÎÖÛÝàéîöûýçñšž]", text))


@cache
def english() -> tuple[str | tuple[str, str], ...]:
    """Every marked text; two where it counts something."""
    return tuple(message.id for message in marked() if message.id)


@cache
def compiled() -> bytes:
    """The catalogue of this language as gettext reads it."""
    whole = Catalog(locale="en", domain="boothapp")
    for text in english():
        whole.add(text, pseudo(text) if isinstance(text, str) else tuple(map(pseudo, text)))
    file = BytesIO()
    write_mo(file, whole)
    return file.getvalue()


@contextmanager
def spoken(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Adds this language to those of the window."""
    known, own = words.catalogue, gettext.GNUTranslations(BytesIO(compiled()))
    with monkeypatch.context() as patch:
        patch.setattr(words, "catalogue", lambda code: own if code == LANGUAGE else known(code))
        patch.setattr(words, "LANGUAGES", {**words.LANGUAGES, LANGUAGE: "[Pseudo]"})
        allowed = (*settings.SETTINGS["language"].allowed, LANGUAGE)
        patch.setitem(settings.SETTINGS, "language", Setting("", allowed, "Language"))  # type: ignore[arg-type]
        yield
