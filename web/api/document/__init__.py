"""The API's description of itself: what the code does not say is filled in here, and a test finds what is missing."""

from web.api.document.complete import complete

__all__ = ["complete"]
