"""boothapp: trade-show leads, captured offline, rated, printed and delivered once."""

__version__ = "0.1.0"
