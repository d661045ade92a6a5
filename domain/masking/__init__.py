"""The resume without who the person is: the only text that scoring sees."""

from domain.masking.masked import MOST_CHARACTERS, VERSION, Masked, mask
from domain.masking.tokens import TOKEN

__all__ = ["MOST_CHARACTERS", "TOKEN", "VERSION", "Masked", "mask"]
