"""Queries of pages and API: they read what row-level security lets the caller see, and write nothing."""
