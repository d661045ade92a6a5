"""How long a test waits for what must come."""

PATIENCE_SECONDS = 120.0
"""On the wall clock. Only a failure takes that long: nothing is said about speed."""
