"""Messages by what they mean, read by the tests of intents."""
