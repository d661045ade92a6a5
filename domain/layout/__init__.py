"""Order of reading: text that an extractor cut straight across the columns of a page, put back in order."""

from domain.layout.columns import unfold

__all__ = ["unfold"]
