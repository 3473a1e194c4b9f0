"""SQLite and nothing else: the encrypted file that holds the leads."""
