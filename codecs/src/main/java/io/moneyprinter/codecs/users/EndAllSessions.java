package io.moneyprinter.codecs.users;

/** Ends every session of the caller. */
public record EndAllSessions() {}
