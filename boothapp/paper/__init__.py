"""What every printed page stands on: fonts, reading order, line breaking, codes and the page itself."""
