"""Words of a text in several languages: which language it is, their stems, and how much each tells."""
