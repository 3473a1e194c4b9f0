"""The rehearsal before the doors open: what is ready, what is not, and what to do."""
