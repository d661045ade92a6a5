"""Migrations up and down, on real databases with rows in them."""
