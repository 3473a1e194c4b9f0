"""What a person can do: one verb a function, callable with no window."""
