"""The actions from a shell."""
