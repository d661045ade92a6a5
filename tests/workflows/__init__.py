"""The durable processes on a real server, with real steps."""
