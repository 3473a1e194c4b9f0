"""What a passphrase for the leads must be."""

# NIST SP 800-63B-4, 3.1.1.2: at least eight characters, no rule about which.
SHORTEST = 8


def is_long_enough(text: str) -> bool:
    """Blanks count like any other character, but nothing else than blanks is no passphrase."""
    return len(text) >= SHORTEST and not text.isspace()
