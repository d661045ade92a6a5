"""Cells of a spreadsheet that nobody can make compute."""

import json

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet compute a cell (OWASP, CSV injection)."""


def harmless(value: object) -> object:
    """A cell that a spreadsheet shows and does not compute. Numbers stay numbers."""
    if isinstance(value, dict | list):
        value = json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
