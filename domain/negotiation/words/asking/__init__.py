"""What a question is about: words of five languages, and how they are read."""
