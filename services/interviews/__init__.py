"""The acts of an interview: invite, answer, book, remind, end."""
