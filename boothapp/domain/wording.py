"""A text in several languages, as shows and pieces carry it."""

from collections.abc import Mapping

Wording = Mapping[str, str]
"""Language code -> text; "en" is what the others fall back to."""


def said(wording: Wording, language: str) -> str:
    """The wording in this language, else in English, else in whatever language there is."""
    return wording.get(language) or wording.get("en") or next(iter(wording.values()), "")
