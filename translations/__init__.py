"""Catalogs of the languages that candidates read: `mails` and `pages`. See `domain.messages.catalog`."""
