"""Measuring the product against its floors: the least that the same work can cost on this machine, right now."""
