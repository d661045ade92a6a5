"""What is made of an interview's words, and how far that has come. Pure."""
