package io.moneyprinter.codecs.users;

/** Makes a new signing key now; it signs once everybody had the time to learn of it. */
public record RotateSigningKeys() {}
