"""Steps that touch the world: one activity is one step is one transaction, safe to run twice."""
