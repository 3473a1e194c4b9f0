"""Test the scanner, and set it up once for this laptop."""
