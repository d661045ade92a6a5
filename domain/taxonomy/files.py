"""The tables that come with this package."""

import gzip
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The fields of each line of a table in `data/`."""
    packed = files("domain.taxonomy").joinpath("data", name).read_bytes()
    for line in gzip.decompress(packed).decode().splitlines():
        yield line.split("\t")
