"""One more person of a conversation: what is this person's own, and nobody else's."""

from dataclasses import field

from boothapp.domain.capture import Capture
from boothapp.domain.fact import named_fact
from boothapp.domain.ids import new_id, new_token
from boothapp.domain.visitor import Visitor


@named_fact
class Companion:
    """Who it is, how the badge came in, and what this person allows; the rest is the conversation's.

    Its fields are those of Draft by name and meaning; number: the lead's, where a save was taken back.
    """

    id: str = field(default_factory=new_id)
    token: str = field(default_factory=new_token)
    visitor: Visitor = field(default_factory=Visitor)
    capture: Capture = field(default_factory=Capture)
    consents: tuple[str, ...] = ()
    language: str = "en"
    signature: str = ""
    looked_up: bool = False
    picture: bytes = b""
    more_pictures: tuple[bytes, ...] = ()
    lead: str = ""
    number: str = ""


def is_nobody(one: Companion) -> bool:
    """Whether nothing is known of this person yet."""
    return not (one.visitor.known() or one.capture.raw or one.picture)
