package io.moneyprinter.codecs.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A message to a webhook.
 *
 * @param id of the message, the same however often it is sent; in the header {@code webhook-id}
 * @param number grows with time; the place in the list
 * @param type such as {@code video.completed}
 * @param next when it is sent again; {@code null} when it is not
 * @param body as it is sent
 * @param attempts oldest first
 */
public record WebhookDelivery(
    String id,
    long number,
    String webhook,
    String type,
    DeliveryState state,
    Instant createdAt,
    Instant next,
    String body,
    List<DeliveryAttempt> attempts) {
  public WebhookDelivery {
    Objects.requireNonNull(id, "id");
    attempts = attempts == null ? List.of() : List.copyOf(attempts);
  }
}
