"""What stands before the places until the stand can work: key, faults, and the choice of a show."""
