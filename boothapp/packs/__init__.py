"""Lead packs: what marketing hands to sales after the show, as one zip file."""
