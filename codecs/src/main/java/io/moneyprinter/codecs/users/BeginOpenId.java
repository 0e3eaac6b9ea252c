package io.moneyprinter.codecs.users;

/** Begins a login at the configured issuer (OpenID Connect). */
public record BeginOpenId() {}
