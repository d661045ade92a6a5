"""Where a browser goes after signing in: only to pages of this site."""

import re
from urllib.parse import urlsplit

LONGEST = 500
_PATH = re.compile(r"/[A-Za-z0-9\-._~!$&'()*+,;=:@%/]*(\?[A-Za-z0-9\-._~!$&'()*+,;=:@%/?]*)?")


def safe_next(wanted: str | None) -> str:
    """The path that was asked for when it lies on this site for every browser, else the first page.

    `//host`, `/\\host`, schemes, control characters and white space, which browsers read in ways of their own, lead
    to the first page.
    """
    if not wanted or len(wanted) > LONGEST or not _PATH.fullmatch(wanted) or wanted.startswith("//"):
        return "/"
    parts = urlsplit(wanted)
    return "/" if parts.scheme or parts.netloc else wanted
