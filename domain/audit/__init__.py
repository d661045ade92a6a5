"""Proof that nobody touched the log: the chain of its rows, signed seals, and bundles that leave the house."""
