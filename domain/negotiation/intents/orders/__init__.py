"""Instructions to the software, as candidates or their tools write them into messages."""
