"""Head office: one file a CRM behind one protocol."""
