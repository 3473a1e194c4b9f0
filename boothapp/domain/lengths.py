"""How much a field holds, in characters: what people type, and what is kept of a badge."""

LINE = 300
"""One line: the longest names and titles that people print on badges have about a hundred."""
SEVERAL = 2_000
"""One line of several, with commas between: as many mails or phones as one visitor has."""
NOTE = 10_000
"""A note: five pages, of which three conversations still fit one cell of a spreadsheet (32,767)."""
