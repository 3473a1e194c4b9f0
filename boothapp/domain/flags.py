"""What may still be missing in a conversation or a lead, by key; nothing here ever blocks a save."""

from collections.abc import Mapping

from boothapp.words import mark

FLAGS: Mapping[str, str] = {
    "nobody": mark("Nobody to find again: add a name, an e-mail, a phone or a badge id"),
    "no-contact": mark("No e-mail and no phone yet"),
    "no-consent": mark("No consent yet"),
    "mail": mark("The e-mail address looks wrong"),
}
