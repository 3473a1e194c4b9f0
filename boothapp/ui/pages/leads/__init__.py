"""The leads: found by typing, filtered by rating, each one whole beside the list."""

from boothapp.ui.pages.leads.page import LeadsPage

__all__ = ["LeadsPage"]
