"""The personal page in the visitor's hand."""
