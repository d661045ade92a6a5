"""Business acts: the only code that writes rows, with the log row beside each. Never commits, never mails."""
