"""Who sees what: the matrix against the database, and the faces against people who mean harm."""
