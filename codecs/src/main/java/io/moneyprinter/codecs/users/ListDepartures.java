package io.moneyprinter.codecs.users;

/**
 * Asks whose accounts are no more, of all tenants.
 *
 * @param after the number of the last one that was dealt with; 0 to begin
 * @param limit 1 to 200
 */
public record ListDepartures(long after, int limit) {}
