"""Figures, intervals and probes against examples worked out by hand."""
