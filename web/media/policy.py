"""The Content Security Policy of pages that play files."""

from web.deps import Media
from web.guard import HEADERS

NAME = "Content-Security-Policy"


def headers(media: Media | None) -> dict[str, str]:
    """Headers of a page that plays files: from this host, or from where the storage's addresses lead."""
    if media is None:
        return {}
    origin = media.storage.origin
    sources = f"'self' {origin}" if origin else "'self'"
    policy = HEADERS[NAME].replace("img-src 'self'", f"img-src {sources}")
    return {NAME: f"{policy}; media-src {sources}"}
