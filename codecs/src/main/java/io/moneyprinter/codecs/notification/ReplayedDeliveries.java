package io.moneyprinter.codecs.notification;

/**
 * @param count how many are to be sent once more
 */
public record ReplayedDeliveries(int count) {}
