"""Composition of how people sign in besides local passwords."""

from domain.errors import InvalidInputError, SetupError
from domain.identity.arrival import role_rules
from integrations.oidc import OpenIdProvider, ProviderRules, message_checker
from runtime.settings import Settings
from web.deps import Identity


def identity(settings: Settings) -> Identity:
    """What the settings say. Raises SetupError for half a provider, or for groups that are no roles."""
    issuer = settings.oidc_issuer or None
    try:
        roles = role_rules(settings.oidc_groups, settings.oidc_default_role)
    except InvalidInputError as error:
        raise SetupError(
            f"UNDERSTUDY_OIDC_GROUPS or UNDERSTUDY_OIDC_DEFAULT_ROLE: {error.message}", remedy=error.remedy
        ) from error
    provider = None
    if issuer is not None:
        if not settings.oidc_client_id:
            raise SetupError(
                "UNDERSTUDY_OIDC_ISSUER is set, UNDERSTUDY_OIDC_CLIENT_ID is not.",
                remedy="Register this installation at the provider and set what it is called there.",
            )
        secret = settings.oidc_client_secret.get_secret_value() if settings.oidc_client_secret else None
        rules = ProviderRules(issuer, settings.oidc_client_id, secret or None, settings.oidc_groups_claim)
        provider = OpenIdProvider(rules)
    signing = settings.identity_webhook_secret
    key = signing.get_secret_value() if signing else ""
    return Identity(
        provider=provider,
        roles=roles,
        trusts_mail=settings.oidc_trusts_mail,
        issuer=issuer or "webhook",
        message=message_checker(key) if key else None,
    )
