package io.moneyprinter.codecs.users;

/** Asks for all that is known of the caller. */
public record ExportAccount() {}
