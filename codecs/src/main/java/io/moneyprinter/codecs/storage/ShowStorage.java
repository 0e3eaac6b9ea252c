package io.moneyprinter.codecs.storage;

/**
 * Asks what is stored.
 *
 * @param all whether of all tenants, not only of the caller's; {@code null} for the caller's alone
 */
public record ShowStorage(Boolean all) {}
