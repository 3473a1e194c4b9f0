"""The organiser's attendee list: any table file read as rows, its columns understood."""
