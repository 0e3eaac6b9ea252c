package io.moneyprinter.codecs.users;

/**
 * Asks for API keys.
 *
 * @param userId a service account of the tenant; {@code null} for the caller itself
 */
public record ListKeys(String userId) {}
