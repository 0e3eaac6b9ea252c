package io.moneyprinter.users.oidc;

/**
 * Whom the issuer says it is.
 *
 * @param subject never changes there
 * @param email in whatever spelling; {@code null} when it does not say
 * @param emailVerified whether the issuer answers for the address
 * @param name {@code null} when it does not say
 */
public record OpenIdIdentity(
    String issuer, String subject, String email, boolean emailVerified, String name) {}
