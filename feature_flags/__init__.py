"""Gates of the automation: which flags there are, and how code asks for them (through OpenFeature)."""
