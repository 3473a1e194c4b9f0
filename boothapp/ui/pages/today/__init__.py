"""The Today page: how the stand is doing, in figures that are read from two metres."""
