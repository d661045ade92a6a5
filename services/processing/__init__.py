"""Processing interviews: asking for it, its steps, what they make, and what is stuck."""
