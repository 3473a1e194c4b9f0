"""The places of the window, one folder each."""
