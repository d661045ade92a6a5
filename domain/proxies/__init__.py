"""Words in a resume that hint at a protected trait without stating it: reported, never hidden from a score."""

from domain.proxies.find import Proxy, find_proxies, sentence_around, without_sentences
from domain.proxies.table import KINDS

__all__ = ["KINDS", "Proxy", "find_proxies", "sentence_around", "without_sentences"]
