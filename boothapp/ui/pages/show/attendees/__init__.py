"""The attendee list in the Show place: chosen, understood, imported, and what it says of the leads."""
