"""Scorecards: written, handed in, merged, compared. Nothing here changes a rank, a seat or a status."""
