"""Following the log from outside: which addresses may be called, what is sent, when it is tried again."""
