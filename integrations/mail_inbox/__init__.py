"""Mail that comes in, each kind of mailbox behind `domain.incoming.IncomingMail`."""

from integrations.mail_inbox.embedded import EmbeddedInbox
from integrations.mail_inbox.endpoint import ImapEndpoint, parse_imap
from integrations.mail_inbox.imap import ImapInbox
from integrations.mail_inbox.maildir import MaildirInbox

__all__ = ["EmbeddedInbox", "ImapEndpoint", "ImapInbox", "MaildirInbox", "parse_imap"]
