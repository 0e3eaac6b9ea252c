package io.moneyprinter.codecs.notification;

import java.util.Objects;

/**
 * Gives a webhook a new secret.
 *
 * @param overlapHours how long messages are signed by the old one as well, 0 to 168; {@code null}
 *     for a day
 */
public record RotateWebhook(String id, Integer overlapHours) {
  public RotateWebhook {
    Objects.requireNonNull(id, "id");
  }
}
