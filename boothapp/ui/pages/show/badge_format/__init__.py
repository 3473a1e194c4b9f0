"""The show's own badge format: learnt from three badges."""
