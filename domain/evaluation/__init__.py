"""How well a scorer ranks people whose outcome is known, and how it bears tricks: pure, no file, no clock."""
