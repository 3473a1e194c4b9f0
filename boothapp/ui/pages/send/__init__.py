"""Head office: what waits, sending it, and what came back."""

from boothapp.ui.pages.send.page import SendPage

__all__ = ["SendPage"]
