"""Engines that turn speech into words."""
