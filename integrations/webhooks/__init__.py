"""Webhooks out: signed as Standard Webhooks says, to checked addresses only.

The address is checked again at each connection, after the name was resolved, and the connection goes to the very
address that was checked. Redirects are not followed, proxies of the environment are not used, answers are not read
beyond a little.
"""

from integrations.webhooks.sender import HttpHookSender, SenderRules

__all__ = ["HttpHookSender", "SenderRules"]
