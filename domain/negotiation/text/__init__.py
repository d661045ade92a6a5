"""A candidate's message as text: what is their own statement, its letters folded, its language."""
