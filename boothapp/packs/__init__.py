"""What marketing hands to sales after the show."""
