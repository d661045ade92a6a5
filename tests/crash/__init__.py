"""Real kills of real processes: nothing is lost, nothing happens twice (I11)."""
