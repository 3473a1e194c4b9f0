"""The Show place: what is set up before the doors open."""
