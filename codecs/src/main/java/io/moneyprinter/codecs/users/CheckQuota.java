package io.moneyprinter.codecs.users;

/**
 * Asks whether the caller's tenant may order.
 *
 * @param videos how many
 */
public record CheckQuota(int videos) {}
