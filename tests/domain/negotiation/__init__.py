"""Tests of the negotiation rules."""
