"""What a visitor may allow, and how it is said or signed."""

from collections.abc import Mapping
from typing import Literal

from boothapp.words import mark

Method = Literal["spoken", "signed", "self", "imported"]
PURPOSES: Mapping[str, str] = {
    "mail": mark("May be written to by e-mail"),
    "phone": mark("May be called"),
    "partner": mark("May be shared with our partners"),
}
BRIEFLY: Mapping[str, str] = {
    "mail": mark("E-mail"),
    "phone": mark("Phone"),
    "partner": mark("Partners"),
}
"""The same in a word or two, as the visitor reads it."""
METHODS: Mapping[str, str] = {
    "spoken": mark("said at the stand"),
    "signed": mark("signed"),
    "self": mark("by the visitor"),
    "imported": mark("from a list"),
}
"""How a consent was given."""
