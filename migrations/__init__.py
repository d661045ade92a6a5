"""Alembic migrations, up and down, safe to run twice and from two places at once."""
