package io.moneyprinter.codecs.storage;

/**
 * Asks for the record of the tenant's legal holds.
 *
 * @param before only what is older than the event of this number; {@code null} for the newest
 * @param limit 1 to 1000
 */
public record ListHoldEvents(Long before, int limit) {}
