"""Large files at the door: taken in as they come, and served where no other service does."""
