"""The part People of the Show page."""
