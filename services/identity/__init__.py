"""Signing people in: passwords, providers, sessions, keys, and who may do so at all."""
