"""The lock: hides every page, and asks for a PIN where one is needed."""
