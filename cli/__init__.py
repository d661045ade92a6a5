"""The `understudy` command. One file per noun; commands call services, no rule lives here."""
