"""Badge text, bytes or picture -> visitor."""
