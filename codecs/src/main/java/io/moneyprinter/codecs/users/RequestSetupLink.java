package io.moneyprinter.codecs.users;

/** Asks for another link to make the first account; the one before ends. */
public record RequestSetupLink() {}
