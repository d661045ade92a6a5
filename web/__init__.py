"""The web tier: candidate pages, the recruiters' desk and the JSON API, all over one database role."""
