package io.moneyprinter.codecs.notification;

import java.time.Instant;

/**
 * One time that a message was sent.
 *
 * @param status of the answer; {@code null} when there was none
 * @param millis that it took
 * @param error why it did not arrive; {@code null} when it did
 * @param response the beginning of the answer; {@code null} for none
 */
public record DeliveryAttempt(
    Instant at, Integer status, int millis, String error, String response) {}
