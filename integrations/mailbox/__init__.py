"""A mail server for one machine: accepts mail over SMTP, keeps it in files, shows it on a page.

It stands in for a company's mail server in the embedded stack, in tests and in the demo. It never passes a
mail on.
"""

from integrations.mailbox.server import Mailbox, run_mailbox

__all__ = ["Mailbox", "run_mailbox"]
