"""Impact figures: computed by hand, computed a second time, and attacked."""
