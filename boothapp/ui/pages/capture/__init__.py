"""The conversation at the stand: from the badge to a saved, rated lead."""
