package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * Sends messages once more, with the ids they had.
 *
 * @param delivery id of one message; {@code null} for all that failed
 */
public record ReplayDeliveries(String webhook, String delivery) {
  public ReplayDeliveries {
    Objects.requireNonNull(webhook, "webhook");
  }
}
