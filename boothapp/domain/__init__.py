"""The trade show in plain dataclasses and rules; standard library only."""
