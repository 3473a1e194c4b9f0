"""What a visitor may allow."""

from collections.abc import Mapping

from boothapp.words import mark

PURPOSES: Mapping[str, str] = {
    "mail": mark("May be written to by e-mail"),
    "phone": mark("May be called"),
    "partner": mark("May be shared with our partners"),
}
