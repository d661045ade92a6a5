"""The embedded stack: PostgreSQL, Temporal and a mailbox as child processes, all data below one directory."""
