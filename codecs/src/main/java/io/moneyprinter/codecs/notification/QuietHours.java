package io.moneyprinter.codecs.notification;

/**
 * When nothing but what is urgent is sent to somebody: every day from one time to the other, over
 * midnight where the second is the earlier.
 *
 * @param from such as {@code 22:00}
 * @param until such as {@code 07:00}
 */
public record QuietHours(String from, String until) {}
