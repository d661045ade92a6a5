"""The rules of hiring, pure: no I/O, no clock, no database, no workflow engine."""
