package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * Asks for messages to a webhook, newest first.
 *
 * @param before only those with a smaller number; {@code null} for the newest
 * @param limit 1 to 100
 * @param state only in this state; {@code null} for all
 */
public record ListDeliveries(String webhook, Long before, int limit, DeliveryState state) {
  public ListDeliveries {
    Objects.requireNonNull(webhook, "webhook");
  }
}
