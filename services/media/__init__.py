"""Files that are too large for the database: taking them in, showing them, and removing what nobody needs."""
