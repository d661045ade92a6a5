"""What tests share: arranging rows, checking invariants."""
