"""Every chart of the product: drawn here, as inline SVG, from numbers that stand in a table beside it."""
