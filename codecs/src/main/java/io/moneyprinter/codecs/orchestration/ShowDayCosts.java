package io.moneyprinter.codecs.orchestration;

/**
 * Asks for what the caller's tenant spent on a day.
 *
 * @param day such as {@code 2026-01-31}, in UTC; {@code null} for today
 */
public record ShowDayCosts(String day) {}
