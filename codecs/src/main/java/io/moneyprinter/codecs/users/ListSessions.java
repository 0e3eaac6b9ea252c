package io.moneyprinter.codecs.users;

/**
 * Asks for the caller's open sessions.
 *
 * @param current the one that asks; {@code null} for none
 */
public record ListSessions(String current) {}
