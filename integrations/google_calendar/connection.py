"""A connection for one call: httplib2 connections are not safe to share between threads."""

from httplib2 import Http, proxy_info_from_environment

from integrations.google_calendar.app import GoogleApp


def connection(app: GoogleApp) -> Http:
    """A fresh connection with the app's timeout; through the environment's proxy unless Google is played here."""
    return Http(
        timeout=app.timeout.total_seconds(), proxy_info=None if app.is_local else proxy_info_from_environment
    )
